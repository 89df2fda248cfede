import { existsSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { formatHash } from '../../core/stopHash';
import type { Timeline } from '../../core/timeline';
import { closestMatch } from '../../core/closestMatch';
import { createFinding, quote, type Finding, type CheckRule } from '../finding';
import type { StoryText } from '../checkInput';

/** A stop's hash in a note: “jump to #/callback/1”. JSON pointers have a capital letter or more segments. */
const STOP_REFERENCE = /(?<![\w/.])#\/[a-z][a-z0-9-]*(?:\/\d+)?(?![\w/])/gu;

/** Reports addresses that are broken, without sending requests. */
export const linksRule: CheckRule = {
  name: 'links',
  check: ({ texts, timeline }) =>
    texts.flatMap((text) => {
      // JSON on stage is not clickable.
      if (text.path.at(-1) === 'href' && !text.path.includes('json')) return checkLink(text);
      if (text.path.length === 1 && text.path[0] === '$schema') return checkSchemaPath(text);
      return text.surface === 'notes' ? checkStopReferences(text, timeline) : [];
    }),
};

function checkLink(text: StoryText): readonly Finding[] {
  const { shown } = text;
  const url = URL.canParse(shown) ? new URL(shown) : undefined;
  const finding = (level: Finding['level'], problem: string): readonly Finding[] => [
    createFinding(level, text, `${quote(shown)} ${problem}`),
  ];
  if (!url || (url.protocol !== 'mailto:' && !isHostname(url.hostname)))
    return finding('error', 'is no address a browser can open, so a click on stage shows an error. Copy it anew from the address bar');
  if (isLoopback(url.hostname))
    return finding('warning', 'leads to the computer of whoever clicks, where nothing answers. Link to a public address');
  if (url.protocol === 'http:')
    return finding('warning', 'is not encrypted; browsers warn of it in front of the audience. Write https:// if the site has it');
  return [];
}

/** Whether a name has a dot in it or is the loopback address. */
function isHostname(name: string): boolean {
  return isLoopback(name) || /^[^.]+(?:\.[^.]+)+\.?$/u.test(name);
}

function isLoopback(name: string): boolean {
  return name === 'localhost' || name === '[::1]' || name.startsWith('127.');
}

function checkSchemaPath(text: StoryText): readonly Finding[] {
  const { document, written } = text;
  if (/^[a-z]+:/iu.test(written) || existsSync(resolve(dirname(document.file), written))) return [];
  const message =
    `${quote(written)} is no file, so the editor neither completes nor explains anything here. ` +
    'Give the way from this file to the schema';
  return [createFinding('warning', text, message)];
}

function checkStopReferences(text: StoryText, timeline: Timeline): readonly Finding[] {
  const stops = timeline.stops.map((stop) => formatHash(timeline, stop.index));
  return [...new Set(text.shown.match(STOP_REFERENCE) ?? [])].flatMap((hash): Finding[] => {
    if (stops.includes(hash.replace(/\/0$/u, ''))) return [];
    const suggestion = closestMatch(hash, stops);
    const advice = suggestion === undefined ? 'Name one that exists' : `Did you mean ${suggestion}?`;
    return [createFinding('warning', text, `there is no stop ${hash}, and a presenter who jumps there ends up elsewhere. ${advice}`)];
  });
}

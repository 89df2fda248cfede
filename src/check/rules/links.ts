import { existsSync } from 'node:fs';
import path from 'node:path';
import { formatHash } from '../../core/stopHash';
import type { Timeline } from '../../core/timeline';
import { nearest } from '../../compiler/story/closestMatch';
import { finding, quoted, type Finding, type Rule } from '../finding';
import type { Text } from '../checkInput';

/** A stop named in passing: “jump to #/callback/1”. Pointers into a JSON document have a capital or a longer way. */
const STOP = /(?<![\w/.])#\/[a-z][a-z0-9-]*(?:\/\d+)?(?![\w/])/gu;

/** Addresses that lead nowhere, as far as that can be known without a network. */
export const links: Rule = {
  name: 'links',
  about:
    'Links that are no addresses (error), that lead to this computer or are not encrypted, stops named in notes that do not exist, a $schema that is not there (warning). Scripts (javascript:, data:) never pass the build. Nothing is fetched: whether a site answers is for you to try.',
  check: ({ texts, timeline }) =>
    texts.flatMap((text) => {
      // Inside of JSON that is shown, nobody clicks.
      if (text.path.at(-1) === 'href' && !text.path.includes('json')) return ofLink(text);
      if (text.path.length === 1 && text.path[0] === '$schema') return ofSchema(text);
      return text.surface === 'notes' ? ofNote(text, timeline) : [];
    }),
};

function ofLink({ document, path: way, shown }: Text): readonly Finding[] {
  const url = URL.canParse(shown) ? new URL(shown) : undefined;
  if (!url || (url.protocol !== 'mailto:' && !isHost(url.hostname))) {
    return [
      finding(
        'error',
        document,
        way,
        `${quoted(shown)} is no address a browser can open, so a click on stage shows an error. Copy it anew from the address bar`,
      ),
    ];
  }
  if (isLocal(url.hostname))
    return [
      finding(
        'warning',
        document,
        way,
        `${quoted(shown)} leads to the computer of whoever clicks, where nothing answers. Link to a public address`,
      ),
    ];
  if (url.protocol === 'http:')
    return [
      finding(
        'warning',
        document,
        way,
        `${quoted(shown)} is not encrypted; browsers warn of it in front of the audience. Write https:// if the site has it`,
      ),
    ];
  return [];
}

/** A name with a dot in it, or a computer's own. */
function isHost(name: string): boolean {
  return isLocal(name) || /^[^.]+(?:\.[^.]+)+\.?$/u.test(name);
}

function isLocal(name: string): boolean {
  return name === 'localhost' || name === '[::1]' || name.startsWith('127.');
}

function ofSchema({ document, path: way, written }: Text): readonly Finding[] {
  if (/^[a-z]+:/iu.test(written) || existsSync(path.resolve(path.dirname(document.file), written))) return [];
  return [
    finding(
      'warning',
      document,
      way,
      `${quoted(written)} is no file, so the editor neither completes nor explains anything here. Give the way from this file to the schema`,
    ),
  ];
}

function ofNote({ document, path: way, shown }: Text, timeline: Timeline): readonly Finding[] {
  const stops = timeline.stops.map((stop) => formatHash(timeline, stop.index));
  return [...new Set(shown.match(STOP) ?? [])].flatMap((hash): Finding[] => {
    if (stops.includes(hash.replace(/\/0$/u, ''))) return [];
    const meant = nearest(hash, stops);
    return [
      finding(
        'warning',
        document,
        way,
        `there is no stop ${hash}, and a presenter who jumps there ends up elsewhere.${meant === undefined ? ' Name one that exists' : ` Did you mean ${meant}?`}`,
      ),
    ];
  });
}

import type { Timeline } from '../../core/timeline';
import { fillText, mapStrings } from '../../core/variables';
import type { WireData } from '../../core/wire';
import { formatJson } from '../../compiler/story/formatJson';
import type { JsonDocument } from '../../compiler/story/parseJsonFile';
import { resolveWireValues } from '../../compiler/wire/resolveWireValues';
import { wireRules } from '../../compiler/wire/wireRules';
import type { WireFile, WireSourceMessage } from './wireSource';
import type { StoryValues } from '../privacy/storyValues';

/** More findings than that are no coincidence, and each costs a run of the rules. */
const MAX_ROUNDS = 200;

/**
 * Changes a wire file until the rules of `check` find nothing in it: a recorded exchange may contradict itself or the screen. A parameter
 * becomes “…”, a token its first characters, a port the one on screen. Returns a sentence for each change.
 */
export function settleChecks(wire: WireFile, timeline: Timeline, values: StoryValues): readonly string[] {
  const changes: string[] = [];
  for (let round = 0; round < MAX_ROUNDS; round += 1) {
    const document: JsonDocument = { file: 'wire.json', body: undefined, value: wire, problems: [] };
    const data = plainData(wire, document, values);
    const problem = wireRules.flatMap(({ check }) => check({ timeline, wire: data, document }))[0];
    if (!problem) return changes;
    const change = settle(wire, problem.message);
    if (change === undefined) return [...changes, `check will say: ${problem.message}`];
    changes.push(change);
  }
  return changes;
}

/** Returns wire data that the rules can read: bodies are not highlighted. */
function plainData(wire: WireFile, document: JsonDocument, storyValues: StoryValues): WireData {
  const filled = mapStrings(wire, (text) => fillText(text, storyValues));
  const { values } = resolveWireValues({ ...document, value: filled });
  const { parties, stops } = mapStrings(filled, (text) => fillText(text, values).replaceAll(/\\(?=\{\{)/gu, ''));
  const withLines = stops.map((stop) => ({ ...stop, messages: stop.messages.map((message) => ({ ...message, ...linesOf(message) })) }));
  return { variables: {}, marks: [], parties, stops: withLines } as unknown as WireData;
}

function linesOf({ body }: WireSourceMessage): object {
  if (!body) return {};
  const lines = 'json' in body ? formatJson(body.json).split('\n') : body.text;
  return { body: { lines: lines.map((line) => [[line, 'text']]) } };
}

/** Returns what was changed for a problem; undefined if nothing helps. */
function settle(wire: WireFile, problem: string): string | undefined {
  const match = /^stops\[(\d+)\]\.messages\[(\d+)\](?:\.(query|form)(?:\[(\d+)\])?)?/u.exec(problem);
  const message = match ? wire.stops[Number(match[1])]?.messages[Number(match[2])] : undefined;
  if (!match || !message) return undefined;
  const [, , , key, index] = match;
  const reason = problem.slice(match[0].length).replace(/^[^:]*: /u, '');
  if (key === 'query' || key === 'form') {
    const at = index === undefined ? undefined : Number(index);
    return takeFromScreen(wire, message[key]?.[at ?? -1], reason) ?? settlePair(message, key, at, reason);
  }
  if (problem.startsWith(`${match[0]}.explore`)) {
    delete message.explore;
    return `${message.id}: nothing to try out (${reason})`;
  }
  const ports = /found port (\d+)|port (\d+), expected|port (\d+)/u.exec(problem);
  const shown = /expected port (\d+)/u.exec(problem)?.[1];
  if (ports && shown !== undefined) {
    const from = ports.slice(1).find((each) => each !== undefined)!;
    for (const each of wire.stops.flatMap((stop) => stop.messages)) replacePort(each, from, shown);
    return `the port ${from} became ${shown}, as on screen`;
  }
  return shortenToken(wire, message, reason);
}

/** A made-up value can be the one in the address bar. */
function takeFromScreen({ values = {} }: WireFile, pair: string | undefined, reason: string): string | undefined {
  const shown = /expected "([^"…]+)", as the address bar shows$/u.exec(reason)?.[1];
  const name = /=\{\{([\w-]+)\}\}$/u.exec(pair ?? '')?.[1];
  if (shown === undefined || name === undefined || typeof values[name] !== 'string') return undefined;
  values[name] = shown;
  return `{{${name}}} became ${shown}, as the address bar shows`;
}

function settlePair(message: WireSourceMessage, key: 'query' | 'form', index: number | undefined, reason: string): string | undefined {
  const pairs = message[key];
  const at = index ?? pairs?.findIndex((pair) => pair.startsWith('SAMLRequest=')) ?? -1;
  const pair = pairs?.[at];
  if (!pairs || pair === undefined || pair.endsWith('=…')) return undefined;
  const name = pair.slice(0, pair.indexOf('='));
  pairs[at] = `${name}=…`;
  if (name === 'SAMLRequest' || name === 'code_verifier') delete message.explore;
  return `${message.id}: ${name} is left out (${reason})`;
}

function replacePort(message: WireSourceMessage, from: string, to: string): void {
  const change = (text: string): string => text.replaceAll(new RegExp(`(localhost|127\\.0\\.0\\.1):${from}\\b`, 'gu'), `$1:${to}`);
  Object.assign(message, mapStrings(message, change));
}

/** Tokens that contradict what is around them are shown as their first characters. */
function shortenToken(wire: WireFile, message: WireSourceMessage, reason: string): string | undefined {
  const { values = {} } = wire;
  const names = Object.keys(values).filter((name) => typeof values[name] === 'object' && JSON.stringify(message).includes(`{{${name}}}`));
  const name = names.at(-1);
  if (name === undefined) return undefined;
  values[name] = 'eyJhbG…';
  for (const { messages } of wire.stops)
    for (const each of messages) if (each.explore?.type === 'token' && each.explore.token === `{{${name}}}`) delete each.explore;
  return `{{${name}}} is shown as eyJhbG… (${reason})`;
}

import { lineAndColumn, offsetOf } from '../story/jsonScanner';
import { describe } from '../story/errorMessages';
import type { CastEvent, Events } from './parseAsciicast';
import { Slips } from './problemCollector';

const PAIR = 'a pair of a time and a text, for example [1.5, "hello"]';

/** Reads the events of version 1: pairs of the seconds since the one before and what was printed. */
export function readStdout(file: string, text: string, stdout: unknown): Events {
  const slips = new Slips(file);
  const events: CastEvent[] = [];
  const complain = (path: readonly (string | number)[], found: unknown, expected: string): void => {
    const field = path.map((key) => (typeof key === 'number' ? `[${key}]` : key)).join('');
    const isKnown = slips.has(expected);
    const { line, column } = isKnown ? { line: 1, column: 1 } : lineAndColumn(text, offsetOf(text, path));
    slips.add(line, column, { field, found: describe(found), expected });
  };
  if (!Array.isArray(stdout)) complain(['stdout'], stdout, 'a list');
  let time = 0;
  for (const [index, event] of (Array.isArray(stdout) ? (stdout as unknown[]) : []).entries()) {
    const [wait, data] = Array.isArray(event) ? (event as unknown[]) : [];
    if (!Array.isArray(event) || event.length !== 2) complain(['stdout', index], event, PAIR);
    else if (!(typeof wait === 'number' && wait >= 0)) complain(['stdout', index, 0], wait, 'seconds since the event before, 0 or more');
    else if (typeof data !== 'string') complain(['stdout', index, 1], data, 'a text');
    else events.push({ time: (time += wait), type: 'output', data });
  }
  return { events, problems: slips.problems };
}

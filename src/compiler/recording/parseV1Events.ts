import { lineAndColumn, valueOffset } from '../story/jsonScanner';
import { describeValue } from '../story/errorMessages';
import type { RecordingEvent, ParsedEvents } from './asciicast';
import { ProblemCollector } from './problemCollector';

const EXPECTED_PAIR = 'a pair of a time and a text, for example [1.5, "hello"]';

/** Parses the events of version 1: pairs of the seconds since the previous event and the output. */
export function parseV1Events(file: string, text: string, stdout: unknown): ParsedEvents {
  const problems = new ProblemCollector(file);
  const events: RecordingEvent[] = [];
  const addProblem = (path: readonly (string | number)[], found: unknown, expected: string): void => {
    const field = path.map((key) => (typeof key === 'number' ? `[${key}]` : key)).join('');
    const isKnown = problems.has(expected);
    const { line, column } = isKnown ? { line: 1, column: 1 } : lineAndColumn(text, valueOffset(text, path));
    problems.add(line, column, { field, found: describeValue(found), expected });
  };
  if (!Array.isArray(stdout)) addProblem(['stdout'], stdout, 'a list');
  let time = 0;
  for (const [index, event] of (Array.isArray(stdout) ? (stdout as unknown[]) : []).entries()) {
    const [delay, data] = Array.isArray(event) ? (event as unknown[]) : [];
    if (!Array.isArray(event) || event.length !== 2) addProblem(['stdout', index], event, EXPECTED_PAIR);
    else if (!(typeof delay === 'number' && delay >= 0))
      addProblem(['stdout', index, 0], delay, 'seconds since the event before, 0 or more');
    else if (typeof data !== 'string') addProblem(['stdout', index, 1], data, 'a text');
    else events.push({ time: (time += delay), type: 'output', data });
  }
  return { events, problems: problems.problems };
}

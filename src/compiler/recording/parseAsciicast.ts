import type { Grid } from '../../core/terminal/recordedStep';
import { decode } from '../story/decodeTextFile';
import { lineAndColumn, offsetOf, parsed, slipIn, wordAt } from '../story/jsonScanner';
import { valueAt, type Path } from '../story/jsonPath';
import { sentence, type Complaint, type Problem } from '../story/problem';
import type { Checked } from '../story/validateDocument';
import { describe } from '../story/errorMessages';
import { LineReader } from './eventLineParser';
import { checkGrid } from './limits';
import { readStdout } from './parseV1Events';
import { ANOTHER, Slips } from './problemCollector';

/** What is read of a file's events; they count only where there are no problems. */
export interface Events {
  readonly events: readonly CastEvent[];
  readonly problems: readonly Problem[];
}

/** Something that happened in a recorded session, with its time in seconds since the start. */
export type CastEvent =
  | { readonly time: number; readonly type: 'output'; readonly data: string }
  | { readonly time: number; readonly type: 'resize'; readonly grid: Grid }
  | { readonly time: number; readonly type: 'marker'; readonly label: string };

/** A recorded session, whatever the version of its file. */
export interface Cast {
  readonly grid: Grid;
  /** Longest pause to keep, in seconds, if the file says so. */
  readonly idle: number | undefined;
  /** In their order in time. */
  readonly events: readonly CastEvent[];
}

const ASCIICAST = 'an asciicast, which begins with "version": 1, 2 or 3';

/**
 * Reads an asciicast of version 1, 2 or 3. Never throws: what is wrong comes out as problems, one for each cause, at its line and column.
 *
 * @see https://docs.asciinema.org/manual/asciicast/v3/
 */
export function readCast(file: string, bytes: Uint8Array): Checked<Cast> {
  const fail = (line: number, column: number, complaint: Complaint): Checked<Cast> => ({
    value: undefined,
    problems: [{ file, line, column, message: sentence(complaint) }],
  });
  const decoded = decode(bytes);
  if (!('text' in decoded)) return fail(decoded.line, decoded.column, { field: '', found: decoded.fault, expected: 'text saved as UTF-8' });
  // Inside of JSON no line break stands as it is, so any kind of them ends a line.
  const text = decoded.text.replaceAll(/\r\n?/gu, '\n');
  const [first = ''] = text.split('\n', 1);
  const header = parsed(first);
  const isLines = header !== undefined && valueAt(header, ['version']) !== 1;
  const whole = isLines ? header : parsed(text);
  if (whole === undefined) return fail(...brokenText(text));

  const version = valueAt(whole, ['version']);
  const complain = (path: Path, complaint: Complaint): Checked<Cast> => {
    const { line, column } = lineAndColumn(text, offsetOf(isLines ? first : text, path));
    return fail(line, column, complaint);
  };
  if (version !== 1 && version !== 2 && version !== 3) return complain(['version'], noVersion(whole, version));
  if (version !== 1 && !isLines) return complain([], SEVERAL_LINES);
  const size = sizeOf(whole, version);
  if (!('grid' in size)) return complain(size.path, size.complaint);
  const idle = version === 1 ? undefined : (valueAt(whole, ['idle_time_limit']) ?? undefined);
  if (idle !== undefined && !(typeof idle === 'number' && idle >= 0)) {
    return complain(['idle_time_limit'], { field: 'idle_time_limit', found: describe(idle), expected: 'seconds, 0 or more' });
  }

  const { events, problems } = version === 1 ? readStdout(file, text, valueAt(whole, ['stdout'])) : readLines(file, version, text);
  if (problems.length > 0) return { value: undefined, problems };
  if (!events.some((event) => event.type === 'output' && event.data !== '')) return complain([], NO_OUTPUT);
  return { value: { grid: size.grid, idle, events }, problems: [] };
}

const SEVERAL_LINES = { field: '', found: 'a header over several lines', expected: 'it on the first line, and an event on each other one' };
const NO_OUTPUT = { field: '', found: 'no output', expected: 'a recording in which something is printed' };

function readLines(file: string, version: 2 | 3, text: string): Events {
  const slips = new Slips(file);
  const reader = new LineReader(version, slips);
  const lines = text.split('\n');
  const last = lines.findLastIndex((line) => line.trim() !== '');
  for (let index = 1; index < lines.length && !reader.isOver; index += 1) reader.read(lines[index]!, index + 1, index === last);
  return { events: reader.events, problems: slips.problems };
}

/** What is wrong with a file that is no JSON, and where. */
function brokenText(text: string): [line: number, column: number, complaint: Complaint] {
  const offset = slipIn(text) ?? 0;
  const { line, column } = lineAndColumn(text, offset);
  const say = (found: string, expected: string): [number, number, Complaint] => [line, column, { field: '', found, expected }];
  if (text.trim() === '') return [1, 1, { field: '', found: 'nothing', expected: ASCIICAST }];
  if (text[offset] === '{' && parsed(text.slice(0, offset)) !== undefined) return say(ANOTHER.found, ANOTHER.expected);
  if (!text.trimStart().startsWith('{')) {
    const first = describe(text.trim().split('\n', 1)[0]);
    const found = text.includes('\u001b') ? 'what a terminal was sent, as `script` saves it' : `text that is no JSON (${first})`;
    return [1, 1, { field: '', found, expected: `${ASCIICAST}, as \`asciinema rec\` saves it` }];
  }
  if (text.slice(offset).trim() !== '') return say(wordAt(text, offset), 'JSON');
  return say('the end of the file', 'every bracket and quotation mark closed before it; the recording was cut short');
}

function noVersion(whole: unknown, version: unknown): Complaint {
  if (Array.isArray(whole) && typeof whole[0] === 'number' && typeof whole[1] === 'string') {
    return { field: '', found: 'an event without a header before it', expected: `${ASCIICAST} on its first line` };
  }
  const isObject = typeof whole === 'object' && whole !== null && !Array.isArray(whole);
  return { field: 'version', found: describe(isObject ? version : whole), expected: ASCIICAST };
}

type Size = { readonly grid: Grid } | { readonly path: Path; readonly complaint: Complaint };

/** The size a header names, where its version has it. */
function sizeOf(header: unknown, version: 1 | 2 | 3): Size {
  const [own, other] = version === 3 ? [V3_SIZE, V2_SIZE] : [V2_SIZE, V3_SIZE];
  const values = own.paths.map((path) => valueAt(header, path));
  const missing = own.paths.findIndex((_, index) => typeof values[index] !== 'number');
  if (missing >= 0 && values.every((value) => value === undefined) && other.paths.some((path) => valueAt(header, path) !== undefined)) {
    const found = `the size as ${other.of} has it, ${other.example}`;
    return { path: ['version'], complaint: { field: 'version', found, expected: `${own.example} under version ${version}` } };
  }
  if (missing >= 0) {
    const path = own.paths[missing] ?? [];
    return { path, complaint: { field: path.join('.'), found: describe(values[missing]), expected: 'a number' } };
  }
  const checked = checkGrid(values[0], values[1]);
  if ('grid' in checked) return checked;
  const expected = `${checked.expected}, for example ${own.example}`;
  return { path: own.paths[0] ?? [], complaint: { field: own.name, found: checked.found, expected } };
}

const V2_SIZE = { of: 'version 2', name: 'width, height', example: '"width": 80, "height": 24', paths: [['width'], ['height']] };
const V3_PATHS = [
  ['term', 'cols'],
  ['term', 'rows'],
];
const V3_SIZE = { of: 'version 3', name: 'term', example: '"term": {"cols": 80, "rows": 24}', paths: V3_PATHS };

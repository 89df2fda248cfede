import type { TerminalSize } from '../../core/terminal/recordedStep';
import { decodeTextFile } from '../story/decodeTextFile';
import { lineAndColumn, valueOffset, tryParseJson, syntaxErrorOffset, tokenAt } from '../story/jsonScanner';
import { valueAt, type JsonPath } from '../story/jsonPath';
import { formatProblemMessage, type ProblemDetails } from '../story/problem';
import type { CompileResult } from '../story/validateDocument';
import { describeValue } from '../story/errorMessages';
import type { Asciicast, ParsedEvents } from './asciicast';
import { EventLineParser } from './eventLineParser';
import { checkGrid } from './limits';
import { parseV1Events } from './parseV1Events';
import { SECOND_RECORDING, ProblemCollector } from './problemCollector';

const EXPECTED_ASCIICAST = 'an asciicast, which begins with "version": 1, 2 or 3';

/**
 * Parses an asciicast of version 1, 2 or 3. Never throws; returns one problem for each cause, with line and column.
 *
 * @see https://docs.asciinema.org/manual/asciicast/v3/
 */
export function parseAsciicast(file: string, bytes: Uint8Array): CompileResult<Asciicast> {
  const fail = (line: number, column: number, details: ProblemDetails): CompileResult<Asciicast> => ({
    value: undefined,
    problems: [{ file, line, column, message: formatProblemMessage(details) }],
  });
  const decoded = decodeTextFile(bytes);
  if (!('text' in decoded))
    return fail(decoded.line, decoded.column, { field: '', found: decoded.problem, expected: 'text saved as UTF-8' });
  // JSON texts contain no unescaped line breaks, so each of them ends a line.
  const text = decoded.text.replaceAll(/\r\n?/gu, '\n');
  const [first = ''] = text.split('\n', 1);
  const header = tryParseJson(first);
  const isLines = header !== undefined && valueAt(header, ['version']) !== 1;
  const whole = isLines ? header : tryParseJson(text);
  if (whole === undefined) return fail(...invalidJsonProblem(text));

  const version = valueAt(whole, ['version']);
  const failAt = (path: JsonPath, details: ProblemDetails): CompileResult<Asciicast> => {
    const { line, column } = lineAndColumn(text, valueOffset(isLines ? first : text, path));
    return fail(line, column, details);
  };
  if (version !== 1 && version !== 2 && version !== 3) return failAt(['version'], versionProblem(whole, version));
  if (version !== 1 && !isLines) return failAt([], HEADER_ON_SEVERAL_LINES);
  const size = parseTerminalSize(whole, version);
  if (!('grid' in size)) return failAt(size.path, size.details);
  const idle = version === 1 ? undefined : (valueAt(whole, ['idle_time_limit']) ?? undefined);
  if (idle !== undefined && !(typeof idle === 'number' && idle >= 0)) {
    return failAt(['idle_time_limit'], { field: 'idle_time_limit', found: describeValue(idle), expected: 'seconds, 0 or more' });
  }

  const { events, problems } = version === 1 ? parseV1Events(file, text, valueAt(whole, ['stdout'])) : parseEventLines(file, version, text);
  if (problems.length > 0) return { value: undefined, problems };
  if (!events.some((event) => event.type === 'output' && event.data !== '')) return failAt([], NO_OUTPUT);
  return { value: { grid: size.grid, idle, events }, problems: [] };
}

const HEADER_ON_SEVERAL_LINES = {
  field: '',
  found: 'a header over several lines',
  expected: 'it on the first line, and an event on each other one',
};
const NO_OUTPUT = { field: '', found: 'no output', expected: 'a recording in which something is printed' };

function parseEventLines(file: string, version: 2 | 3, text: string): ParsedEvents {
  const problems = new ProblemCollector(file);
  const parser = new EventLineParser(version, problems);
  const lines = text.split('\n');
  const last = lines.findLastIndex((line) => line.trim() !== '');
  for (let index = 1; index < lines.length && !parser.hasSecondRecording; index += 1)
    parser.parseLine(lines[index]!, index + 1, index === last);
  return { events: parser.events, problems: problems.problems };
}

/** Returns the position and the problem of a file that is not JSON. */
function invalidJsonProblem(text: string): [line: number, column: number, details: ProblemDetails] {
  const offset = syntaxErrorOffset(text) ?? 0;
  const { line, column } = lineAndColumn(text, offset);
  const problem = (found: string, expected: string): [number, number, ProblemDetails] => [line, column, { field: '', found, expected }];
  if (text.trim() === '') return [1, 1, { field: '', found: 'nothing', expected: EXPECTED_ASCIICAST }];
  if (text[offset] === '{' && tryParseJson(text.slice(0, offset)) !== undefined)
    return problem(SECOND_RECORDING.found, SECOND_RECORDING.expected);
  if (!text.trimStart().startsWith('{')) {
    const first = describeValue(text.trim().split('\n', 1)[0]);
    const found = text.includes('\u001b') ? 'what a terminal was sent, as `script` saves it' : `text that is no JSON (${first})`;
    return [1, 1, { field: '', found, expected: `${EXPECTED_ASCIICAST}, as \`asciinema rec\` saves it` }];
  }
  if (text.slice(offset).trim() !== '') return problem(tokenAt(text, offset), 'JSON');
  return problem('the end of the file', 'every bracket and quotation mark closed before it; the recording was cut short');
}

function versionProblem(whole: unknown, version: unknown): ProblemDetails {
  if (Array.isArray(whole) && typeof whole[0] === 'number' && typeof whole[1] === 'string') {
    return { field: '', found: 'an event without a header before it', expected: `${EXPECTED_ASCIICAST} on its first line` };
  }
  const isObject = typeof whole === 'object' && whole !== null && !Array.isArray(whole);
  return { field: 'version', found: describeValue(isObject ? version : whole), expected: EXPECTED_ASCIICAST };
}

type SizeResult = { readonly grid: TerminalSize } | { readonly path: JsonPath; readonly details: ProblemDetails };

/** Reads the terminal size from the header fields of its version. */
function parseTerminalSize(header: unknown, version: 1 | 2 | 3): SizeResult {
  const [expectedFormat, otherFormat] = version === 3 ? [V3_SIZE, V2_SIZE] : [V2_SIZE, V3_SIZE];
  const values = expectedFormat.paths.map((path) => valueAt(header, path));
  const missing = expectedFormat.paths.findIndex((_, index) => typeof values[index] !== 'number');
  if (
    missing >= 0 &&
    values.every((value) => value === undefined) &&
    otherFormat.paths.some((path) => valueAt(header, path) !== undefined)
  ) {
    const found = `the size as ${otherFormat.of} has it, ${otherFormat.example}`;
    return { path: ['version'], details: { field: 'version', found, expected: `${expectedFormat.example} under version ${version}` } };
  }
  if (missing >= 0) {
    const path = expectedFormat.paths[missing] ?? [];
    return { path, details: { field: path.join('.'), found: describeValue(values[missing]), expected: 'a number' } };
  }
  const checked = checkGrid(values[0], values[1]);
  if ('grid' in checked) return checked;
  const expected = `${checked.expected}, for example ${expectedFormat.example}`;
  return { path: expectedFormat.paths[0] ?? [], details: { field: expectedFormat.name, found: checked.found, expected } };
}

const V2_SIZE = { of: 'version 2', name: 'width, height', example: '"width": 80, "height": 24', paths: [['width'], ['height']] };
const V3_PATHS = [
  ['term', 'cols'],
  ['term', 'rows'],
];
const V3_SIZE = { of: 'version 3', name: 'term', example: '"term": {"cols": 80, "rows": 24}', paths: V3_PATHS };

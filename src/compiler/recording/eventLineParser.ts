import { valueOffset, tryParseJson, syntaxErrorOffset, tokenAt } from '../story/jsonScanner';
import { describeValue } from '../story/errorMessages';
import type { RecordingEvent } from './asciicast';
import { checkGrid } from './limits';
import { SECOND_RECORDING, type ProblemCollector } from './problemCollector';

/** Control characters, which JSON texts must escape, except for tabs and line breaks. Terminal output contains them. */
// oxlint-disable-next-line no-control-regex
const CONTROL_CHARACTER = /[\u0000-\u0008\u000B-\u001F]/u;

const EXPECTED_EVENT = 'a list of a time, a code and its data, for example [1.5, "o", "hello"]';

/** Start of the header of another recording, directly after an event on the same line. */
const SECOND_HEADER = /(?<=\])\s*\{\s*"version"/u;

/** Parses event lines. Times count from the start in version 2, and from the previous event in version 3. */
export class EventLineParser {
  readonly events: RecordingEvent[] = [];
  /** Whether the header of another recording was found; the lines after it are not part of this one. */
  hasSecondRecording = false;
  readonly #problems: ProblemCollector;
  readonly #version: 2 | 3;
  #lastTime = 0;
  #lastTimeLine = 1;

  constructor(version: 2 | 3, problems: ProblemCollector) {
    this.#version = version;
    this.#problems = problems;
  }

  parseLine(rawLine: string, number: number, isLast: boolean): void {
    const line = rawLine.replace(/^\uFEFF/u, '');
    if (line.trim() === '' || (this.#version === 3 && line.startsWith('#'))) return;
    const event = tryParseJson(line);
    if (event === undefined) return this.#reportInvalidJson(line, number, isLast);
    if (typeof event === 'object' && event !== null && 'version' in event) return this.#reportSecondRecording(number, 1);
    const addProblem = (index: number | undefined, found: string, expected: string, kind?: string): void => {
      this.#problems.add(number, index === undefined ? 1 : valueOffset(line, [index]) + 1, { field: 'event', found, expected }, kind);
    };
    if (!Array.isArray(event) || event.length < 3) return addProblem(undefined, describeValue(event), EXPECTED_EVENT);
    const [time, code, data] = event as unknown[];
    const since = this.#version === 3 ? 'event before' : 'start';
    if (typeof time !== 'number' || time < 0) return addProblem(0, describeValue(time), `seconds since the ${since}, 0 or more`);
    if (typeof code !== 'string') return addProblem(1, describeValue(code), 'the code of an event, for example "o"');
    const absoluteTime = this.#version === 3 ? this.#lastTime + time : time;
    if (absoluteTime < this.#lastTime) {
      const advice = 'times that never go back; if each counts from the event before, the file is of version 3';
      return addProblem(0, `${time}, after ${this.#lastTime} on line ${this.#lastTimeLine}`, advice);
    }
    this.#lastTime = absoluteTime;
    this.#lastTimeLine = number;
    // An exit prints nothing. The format asks readers to ignore unknown codes.
    if (!['o', 'i', 'm', 'r'].includes(code)) return;
    if (typeof data !== 'string') return addProblem(2, describeValue(data), 'a text');
    if (code === 'o') this.events.push({ time: absoluteTime, type: 'output', data });
    else if (code === 'i') this.events.push({ time: absoluteTime, type: 'input', data });
    else if (code === 'm') this.events.push({ time: absoluteTime, type: 'marker', label: data });
    else {
      const [, cols, rows] = /^(\d{1,4})x(\d{1,4})$/u.exec(data) ?? [];
      if (cols === undefined) return addProblem(2, describeValue(data), 'columns and rows, for example "80x24"');
      const size = checkGrid(cols, rows);
      if ('grid' in size) this.events.push({ time: absoluteTime, type: 'resize', grid: size.grid });
      else addProblem(2, size.found, `${size.expected}, or no such line`);
    }
  }

  /** Invalid lines count as one problem, reported at the first of them: they usually have the same cause. */
  #reportInvalidJson(line: string, number: number, isLast: boolean): void {
    const joined = SECOND_HEADER.exec(line);
    if (joined) return this.#reportSecondRecording(number, line.indexOf('{', joined.index) + 1);
    const addProblem = (column: number, found: string, expected: string): void => {
      this.#problems.add(number, column, { field: 'event', found, expected }, 'text');
    };
    const control = CONTROL_CHARACTER.exec(line);
    if (control) {
      const code = control[0].charCodeAt(0).toString(16).padStart(4, '0');
      const expected = `it escaped, \\u${code}, as \`asciinema rec\` writes it; record again, or escape it in the file`;
      return addProblem(control.index + 1, `the control character U+${code.toUpperCase()} as it is`, expected);
    }
    if (isLast) return addProblem(1, 'a last line that breaks off', 'a whole event; the recording was cut short, so take the line out');
    const offset = syntaxErrorOffset(line) ?? 0;
    if (line.slice(offset).trim() !== '') return addProblem(offset + 1, tokenAt(line, offset), 'JSON');
    addProblem(offset + 1, 'the end of the line', 'every bracket and quotation mark closed before it');
  }

  #reportSecondRecording(line: number, column: number): void {
    this.#problems.add(line, column, { field: '', ...SECOND_RECORDING });
    this.hasSecondRecording = true;
  }
}

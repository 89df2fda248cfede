import { valueOffset, tryParseJson, syntaxErrorOffset, tokenAt } from '../story/jsonScanner';
import { describeValue } from '../story/errorMessages';
import type { RecordingEvent } from './asciicast';
import { checkGrid } from './limits';
import { SECOND_RECORDING, type ProblemCollector } from './problemCollector';

/** Characters below the space, which JSON has only as escapes; tabs and line breaks aside, they come from terminals. */
// oxlint-disable-next-line no-control-regex
const CONTROL_CHARACTER = /[\u0000-\u0008\u000B-\u001F]/u;

const EXPECTED_EVENT = 'a list of a time, a code and its data, for example [1.5, "o", "hello"]';

/** Where the header of another recording begins that stands right behind an event. */
const SECOND_HEADER = /(?<=\])\s*\{\s*"version"/u;

/** Reads the lines of version 2, which count seconds from the start, and of version 3, which count from the line before. */
export class EventLineParser {
  readonly events: RecordingEvent[] = [];
  /** Whether another recording begins, which says nothing of this one. */
  hasSecondRecording = false;
  readonly #slips: ProblemCollector;
  readonly #version: 2 | 3;
  #lastTime = 0;
  #lastTimeLine = 1;

  constructor(version: 2 | 3, slips: ProblemCollector) {
    this.#version = version;
    this.#slips = slips;
  }

  parseLine(rawLine: string, number: number, isLast: boolean): void {
    const line = rawLine.replace(/^\uFEFF/u, '');
    if (line.trim() === '' || (this.#version === 3 && line.startsWith('#'))) return;
    const event = tryParseJson(line);
    if (event === undefined) return this.#reportInvalidJson(line, number, isLast);
    if (typeof event === 'object' && event !== null && 'version' in event) return this.#reportSecondRecording(number, 1);
    const complain = (index: number | undefined, found: string, expected: string, kind?: string): void => {
      this.#slips.add(number, index === undefined ? 1 : valueOffset(line, [index]) + 1, { field: 'event', found, expected }, kind);
    };
    if (!Array.isArray(event) || event.length < 3) return complain(undefined, describeValue(event), EXPECTED_EVENT);
    const [time, code, data] = event as unknown[];
    const since = this.#version === 3 ? 'event before' : 'start';
    if (typeof time !== 'number' || time < 0) return complain(0, describeValue(time), `seconds since the ${since}, 0 or more`);
    if (typeof code !== 'string') return complain(1, describeValue(code), 'the code of an event, for example "o"');
    const absoluteTime = this.#version === 3 ? this.#lastTime + time : time;
    if (absoluteTime < this.#lastTime) {
      const advice = 'times that never go back; if each counts from the event before, the file is of version 3';
      return complain(0, `${time}, after ${this.#lastTime} on line ${this.#lastTimeLine}`, advice);
    }
    this.#lastTime = absoluteTime;
    this.#lastTimeLine = number;
    // Input has shown as output already, an exit shows nothing, and what is unknown is left out, as the format asks for.
    if (!['o', 'm', 'r'].includes(code)) return;
    if (typeof data !== 'string') return complain(2, describeValue(data), 'a text');
    if (code === 'o') this.events.push({ time: absoluteTime, type: 'output', data });
    else if (code === 'm') this.events.push({ time: absoluteTime, type: 'marker', label: data });
    else {
      const [, cols, rows] = /^(\d{1,4})x(\d{1,4})$/u.exec(data) ?? [];
      if (cols === undefined) return complain(2, describeValue(data), 'columns and rows, for example "80x24"');
      const size = checkGrid(cols, rows);
      if ('grid' in size) this.events.push({ time: absoluteTime, type: 'resize', grid: size.grid });
      else complain(2, size.found, `${size.expected}, or no such line`);
    }
  }

  /** All lines that are no JSON have one cause, which the first of them shows best. */
  #reportInvalidJson(line: string, number: number, isLast: boolean): void {
    const joined = SECOND_HEADER.exec(line);
    if (joined) return this.#reportSecondRecording(number, line.indexOf('{', joined.index) + 1);
    const complain = (column: number, found: string, expected: string): void => {
      this.#slips.add(number, column, { field: 'event', found, expected }, 'text');
    };
    const control = CONTROL_CHARACTER.exec(line);
    if (control) {
      const code = control[0].charCodeAt(0).toString(16).padStart(4, '0');
      const expected = `it escaped, \\u${code}, as \`asciinema rec\` writes it; record again, or escape it in the file`;
      return complain(control.index + 1, `the control character U+${code.toUpperCase()} as it is`, expected);
    }
    if (isLast) return complain(1, 'a last line that breaks off', 'a whole event; the recording was cut short, so take the line out');
    const slip = syntaxErrorOffset(line) ?? 0;
    if (line.slice(slip).trim() !== '') return complain(slip + 1, tokenAt(line, slip), 'JSON');
    complain(slip + 1, 'the end of the line', 'every bracket and quotation mark closed before it');
  }

  #reportSecondRecording(line: number, column: number): void {
    this.#slips.add(line, column, { field: '', ...SECOND_RECORDING });
    this.hasSecondRecording = true;
  }
}

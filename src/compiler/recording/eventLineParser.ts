import { offsetOf, parsed, slipIn, wordAt } from '../story/jsonScanner';
import { describe } from '../story/errorMessages';
import type { CastEvent } from './parseAsciicast';
import { checkGrid } from './limits';
import { ANOTHER, type Slips } from './problemCollector';

/** Characters below the space, which JSON has only as escapes; tabs and line breaks aside, they come from terminals. */
// oxlint-disable-next-line no-control-regex
const CONTROL = /[\u0000-\u0008\u000B-\u001F]/u;

const EVENT = 'a list of a time, a code and its data, for example [1.5, "o", "hello"]';

/** Where the header of another recording begins that stands right behind an event. */
const JOINED = /(?<=\])\s*\{\s*"version"/u;

/** Reads the lines of version 2, which count seconds from the start, and of version 3, which count from the line before. */
export class LineReader {
  readonly events: CastEvent[] = [];
  /** Whether another recording begins, which says nothing of this one. */
  isOver = false;
  readonly #slips: Slips;
  readonly #version: 2 | 3;
  #time = 0;
  #timeLine = 1;

  constructor(version: 2 | 3, slips: Slips) {
    this.#version = version;
    this.#slips = slips;
  }

  read(written: string, number: number, isLast: boolean): void {
    const line = written.replace(/^\uFEFF/u, '');
    if (line.trim() === '' || (this.#version === 3 && line.startsWith('#'))) return;
    const event = parsed(line);
    if (event === undefined) return this.#complainOfText(line, number, isLast);
    if (typeof event === 'object' && event !== null && 'version' in event) return this.#end(number, 1);
    const complain = (index: number | undefined, found: string, expected: string, kind?: string): void => {
      this.#slips.add(number, index === undefined ? 1 : offsetOf(line, [index]) + 1, { field: 'event', found, expected }, kind);
    };
    if (!Array.isArray(event) || event.length < 3) return complain(undefined, describe(event), EVENT);
    const [time, code, data] = event as unknown[];
    const since = this.#version === 3 ? 'event before' : 'start';
    if (typeof time !== 'number' || time < 0) return complain(0, describe(time), `seconds since the ${since}, 0 or more`);
    if (typeof code !== 'string') return complain(1, describe(code), 'the code of an event, for example "o"');
    const moment = this.#version === 3 ? this.#time + time : time;
    if (moment < this.#time) {
      const advice = 'times that never go back; if each counts from the event before, the file is of version 3';
      return complain(0, `${time}, after ${this.#time} on line ${this.#timeLine}`, advice);
    }
    this.#time = moment;
    this.#timeLine = number;
    // Input has shown as output already, an exit shows nothing, and what is unknown is left out, as the format asks for.
    if (!['o', 'm', 'r'].includes(code)) return;
    if (typeof data !== 'string') return complain(2, describe(data), 'a text');
    if (code === 'o') this.events.push({ time: moment, type: 'output', data });
    else if (code === 'm') this.events.push({ time: moment, type: 'marker', label: data });
    else {
      const [, cols, rows] = /^(\d{1,4})x(\d{1,4})$/u.exec(data) ?? [];
      if (cols === undefined) return complain(2, describe(data), 'columns and rows, for example "80x24"');
      const size = checkGrid(cols, rows);
      if ('grid' in size) this.events.push({ time: moment, type: 'resize', grid: size.grid });
      else complain(2, size.found, `${size.expected}, or no such line`);
    }
  }

  /** All lines that are no JSON have one cause, which the first of them shows best. */
  #complainOfText(line: string, number: number, isLast: boolean): void {
    const joined = JOINED.exec(line);
    if (joined) return this.#end(number, line.indexOf('{', joined.index) + 1);
    const complain = (column: number, found: string, expected: string): void => {
      this.#slips.add(number, column, { field: 'event', found, expected }, 'text');
    };
    const control = CONTROL.exec(line);
    if (control) {
      const code = control[0].charCodeAt(0).toString(16).padStart(4, '0');
      const expected = `it escaped, \\u${code}, as \`asciinema rec\` writes it; record again, or escape it in the file`;
      return complain(control.index + 1, `the control character U+${code.toUpperCase()} as it is`, expected);
    }
    if (isLast) return complain(1, 'a last line that breaks off', 'a whole event; the recording was cut short, so take the line out');
    const slip = slipIn(line) ?? 0;
    if (line.slice(slip).trim() !== '') return complain(slip + 1, wordAt(line, slip), 'JSON');
    complain(slip + 1, 'the end of the line', 'every bracket and quotation mark closed before it');
  }

  #end(line: number, column: number): void {
    this.#slips.add(line, column, { field: '', ...ANOTHER });
    this.isOver = true;
  }
}

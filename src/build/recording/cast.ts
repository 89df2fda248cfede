import { z } from 'zod';
import type { Grid } from '../../core/terminal/recorded';
import { decode } from '../story/decode';
import { placeOf, valueAt, type Path } from '../story/locate';
import { parse, type Document } from '../story/parse';
import { sentence, type Complaint, type Problem } from '../story/problem';
import { validate, type Checked } from '../story/validate';
import { describe } from '../story/wording';

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

/** Largest file that is read, in bytes: more would make a page nobody waits for. */
export const LARGEST = 10 * 1024 * 1024;

/** Most cells across and down: more could not be read on any screen. */
const WIDEST = 500;
const TALLEST = 200;

/** A file that is wrong in every line says so this often, not a thousand times. */
const MOST_PROBLEMS = 10;

const idle = z.number().min(0).nullish();
const [width, height] = [z.number().int().min(1).max(WIDEST), z.number().int().min(1).max(TALLEST)];
const delay = z.number().min(0);

const v1 = z.object({ version: z.literal(1), width, height, stdout: z.array(z.tuple([delay, z.string()])) });
const headers = {
  2: z.object({ version: z.literal(2), width, height, idle_time_limit: idle }),
  3: z.object({ version: z.literal(3), term: z.object({ cols: width, rows: height }), idle_time_limit: idle }),
};

/** Reads an asciicast of version 1, 2 or 3. Never throws: what is wrong comes out as problems, each at its line and column. */
export function readCast(file: string, bytes: Uint8Array): Checked<Cast> {
  const decoded = decode(bytes);
  // The reader of JSON says the same of bytes that are no text.
  if (!('text' in decoded)) return { value: undefined, problems: parse(file, bytes).problems };
  const { text } = decoded;
  const [first = ''] = text.split('\n', 1);
  const header = isJson(first) ? first : undefined;
  const document = documentOf(file, header ?? text);
  if (!document.body) return { value: undefined, problems: document.problems };
  const version = valueAt(document.value, ['version']);
  if (version === 1) return readV1(header === undefined ? document : documentOf(file, text));
  if (version !== 2 && version !== 3) {
    const found = typeof document.value === 'object' && document.value !== null && !Array.isArray(document.value) ? describe(version) : describe(document.value);
    return { value: undefined, problems: [complainAt(document, ['version'], { field: 'version', found, expected: 'an asciicast, which begins with "version": 1, 2 or 3' })] };
  }
  if (header === undefined) {
    return { value: undefined, problems: [complainAt(document, [], { field: '', found: 'a header over several lines', expected: 'it on the first line, and an event on each of the others' })] };
  }
  return readLines(document, version, text);
}

function readV1(document: Document): Checked<Cast> {
  const { value, problems } = document.body ? validate(document, v1) : { value: undefined, problems: document.problems };
  if (!value) return { value: undefined, problems: few(problems) };
  let time = 0;
  const events = value.stdout.map(([wait, data]): CastEvent => ({ time: (time += wait), type: 'output', data }));
  return complete(document, { grid: { cols: value.width, rows: value.height }, idle: undefined, events });
}

function readLines(document: Document, version: 2 | 3, text: string): Checked<Cast> {
  const header = validate(document, headers[version] as z.ZodType<z.output<(typeof headers)[2 | 3]>>);
  const lines = text.split('\n');
  const reader = new LineReader(document.file, version);
  lines.slice(1).forEach((line, index) => reader.read(line.replace(/\r$/u, ''), index + 2, index + 2 === lines.length));
  const problems = [...header.problems, ...reader.problems];
  if (!header.value || problems.length > 0) return { value: undefined, problems: few(problems) };
  const { value } = header;
  const grid = 'term' in value ? value.term : { cols: value.width, rows: value.height };
  return complete(document, { grid, idle: value.idle_time_limit ?? undefined, events: reader.events });
}

/** Reads the lines of version 2, which count seconds from the start, and of version 3, which count from the line before. */
class LineReader {
  readonly events: CastEvent[] = [];
  readonly problems: Problem[] = [];
  readonly #file: string;
  readonly #version: 2 | 3;
  #time = 0;
  #timeLine = 1;

  constructor(file: string, version: 2 | 3) {
    this.#file = file;
    this.#version = version;
  }

  read(line: string, number: number, isLast: boolean): void {
    if (line.trim() === '' || (this.#version === 3 && line.startsWith('#'))) return;
    const complain = (index: number | undefined, found: string, expected: string): void => {
      const { column } = index === undefined ? { column: 1 } : placeOf(documentOf(this.#file, line).body, [index]);
      this.problems.push({ file: this.#file, line: number, column, message: sentence({ field: 'event', found, expected }) });
    };
    if (!isJson(line)) {
      if (isLast) return complain(undefined, 'a last line that breaks off', 'a whole event; the recording was cut short, so take the line out');
      const [slip] = documentOf(this.#file, line).problems;
      if (slip) this.problems.push({ ...slip, line: number, message: slip.message.replace('the file:', 'event:').replace('the end of the file', 'the end of the line') });
      return;
    }
    const event: unknown = JSON.parse(line);
    if (!Array.isArray(event) || event.length < 3) return complain(undefined, describe(event), 'a list of a time, a code and its data, for example [1.5, "o", "hello"]');
    const [time, code, data] = event as unknown[];
    if (typeof time !== 'number' || time < 0) return complain(0, describe(time), `seconds since the ${this.#version === 3 ? 'event before' : 'start'}, 0 or more`);
    if (typeof code !== 'string') return complain(1, describe(code), 'the code of an event, for example "o"');
    const moment = this.#version === 3 ? this.#time + time : time;
    if (moment < this.#time) return complain(0, `${time}, after ${this.#time} on line ${this.#timeLine}`, 'times that never go back');
    this.#time = moment;
    this.#timeLine = number;
    // Input has shown as output already, an exit shows nothing, and what is unknown is left out, as the format asks for.
    if (!['o', 'm', 'r'].includes(code)) return;
    if (typeof data !== 'string') return complain(2, describe(data), 'a text');
    if (code === 'o') this.events.push({ time: moment, type: 'output', data });
    else if (code === 'm') this.events.push({ time: moment, type: 'marker', label: data });
    else {
      const grid = gridOf(data);
      if (grid) this.events.push({ time: moment, type: 'resize', grid });
      else complain(2, describe(data), `columns and rows, for example "80x24", at most ${WIDEST}x${TALLEST}`);
    }
  }
}

function gridOf(data: string): Grid | undefined {
  const [, cols = 0, rows = 0] = (/^(\d{1,4})x(\d{1,4})$/u.exec(data) ?? []).map(Number);
  return cols >= 1 && cols <= WIDEST && rows >= 1 && rows <= TALLEST ? { cols, rows } : undefined;
}

function complete(document: Document, cast: Cast): Checked<Cast> {
  if (cast.events.some((event) => event.type === 'output' && event.data !== '')) return { value: cast, problems: [] };
  return { value: undefined, problems: [complainAt(document, [], { field: '', found: 'no output', expected: 'a recording in which something is printed' })] };
}

function few(problems: readonly Problem[]): readonly Problem[] {
  const last = problems[MOST_PROBLEMS];
  if (!last) return problems;
  const rest = problems.length - MOST_PROBLEMS;
  const found = `${rest} more ${rest === 1 ? 'problem' : 'problems'} from here on`;
  return [...problems.slice(0, MOST_PROBLEMS), { ...last, message: sentence({ field: '', found, expected: 'a recording of asciinema as it was saved' }) }];
}

function complainAt({ file, body }: Document, path: Path, complaint: Complaint): Problem {
  const { line, column } = placeOf(body, path);
  return { file, line, column, message: sentence(complaint) };
}

function documentOf(file: string, text: string): Document {
  return parse(file, Buffer.from(text));
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

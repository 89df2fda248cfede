import { InvalidArgumentError, Option } from 'commander';

export interface Size {
  readonly width: number;
  readonly height: number;
}

export const sceneOption = () => new Option('--scene <id>', 'this scene alone');
export const captionsOption = (where = 'below each picture, its caption') => new Option('--captions', where);
export const cutOption = () => new Option('--cut <name>', 'this short version: without the stops that it leaves out');
export const notesOption = () => new Option('--notes', 'below each picture, what the speaker says');
export const wireOption = () => new Option('--wire', 'below each picture, the messages on the wire');

export const inkOption = () => new Option('--ink <file>', 'what the pen drew in a talk, from the file that “Save the ink” wrote');
export const focusOption = (what: string) => new Option('--focus', what);

/** Where the export is written. The second option is its name in versions before 0.3. */
export const outOptions = (what: string, file: string): readonly Option[] => [
  new Option(`-o, --out <${what}>`, `where to write it (${file})`),
  new Option(`--output <${what}>`).hideHelp(),
];

export const stopOption = () =>
  new Option(
    '--stop <name>',
    'this stop alone, by its name in the overview, such as 5.3, or a scene’s number; may be given several times',
  ).argParser((value: string, names: readonly string[] = []) => [...names, value]);

export const setOption = () =>
  new Option('--set <name=value>', 'the value of an open variable, such as user=ann; may be given several times').argParser(parseVariable);

export const sizeOption = (size: Size = { width: 1920, height: 1080 }, what = 'in pixels of the page') =>
  new Option('--size <WxH>', what).argParser(parseSize).default(size, `${size.width}x${size.height}`);

export const speedOption = () =>
  new Option('--speed <number>', 'times as fast as on stage, from 0.25 to 4').argParser(parseNumber(0.25, 4)).default(1);

export const dwellOption = () =>
  new Option('--dwell <time>', 'how long it stays at a stop: as planned (dwell, else its reading time), reading, or seconds')
    .argParser(parseDwell)
    .default('plan');

/** How fast a film is and what it shows beside the stage. */
export const filmOptions = (fps: number): readonly Option[] => [
  new Option('--fps <number>', 'frames a second').argParser(parseNumber(1, 60)).default(fps),
  speedOption(),
  dwellOption(),
  new Option('--rehearsal <file>', 'stay as long as in a rehearsal, from the file that its table exports'),
  new Option('--captions', 'the captions below the stage'),
  new Option('--pointer', 'a pointer that moves to the button which is pressed next'),
];

export const colsOption = (cols: number) =>
  new Option('--cols <number>', 'columns of the terminal; 48 as on phones').argParser(parseCols).default(cols);

export const dprOption = () => new Option('--dpr <number>', 'pixels of the picture for each of the page').argParser(parseScale).default(1);

export const themeOption = (theme: 'light' | 'dark') =>
  new Option('--theme <name>', 'colours of the pictures').choices(['light', 'dark']).default(theme);

/** Parses a size such as 1920x1080, in pixels. @throws {InvalidArgumentError} */
export function parseSize(value: string): Size {
  const [, width, height] = /^(\d{2,4})[x×](\d{2,4})$/u.exec(value) ?? [];
  if (width === undefined || height === undefined) throw new InvalidArgumentError('It is written as 1920x1080.');
  return { width: Number(width), height: Number(height) };
}

/** Parses the number of pixels in the picture for each pixel of the page. @throws {InvalidArgumentError} */
export const parseScale = (value: string): number => parseNumber(0.5, 8)(value);

/** Adds the value of a variable, such as `user=ann`, to those given before. @throws {InvalidArgumentError} */
export function parseVariable(text: string, before: Readonly<Record<string, string>> = {}): Readonly<Record<string, string>> {
  const [, name, value] = /^([A-Za-z][\w-]*)=(.*)$/su.exec(text) ?? [];
  if (name === undefined || value === undefined) throw new InvalidArgumentError('It is written as name=value.');
  return { ...before, [name]: value };
}

/** Returns a parser for a number from `min` to `max`. */
function parseNumber(min: number, max: number): (value: string) => number {
  return (value) => {
    const number = value.trim() === '' ? Number.NaN : Number(value);
    if (!(number >= min && number <= max)) throw new InvalidArgumentError(`It is a number from ${min} to ${max}.`);
    return number;
  };
}

/** Parses how long a film stays at a stop; seconds become milliseconds. @throws {InvalidArgumentError} */
export function parseDwell(value: string): 'plan' | 'reading' | number {
  if (value === 'plan' || value === 'reading') return value;
  const seconds = value.trim() === '' ? Number.NaN : Number(value);
  if (!(seconds >= 0 && seconds <= 3600)) throw new InvalidArgumentError('It is plan, reading, or a number of seconds.');
  return seconds * 1000;
}

/** Parses a number of bytes, such as 8MB, in decimal units. @throws {InvalidArgumentError} */
export function parseBytes(value: string): number {
  const [, number, unit] = /^(\d+(?:\.\d+)?) ?(k|M)B?$/iu.exec(value.trim()) ?? [];
  const bytes = Math.floor(Number(number) * (unit?.toLowerCase() === 'k' ? 1e3 : 1e6));
  if (!(bytes >= 1)) throw new InvalidArgumentError('It is written as 8MB or 500kB.');
  return bytes;
}

/** Parses how often something plays. @throws {InvalidArgumentError} */
export function parseLoop(value: string): number {
  const count = Number(value);
  if (!/^\d+$/u.test(value) || count > 65_536) throw new InvalidArgumentError('It is a whole number; 0 is for ever.');
  return count;
}

/** Parses the number of columns of a terminal. @throws {InvalidArgumentError} */
function parseCols(value: string): number {
  const cols = parseNumber(20, 200)(value);
  if (!Number.isInteger(cols)) throw new InvalidArgumentError('It is a whole number from 20 to 200.');
  return cols;
}

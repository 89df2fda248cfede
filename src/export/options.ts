import { InvalidArgumentError, Option } from 'commander';

export interface Size {
  readonly width: number;
  readonly height: number;
}

export const sceneOption = () => new Option('--scene <id>', 'this scene alone');
export const captionsOption = () => new Option('--captions', 'below each picture, its caption');
export const cutOption = () => new Option('--cut <name>', 'this short version: without the stops that it leaves out');
export const notesOption = () => new Option('--notes', 'below each picture, what the speaker says');
export const wireOption = () => new Option('--wire', 'below each picture, the messages on the wire');

export const inkOption = () => new Option('--ink <file>', 'what the pen drew in a talk, from the file that “Save the ink” wrote');
export const focusOption = (what: string) => new Option('--focus', what);

export const outputOption = (what: string, file: string) => new Option(`-o, --output <${what}>`, `where to write it (${file})`);

export const themeOption = (theme: 'light' | 'dark') =>
  new Option('--theme <name>', 'colours of the pictures').choices(['light', 'dark']).default(theme);

/** Parses a size such as 1920x1080, in pixels. @throws {InvalidArgumentError} */
export function parseSize(value: string): Size {
  const [, width, height] = /^(\d{2,4})[x×](\d{2,4})$/u.exec(value) ?? [];
  if (width === undefined || height === undefined) throw new InvalidArgumentError('It is written as 1920x1080.');
  return { width: Number(width), height: Number(height) };
}

/** Parses the number of pixels in the picture for each pixel of the page. @throws {InvalidArgumentError} */
export function parseScale(value: string): number {
  const scale = Number(value);
  if (!(scale >= 0.5 && scale <= 8)) throw new InvalidArgumentError('It is a number from 0.5 to 8.');
  return scale;
}

import { parseArgs, type ParseArgsConfig } from 'node:util';

type Options = NonNullable<ParseArgsConfig['options']>;

/** The options in `args`, and nothing else. @throws with what is wrong with them */
export function parseOptions<T extends Options>(args: readonly string[], options: T) {
  return parseArgs({ args: [...args], options, strict: true, allowPositionals: false }).values;
}

/** One of `choices`. @throws with the choices for anything else */
export function parseChoice<T extends string>(option: string, value: string, choices: readonly T[]): T {
  const found = choices.find((choice) => choice === value);
  if (found === undefined) throw new Error(`${option} is "${value}"; it can be ${choices.join(' or ')}.`);
  return found;
}

/** A size such as 1920x1080, in pixels. */
export function parseSize(value: string): { readonly width: number; readonly height: number } {
  const [, width, height] = /^(\d{2,4})[x×](\d{2,4})$/u.exec(value) ?? [];
  if (width === undefined || height === undefined) throw new Error(`--size is "${value}"; it is written as 1920x1080.`);
  return { width: Number(width), height: Number(height) };
}

/** How many pixels of the picture one pixel of the page takes. */
export function parseScale(value: string): number {
  const scale = Number(value);
  if (!(scale >= 0.5 && scale <= 8)) throw new Error(`--dpr is "${value}"; it can be a number from 0.5 to 8.`);
  return scale;
}

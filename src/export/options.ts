import { parseArgs, type ParseArgsConfig } from 'node:util';

type Options = NonNullable<ParseArgsConfig['options']>;

/** Parses `args`. @throws for unknown options, missing values and other arguments */
export function parseOptions<T extends Options>(args: readonly string[], options: T) {
  return parseArgs({ args: [...args], options }).values;
}

/** Returns `value` if it is one of `choices`. @throws otherwise */
export function parseChoice<T extends string>(option: string, value: string, choices: readonly T[]): T {
  const found = choices.find((choice) => choice === value);
  if (found === undefined) throw new Error(`${option} is "${value}"; it can be ${choices.join(' or ')}.`);
  return found;
}

/** Parses a size in pixels, such as 1920x1080. */
export function parseSize(value: string): { readonly width: number; readonly height: number } {
  const [, width, height] = /^(\d{2,4})[x×](\d{2,4})$/u.exec(value) ?? [];
  if (width === undefined || height === undefined) throw new Error(`--size is "${value}"; it is written as 1920x1080.`);
  return { width: Number(width), height: Number(height) };
}

/** Parses the number of image pixels per CSS pixel. */
export function parseScale(value: string): number {
  const scale = Number(value);
  if (!(scale >= 0.5 && scale <= 8)) throw new Error(`--dpr is "${value}"; it can be a number from 0.5 to 8.`);
  return scale;
}

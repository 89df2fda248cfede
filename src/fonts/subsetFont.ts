/** The parts used of two packages that ship no types. */
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';

export interface SubsetOptions {
  readonly targetFormat: 'sfnt' | 'woff2';
  /** @default all */
  readonly keepFeatures?: string[];
  /** Entries of the `name` table to keep. */
  readonly preserveNameIds: number[];
  readonly variationAxes?: Record<string, number | { min: number; max: number }>;
}

const require = createRequire(import.meta.url);

/** Cuts a font down to the characters of `text`. */
export const subsetFont = require('subset-font') as (font: Buffer, text: string, options: SubsetOptions) => Promise<Buffer>;

const fontverter = require('fontverter') as { convert(font: Buffer, to: 'sfnt' | 'woff2'): Promise<Buffer> };

/** A font in another container. */
export const convertFont = (font: Uint8Array, to: 'sfnt' | 'woff2'): Promise<Buffer> => fontverter.convert(Buffer.from(font), to);

/** A font file, unpacked. */
export async function readFontFile(file: string): Promise<Buffer> {
  return convertFont(await readFile(file), 'sfnt');
}

/** Copyright, licence and licence address stay inside each file, as the font licences ask. */
export const LICENCE_NAME_IDS = [0, 13, 14];

import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';

export interface SubsetOptions {
  readonly targetFormat: 'sfnt' | 'woff2';
  /** OpenType features. @default those that text needs without styling */
  readonly keepFeatures?: string[];
  /** Entries of the `name` table to keep. */
  readonly preserveNameIds: number[];
  readonly variationAxes?: Record<string, number | { min: number; max: number }>;
}

const require = createRequire(import.meta.url);

/** Returns a font with the characters of `text`. Typed here, as the package has no types. */
export const subsetFont = require('subset-font') as (font: Buffer, text: string, options: SubsetOptions) => Promise<Buffer>;

const fontverter = require('fontverter') as { convert(font: Buffer, to: 'sfnt' | 'woff2'): Promise<Buffer> };

export const convertFont = (font: Uint8Array, to: 'sfnt' | 'woff2'): Promise<Buffer> => fontverter.convert(Buffer.from(font), to);

/** Reads a font file of any format as sfnt. */
export async function readFontFile(file: string): Promise<Buffer> {
  return convertFont(await readFile(file), 'sfnt');
}

/** Copyright, licence and licence URL: the font licences ask to keep them in each file. */
export const LICENCE_NAME_IDS = [0, 13, 14];

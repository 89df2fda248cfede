import type { Palette } from '../../core/theme';
import type { Size } from '../options';

/** What a presentation file contains. */
export interface SlideDeck {
  readonly title: string;
  readonly author: string | undefined;
  /** Language of all texts, as in `<html lang>`. */
  readonly lang: string;
  /** Of a picture, in pixels. Slides have its proportions. */
  readonly size: Size;
  readonly theme: 'light' | 'dark';
  readonly palette: Palette;
  /** In the order of the slides. */
  readonly sections: readonly SlideSection[];
}

/** Consecutive slides that PowerPoint lists under one name. */
export interface SlideSection {
  readonly title: string;
  readonly slides: readonly Slide[];
}

export interface Slide {
  readonly title: string;
  /** What the speaker says, a string a paragraph. */
  readonly notes: readonly string[];
  /** Text in place of the picture, for screen readers. */
  readonly altText: string;
  /** Path of a PNG file. */
  readonly picture: string;
}

/** English Metric Units (EMU) in an inch, in which the format measures. */
const INCH = 914_400;
/** The longer side of a slide: as wide as PowerPoint's own 16:9 slides. */
const LONG_SIDE = (INCH * 40) / 3;

/** Returns the size of a slide in EMU, with the proportions of its picture. @throws if PowerPoint allows no slide so narrow */
export function slideSize({ width, height }: Size): Size {
  const scale = LONG_SIDE / Math.max(width, height);
  const size = { width: Math.round(width * scale), height: Math.round(height * scale) };
  // ST_SlideSizeCoordinate: each side has an inch at the least.
  if (Math.min(size.width, size.height) < INCH)
    throw new Error(`A slide cannot be ${width}x${height}: one side may be up to 13 times as long as the other. Change --size.`);
  return size;
}

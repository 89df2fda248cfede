import type { SlideFields } from './schema/contradictions';

/** How a slide is laid out. */
export type Layout = (typeof LAYOUTS)[number];
export const LAYOUTS = [
  'title',
  'section',
  'thanks',
  'statement',
  'quote',
  'number',
  'bullets',
  'code',
  'table',
  'columns',
  'text',
  'picture',
] as const;

/** Returns the layout of a slide, which follows from the fields it has. A picture or a QR code stands beside the others. */
export function layoutOf(slide: SlideFields): Layout {
  const main = LAYOUTS.find((layout) => layout !== 'title' && layout !== 'picture' && slide[layout] !== undefined);
  if (main) return main;
  return slide.image !== undefined && slide.subtitle === undefined ? 'picture' : 'title';
}

/** Whether a picture or a QR code stands beside the rest, and takes half of the slide. */
export function hasAside(slide: SlideFields): boolean {
  return slide.qr !== undefined || (slide.image !== undefined && layoutOf(slide) !== 'picture');
}

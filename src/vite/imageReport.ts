import type { PublishedImage } from '../compiler/images/loadImages';
import { formatBytes } from '../core/formatBytes.ts';
import { pluralize } from '../core/pluralize.ts';

/** Says how much the pictures of a story weigh, and what would make them smaller; undefined without pictures. */
export function formatImageReport(images: readonly PublishedImage[]): string | undefined {
  const published = [...new Map(images.map((image) => [image.address, image])).values()];
  if (published.length === 0) return undefined;
  const total = (field: 'originalBytes' | 'publishedBytes'): number => published.reduce((sum, image) => sum + image[field], 0);
  const [before, after] = [total('originalBytes'), total('publishedBytes')];
  const weight = `${pluralize(published.length, 'picture')} of ${formatBytes(after)}`;
  if (published.some(({ isOptimized }) => !isOptimized))
    return `${weight}, published as they are. To make them smaller, install sharp: npm install --save-dev sharp`;
  return after < before ? `${weight}, made from ${formatBytes(before)}.` : `${weight}.`;
}

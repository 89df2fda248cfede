import path from 'node:path';
import { formatPath } from '../story/jsonPath';
import type { JsonDocument } from '../story/parseJsonFile';
import type { Problem } from '../story/problem';
import { toProblem } from '../story/toProblem';
import type { PublishedImage } from './loadImages';

/** A scene file and the pictures in it. */
interface SceneImages {
  readonly document: JsonDocument;
  readonly images: readonly PublishedImage[];
}

/**
 * Reports every picture that shows areas which `redact` removes from another picture of the same content: what is secret in one place is
 * secret in all.
 */
export function redactedElsewhere(scenes: readonly SceneImages[]): readonly Problem[] {
  const all = scenes.flatMap(({ document, images }) => {
    // A scene may load a picture for several of its steps.
    const byPath = new Map(images.map((image) => [formatPath(image.path), image]));
    return [...byPath].map(([place, image]) => ({ document, place, image, areas: (image.redact ?? []).map(areaKey) }));
  });
  const redacted = all.filter(({ areas }) => areas.length > 0);
  return all.flatMap(({ document, image, areas }) => {
    const isSeenHere = (each: (typeof all)[number]): boolean =>
      each.image.originalHash === image.originalHash && each.areas.some((area) => !areas.includes(area));
    const other = redacted.find(isSeenHere);
    if (!other) return [];
    const where = `${other.document === document ? '' : `${path.basename(other.document.file)}, `}${other.place}`;
    const found = `the picture ${JSON.stringify(image.src)} with areas that "redact" of ${where} removes`;
    const expected = 'the same areas in "redact", or another picture';
    return [toProblem(document, { path: [...image.path, image.redact ? 'redact' : 'src'], found, expected })];
  });
}

function areaKey({ x, y, width, height }: NonNullable<PublishedImage['redact']>[number]): string {
  return [x, y, width, height].join(' ');
}

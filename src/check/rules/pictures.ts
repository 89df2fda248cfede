import path from 'node:path';
import type { PublishedImage } from '../../compiler/images/loadImages';
import { maxOf } from '../../core/maxOf';
import { createFinding, quote, type CheckRule, type Finding } from '../finding';
import { stepLocation, type CheckInput, type StoryLocation } from '../checkInput';

/** A larger picture takes seconds to load in a hall, and delays the offline copy. */
const MAX_BYTES = 800_000;

/** The width of a common projector, in pixels, and by how much a picture may be enlarged on it until that is seen. */
const PROJECTOR_WIDTH = 1920;
const MAX_ENLARGEMENT = 1.25;

interface LocatedImage extends PublishedImage {
  readonly location: StoryLocation;
}

/** Reports pictures that are heavy, too coarse for a projector, or whose words do not say what they show. */
export const picturesRule: CheckRule = {
  name: 'pictures',
  check(input) {
    const images = locatedImages(input);
    return [...images.flatMap(checkWeight), ...images.flatMap(checkAlt), ...checkRepeatedAlts(images), ...checkSharpness(input, images)];
  },
};

/** Returns every picture once: a scene may load one for several of its steps. */
function locatedImages({ scenes, images }: CheckInput): readonly LocatedImage[] {
  return scenes.flatMap((document) => {
    const list = images.get(document.file) ?? [];
    const byPath = new Map(list.map((image) => [JSON.stringify(image.path), { ...image, location: { document, path: image.path } }]));
    return [...byPath.values()].toSorted((a, b) => JSON.stringify(a.path).localeCompare(JSON.stringify(b.path)));
  });
}

function checkWeight({ location, src, format, publishedBytes, isOptimized }: LocatedImage): readonly Finding[] {
  if (publishedBytes <= MAX_BYTES) return [];
  const remedy = isOptimized
    ? format === 'svg'
      ? 'Save the drawing as PNG, or with fewer shapes'
      : 'Cut it to what the stage shows, or save it with fewer pixels'
    : 'Install the package that the build makes pictures smaller with: npm install --save-dev sharp';
  const problem = `${quote(src)} weighs ${(publishedBytes / 1_000_000).toFixed(1)} MB in the page, which loads for seconds in a full hall`;
  return [createFinding('warning', location, `${problem}. ${remedy}`)];
}

/** Words that say that there is a picture and not what it shows. */
const EMPTY_ALT = /^(?:an? |the )?(?:image|picture|screen ?shot|photo|drawing|figure)(?: \d+)?\.?$/iu;

function checkAlt({ location, src, alt }: LocatedImage): readonly Finding[] {
  const plain = (text: string): string => text.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, '');
  const { base, name } = path.parse(src);
  const isFileName = [base, name].some((each) => plain(each) === plain(alt)) || /\.(?:png|jpe?g|webp|avif|svg|gif)$/iu.test(alt);
  if (!isFileName && !EMPTY_ALT.test(alt.trim())) return [];
  const problem = `${quote(alt)} ${isFileName ? 'is the name of a file' : 'only says that there is a picture'}`;
  const advice = 'Write what the picture shows: those who cannot see it, and the transcript, have nothing else';
  return [createFinding('warning', { ...location, path: [...location.path, 'alt'] }, `${problem}. ${advice}`)];
}

function checkRepeatedAlts(images: readonly LocatedImage[]): readonly Finding[] {
  return images.flatMap(({ location, alt, address }, index): readonly Finding[] => {
    const other = images.slice(0, index).find((each) => each.alt === alt && each.address !== address);
    if (!other) return [];
    const message = `${quote(alt)} also stands for another picture, ${quote(other.src)}. Say in what they differ`;
    return [createFinding('warning', { ...location, path: [...location.path, 'alt'] }, message)];
  });
}

/** Reports each picture once, where it is enlarged most. */
function checkSharpness({ layout, timeline, scenes }: CheckInput, images: readonly LocatedImage[]): readonly Finding[] {
  if (!('stops' in layout)) return [];
  const scale = PROJECTOR_WIDTH / layout.viewport.width;
  return images.flatMap(({ location, src, address, publishedWidth }): readonly Finding[] => {
    if (publishedWidth === undefined) return [];
    const widths = timeline.stops
      .filter((stop) =>
        [stop, ...(stop.panes ?? []).map((pane) => pane.stop)].some(
          (each) => stepLocation({ scenes }, each).document === location.document,
        ),
      )
      .flatMap(({ index }) => layout.stops[index]?.pictures ?? [])
      .filter((each) => each.address === address)
      .map(({ width }) => Math.round(width * scale));
    const widest = maxOf(widths, 0);
    if (widest <= publishedWidth * MAX_ENLARGEMENT) return [];
    const problem =
      `${quote(src)} is ${publishedWidth} pixels wide and is shown ${widest} wide on a projector of ${PROJECTOR_WIDTH}, ` +
      'where it looks blurred';
    return [createFinding('warning', location, `${problem}. Take it again at twice the size, or show it smaller`)];
  });
}

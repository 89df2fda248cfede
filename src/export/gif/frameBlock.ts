import type { Area } from './changedArea';
import { GIFEncoder } from './gifenc';
import { countColours, createColourTable, type ColourTable, type GifPalette } from './gifPalette';
import type { Picture } from './picture';

/** An encoded frame. Its delay is set when the next one is known. */
export interface FrameBlock {
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** Where the graphic control extension begins, which has the delay. */
  readonly controlAt: number;
}

/** Lengths of the parts of a GIF before its first frame, in bytes: header, screen descriptor, and the extension that repeats it. */
const [HEADER, SCREEN, REPEAT] = [6, 7, 19];

/** Places in a frame, after the start of its graphic control extension. */
const [DELAY_AT, POSITION_AT] = [4, 9];

const encoder = GIFEncoder({ auto: false });

/** Encodes the first frame, with all that precedes it. @param repeat How often it is repeated: 0 for ever, -1 not at all. */
export function encodeFirstFrame(picture: Picture, limit: number, repeat: number): FrameBlock & { readonly table: ColourTable } {
  const places = placesIn({ x: 0, y: 0, width: picture.width, height: picture.height }, picture.width);
  // The frames that use its palette leave pixels out.
  const table = createColourTable(countColours(picture.pixels, places), limit - 1);
  const palette = withTransparent(table.palette);
  const indices = Uint8Array.from(picture.pixels, (colour) => table.indices.get(colour)!);
  encoder.reset();
  encoder.writeHeader();
  encoder.writeFrame(indices, picture.width, picture.height, {
    first: true,
    palette,
    colorDepth: bitsFor(palette.length),
    repeat,
    dispose: 1,
  });
  const controlAt = HEADER + SCREEN + 3 * 2 ** Math.max(1, Math.ceil(Math.log2(palette.length))) + (repeat >= 0 ? REPEAT : 0);
  return { bytes: encoder.bytes(), controlAt, table };
}

/**
 * Encodes what changed between two pictures: in a palette of its own or in that of the first frame, with the pixels that stay as they are
 * transparent or drawn again, whichever takes least.
 */
export function encodeChange(before: Picture, after: Picture, area: Area, limit: number, shared: ColourTable): FrameBlock {
  const places = placesIn(area, after.width);
  const isChanged = (place: number): boolean => before.pixels[place] !== after.pixels[place];
  const counts = countColours(after.pixels, places.filter(isChanged));
  const own = createColourTable(counts, limit - 1);
  const isInShared = [...counts.keys()].every((colour) => shared.exact.has(colour));
  const blocks = [own, ...(isInShared ? [shared] : [])].flatMap(({ palette, indices, exact }) =>
    [false, true].map((drawsAll) => {
      const transparent = palette.length;
      const drawn = new Uint8Array(places.length).fill(transparent);
      for (const [at, place] of places.entries()) {
        const colour = after.pixels[place]!;
        if (isChanged(place)) drawn[at] = indices.get(colour)!;
        else if (drawsAll) drawn[at] = exact.get(colour) ?? transparent;
      }
      return encodeArea(drawn, area, palette, indices === shared.indices);
    }),
  );
  const bytes = blocks.reduce((smallest, block) => (block.length < smallest.length ? block : smallest));
  return { bytes, controlAt: 0 };
}

/** Returns a frame in which nothing changes. */
export function encodeNoChange(): FrameBlock {
  return { bytes: encodeArea(Uint8Array.of(0), { x: 0, y: 0, width: 1, height: 1 }, [], false), controlAt: 0 };
}

/** Sets how long a frame is shown, in hundredths of a second up to 65535. */
export function setDelay({ bytes, controlAt }: Pick<FrameBlock, 'bytes' | 'controlAt'>, delay: number): void {
  new DataView(bytes.buffer, bytes.byteOffset).setUint16(controlAt + DELAY_AT, delay, true);
}

function encodeArea(indices: Uint8Array, { x, y, width, height }: Area, colours: GifPalette, isShared: boolean): Uint8Array<ArrayBuffer> {
  const palette = withTransparent(colours);
  encoder.reset();
  encoder.writeFrame(indices, width, height, {
    palette: isShared ? null : palette,
    colorDepth: bitsFor(palette.length),
    transparent: true,
    transparentIndex: palette.length - 1,
    dispose: 1,
  });
  const bytes = encoder.bytes();
  // gifenc draws every frame at the top left.
  const view = new DataView(bytes.buffer, bytes.byteOffset);
  view.setUint16(POSITION_AT, x, true);
  view.setUint16(POSITION_AT + 2, y, true);
  return bytes;
}

/** Returns the positions of the area's pixels in a picture, row by row. */
function placesIn({ x, y, width, height }: Area, stride: number): Uint32Array {
  const places = new Uint32Array(width * height);
  for (let row = 0, at = 0; row < height; row += 1)
    for (let column = 0; column < width; column += 1, at += 1) places[at] = (y + row) * stride + x + column;
  return places;
}

/** The transparent index is the one after the colours. */
const withTransparent = (colours: GifPalette): GifPalette => [...colours, [0, 0, 0]];

const bitsFor = (colours: number): number => Math.max(2, Math.ceil(Math.log2(colours)));

import { changedArea } from './changedArea';
import { encodeChange, encodeFirstFrame, encodeNoChange, setDelay, type FrameBlock } from './frameBlock';
import type { ColourTable } from './gifPalette';
import { splitDelay, type Centiseconds } from './gifTime';
import type { Picture } from './picture';

/** A picture, and when it is shown. */
export interface TimedPicture {
  readonly picture: Picture;
  readonly at: Centiseconds;
}

export interface GifOptions {
  /** Most colours of a frame, from 2 to 256. One of them is used for pixels that stay as they are. */
  readonly colours: number;
  /** How often it plays; 0 for ever. */
  readonly loop: number;
  /** When it ends. */
  readonly end: Centiseconds;
}

const TRAILER = Uint8Array.of(0x3b);

/** Encodes pictures of one size as a GIF. Yields its bytes in order; holds two pictures. */
export async function* encodeGif(
  pictures: AsyncIterable<TimedPicture>,
  { colours, loop, end }: GifOptions,
): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  let before: Picture | undefined;
  let shared: ColourTable | undefined;
  let pending: { readonly block: FrameBlock; readonly at: Centiseconds } | undefined;
  for await (const { picture, at } of pictures) {
    const area = before && changedArea(before, picture);
    if (before && !area) continue;
    if (pending) yield* finishFrame(pending.block, at - pending.at);
    if (before && area) pending = { block: encodeChange(before, picture, area, colours, shared!), at };
    else {
      const first = encodeFirstFrame(picture, colours, loop === 0 ? 0 : loop === 1 ? -1 : loop - 1);
      [pending, shared] = [{ block: first, at }, first.table];
    }
    before = picture;
  }
  if (pending) yield* finishFrame(pending.block, end - pending.at);
  yield TRAILER;
}

/** Yields a frame with its delay. What is longer than a delay can be is shown by frames after it in which nothing changes. */
function* finishFrame(block: FrameBlock, delay: Centiseconds): Generator<Uint8Array<ArrayBuffer>> {
  const delays = splitDelay(delay);
  for (const [index, part] of delays.entries()) {
    const frame = index === 0 ? block : encodeNoChange();
    setDelay(frame, part);
    yield frame.bytes;
  }
}

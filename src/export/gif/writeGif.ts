import { open } from 'node:fs/promises';
import path from 'node:path';
import { formatBytes } from '../../core/formatBytes';
import type { Size } from '../options';
import { createWorkProgress } from '../workProgress';
import { encodeGif } from './encodeGif';
import { findFit, qualities, type GifQuality } from './fitSize';
import { frameTime } from './gifTime';
import type { KeptPictures } from './keptPictures';

export interface WriteOptions {
  readonly size: Size;
  readonly fps: number;
  /** Number of frames of the film, as many as pictures or more. */
  readonly frames: number;
  /** How often it plays; 0 for ever. */
  readonly loop: number;
  /** Most bytes. @default any number */
  readonly maxBytes: number | undefined;
  /** Is told what is done. */
  readonly report: (text: string) => void;
}

/** A written GIF. */
export interface WrittenGif {
  readonly file: string;
  readonly quality: GifQuality;
}

/** Encodes kept pictures into a file in `folder`, in the best quality that fits. @throws with the smallest size if none does */
export async function writeGif(pictures: KeptPictures, folder: string, options: WriteOptions): Promise<WrittenGif> {
  const { size, fps, frames, loop, maxBytes, report } = options;
  const choices = qualities(size, fps);
  const fileOf = (index: number): string => path.join(folder, `${index}.gif`);
  const encode = async (index: number, limit: number | undefined): Promise<number | undefined> => {
    const quality = choices[index]!;
    const what = `Encoding ${pictures.count} pictures${index === 0 ? '' : `, with ${describeQuality(quality, fps)}`}`;
    const progress = createWorkProgress(report);
    const read = pictures.read(quality, (share) => progress(share, what));
    const bytes = encodeGif(read, { colours: quality.colours, loop, end: frameTime(frames, fps) });
    return writeUpTo(fileOf(index), bytes, limit);
  };
  const fit = await findFit(choices.length, maxBytes, encode);
  if ('index' in fit) return { file: fileOf(fit.index), quality: choices[fit.index]! };
  throw new Error(
    `A GIF of this cannot have ${formatBytes(maxBytes!)}: with ${describeQuality(choices.at(-1)!, fps)} it still has ` +
      `${formatBytes(fit.smallest)}. Take fewer stops with --scene or --stop, a larger --max-size, or export mp4.`,
  );
}

/** `64 colours, 10 frames a second and 400×225 pixels` */
export function describeQuality({ colours, step, size }: GifQuality, fps: number): string {
  return `${colours} colours, ${Number((fps / step).toFixed(1))} frames a second and ${size.width}×${size.height} pixels`;
}

/** Writes bytes to a file. Returns their number; undefined once there are more than `limit`. */
async function writeUpTo(file: string, parts: AsyncIterable<Uint8Array>, limit = Number.POSITIVE_INFINITY): Promise<number | undefined> {
  const handle = await open(file, 'w');
  try {
    let size = 0;
    for await (const part of parts) {
      size += part.length;
      if (size > limit) return undefined;
      await handle.appendFile(part);
    }
    return size;
  } finally {
    await handle.close();
  }
}

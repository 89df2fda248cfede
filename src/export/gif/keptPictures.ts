import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { deflateSync, inflateSync } from 'node:zlib';
import type { Size } from '../options';
import { changedArea } from './changedArea';
import type { TimedPicture } from './encodeGif';
import { frameTime, thinFrames } from './gifTime';
import { decodePicture, shrinkPicture, type Picture } from './picture';

/** Which of the kept pictures a GIF has, and how large. */
export interface PictureChoice {
  /** It has every `step`th frame of the film. */
  readonly step: number;
  readonly size: Size;
}

/** The pictures of a film in files, so that it can be encoded several times and takes no memory, however long it is. */
export class KeptPictures {
  readonly #folder: string;
  readonly #size: Size;
  readonly #fps: number;
  /** The numbers of the frames with a new picture. */
  readonly #changes: number[] = [];
  #last: Picture | undefined;

  /** @param folder Where the files are put; the caller removes it. */
  constructor(folder: string, size: Size, fps: number) {
    this.#folder = folder;
    this.#size = size;
    this.#fps = fps;
  }

  get count(): number {
    return this.#changes.length;
  }

  /** Keeps the picture of a frame, a PNG, unless it looks like the one before once it has its size. */
  async add(frame: number, png: Uint8Array): Promise<void> {
    const picture = decodePicture(png, this.#size);
    if (this.#last && !changedArea(this.#last, picture)) return;
    const { pixels } = (this.#last = picture);
    await writeFile(this.#fileOf(this.#changes.length), deflateSync(new Uint8Array(pixels.buffer), { level: 1 }));
    this.#changes.push(frame);
  }

  /** Reads the pictures in order. Calls `onRead` with the share that has been read, from 0 to 1. */
  async *read({ step, size }: PictureChoice, onRead: (share: number) => void = () => {}): AsyncGenerator<TimedPicture> {
    for (const { change, frame } of thinFrames(this.#changes, step)) {
      onRead(change / this.#changes.length);
      const { buffer, byteOffset, byteLength } = inflateSync(await readFile(this.#fileOf(change)));
      const pixels = new Uint32Array(buffer.slice(byteOffset, byteOffset + byteLength));
      yield { picture: shrinkPicture({ ...this.#size, pixels }, size), at: frameTime(frame, this.#fps) };
    }
  }

  #fileOf(change: number): string {
    return path.join(this.#folder, `${change}.pixels`);
  }
}

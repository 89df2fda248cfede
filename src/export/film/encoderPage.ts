import type * as Mediabunny from 'mediabunny';
import type { FilmCodec, FilmFormat } from './codecs';

export interface EncoderOptions {
  readonly format: FilmFormat;
  readonly codec: FilmCodec;
  readonly fps: number;
  readonly bitrate: number;
  readonly title: string;
  readonly maxFrames: number;
}

/** The globals of the page that encodes. */
interface EncoderWindow {
  readonly mediabunny: typeof Mediabunny;
  /** Writes a part of the film, as base64, at a position of its file. */
  readonly writeFilm: (position: number, base64: string) => Promise<void>;
}

/** Encodes a film in a page. Times are frames. */
export interface PageEncoder {
  /** Adds a frame: a picture as base64 of a PNG, or the one before. Players go to key frames. */
  add(picture: string | undefined, isKey: boolean): Promise<void>;
  finish(): Promise<void>;
}

/**
 * Creates an encoder in the page that it runs in, so it uses nothing outside of itself. Returns
 * undefined if the browser cannot encode this.
 */
export async function createPageEncoder({
  format,
  codec,
  fps,
  bitrate,
  title,
  maxFrames,
  width,
  height,
}: EncoderOptions & { readonly width: number; readonly height: number }): Promise<PageEncoder | undefined> {
  /** Between two key frames, which is how far a player decodes to reach a place. */
  const KEY_FRAME_SECONDS = 20;
  const { mediabunny, writeFilm } = window as unknown as EncoderWindow;
  const { Mp4OutputFormat, Output, Quality, StreamTarget, VideoSample, VideoSampleSource, WebMOutputFormat } = mediabunny;
  const { supported } = await VideoEncoder.isConfigSupported({ codec: codec.id, width, height, framerate: fps, bitrate });
  if (!supported) return undefined;

  const toBase64 = (data: Uint8Array<ArrayBuffer>): Promise<string> =>
    new Promise((resolve) => {
      const reader = new FileReader();
      reader.addEventListener('load', () => resolve((reader.result as string).replace(/^[^,]*,/u, '')));
      reader.readAsDataURL(new Blob([data]));
    });
  const writable = new WritableStream<Mediabunny.StreamTargetChunk>({
    write: async ({ data, position }) => writeFilm(position, await toBase64(data)),
  });
  const output = new Output({
    format: format === 'webm' ? new WebMOutputFormat() : new Mp4OutputFormat({ fastStart: 'reserve' }),
    target: new StreamTarget(writable, { chunked: true, chunkSize: 2 ** 20 }),
  });
  const source = new VideoSampleSource({
    codec: codec.codec,
    fullCodecString: codec.id,
    quality: new Quality({ bitrate, bitrateMode: 'variable' }),
    keyFrameInterval: KEY_FRAME_SECONDS,
    latencyMode: 'quality',
    // A quarter of the size: the encoder then looks for text that has been scrolled. ADR 059
    contentHint: 'text',
  });
  output.addVideoTrack(source, { frameRate: fps, maximumPacketCount: maxFrames });
  output.setMetadataTags({ title });
  await output.start();

  let bitmap: ImageBitmap | undefined;
  let frames = 0;
  return {
    add: async (picture, isKey) => {
      if (picture !== undefined) {
        const bytes = Uint8Array.from(atob(picture), (character) => character.charCodeAt(0));
        bitmap?.close();
        bitmap = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
      }
      const sample = new VideoSample(bitmap!, { timestamp: frames / fps, duration: 1 / fps });
      frames += 1;
      await source.add(sample, isKey ? { keyFrame: true } : {});
      sample.close();
    },
    finish: () => output.finalize(),
  };
}

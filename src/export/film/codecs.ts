import type { Size } from '../options';

export type FilmFormat = 'mp4' | 'webm';

export type CodecName = 'h264' | 'vp9' | 'av1';

const CODEC_NAMES: Readonly<Record<CodecName, string>> = { h264: 'H.264', vp9: 'VP9', av1: 'AV1' };

export interface FilmCodec {
  /** As mediabunny names it. */
  readonly codec: 'avc' | 'vp9' | 'av1';
  /** For WebCodecs, such as `avc1.640028`. */
  readonly id: string;
}

/** Pixels of a frame and of a second that the levels of H.264 allow, in macroblocks of 16×16, smallest first (ITU-T H.264, table A-1). */
const H264_LEVELS: readonly (readonly [level: number, frame: number, second: number])[] = [
  [0x1e, 1620, 40_500],
  [0x1f, 3600, 108_000],
  [0x28, 8192, 245_760],
  [0x2a, 8704, 522_240],
  [0x32, 22_080, 589_824],
  [0x33, 36_864, 983_040],
  [0x34, 36_864, 2_073_600],
];

/** The codecs of a format, the one that most players know first. */
export const CODECS = { mp4: ['h264', 'av1'], webm: ['vp9', 'av1'] } as const satisfies Record<FilmFormat, readonly CodecName[]>;

/** Returns the codec of this name for films of this size. */
export function codecFor(name: CodecName, { width, height }: Size, fps: number): FilmCodec {
  if (name === 'vp9') return { codec: 'vp9', id: 'vp09.00.40.08' };
  if (name === 'av1') return { codec: 'av1', id: 'av01.0.08M.08' };
  const blocks = Math.ceil(width / 16) * Math.ceil(height / 16);
  const [level] = H264_LEVELS.find(([, frame, second]) => blocks <= frame && blocks * fps <= second) ?? H264_LEVELS.at(-1)!;
  return { codec: 'avc', id: `avc1.6400${level.toString(16)}` };
}

/** Returns what to say about a codec that the browser does not encode. */
export function missingCodecMessage(format: FilmFormat, name: CodecName): string {
  const other = CODECS[format].find((each) => each !== name)!;
  const elsewhere = format === 'mp4' ? 'webm' : 'mp4';
  return (
    `This browser cannot encode ${CODEC_NAMES[name]} at this size and rate. Try --codec ${other} for ${CODEC_NAMES[other]}, ` +
    `or export ${elsewhere} for ${CODEC_NAMES[CODECS[elsewhere][0]]}; another browser may have it (CHROMIUM_PATH names one).`
  );
}

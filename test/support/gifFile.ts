/** A parser and decoder of GIFs that shares nothing with the encoder: GIF89a, CompuServe, 1990. */
interface GifFrame {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  /** Hundredths of a second. */
  readonly delay: number;
  /** What is on screen then: 0xBBGGRR for each pixel, or -1 where nothing has been drawn. */
  readonly screen: Int32Array;
}

export interface GifFile {
  readonly width: number;
  readonly height: number;
  /** How often it is repeated, 0 for ever; undefined if it is not. */
  readonly repeat: number | undefined;
  readonly frames: readonly GifFrame[];
}

/** @throws if the file is not a GIF from its first byte to its last */
export function parseGif(bytes: Uint8Array): GifFile {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (new TextDecoder().decode(bytes.subarray(0, 6)) !== 'GIF89a') throw new Error('The header is not that of a GIF.');
  const [width, height] = [view.getUint16(6, true), view.getUint16(8, true)];
  let at = 13;
  const takeTable = (flags: number): Uint8Array | undefined => {
    if ((flags & 0x80) === 0) return undefined;
    const size = 3 * 2 ** ((flags & 7) + 1);
    at += size;
    return bytes.subarray(at - size, at);
  };
  const takeBlocks = (): Uint8Array => {
    const parts: number[] = [];
    while (bytes[at] !== 0) {
      parts.push(...bytes.subarray(at + 1, at + 1 + bytes[at]!));
      at += 1 + bytes[at]!;
    }
    at += 1;
    return Uint8Array.from(parts);
  };
  const global = takeTable(bytes[10]!);
  const screen = new Int32Array(width * height).fill(-1);
  const frames: GifFrame[] = [];
  let repeat: number | undefined;
  let control = new Uint8Array();
  for (;;) {
    const kind = bytes[at];
    at += 1;
    if (kind === 0x3b) break;
    if (kind === 0x21) {
      const label = bytes[at]!;
      at += 1;
      const data = takeBlocks();
      if (label === 0xf9) control = Uint8Array.from(data);
      if (label === 0xff && new TextDecoder().decode(data.subarray(0, 11)) === 'NETSCAPE2.0') repeat = data[12]! | (data[13]! << 8);
      continue;
    }
    if (kind !== 0x2c) throw new Error(`There is no block of kind ${kind} at byte ${at - 1}.`);
    const [x, y, w, h] = [0, 2, 4, 6].map((offset) => view.getUint16(at + offset, true)) as [number, number, number, number];
    at += 9;
    if (x + w > width || y + h > height) throw new Error('A frame is larger than the screen.');
    const table = takeTable(bytes[at - 1]!) ?? global;
    const codeSize = bytes[at]!;
    at += 1;
    const indices = decompress(takeBlocks(), codeSize);
    if (indices.length !== w * h) throw new Error(`A frame of ${w}x${h} has ${indices.length} pixels.`);
    const transparent = (control[0]! & 1) === 1 ? control[3] : undefined;
    for (const [place, index] of indices.entries()) {
      if (index === transparent) continue;
      const [red, green, blue] = table!.subarray(index * 3, index * 3 + 3);
      screen[(y + Math.floor(place / w)) * width + x + (place % w)] = red! | (green! << 8) | (blue! << 16);
    }
    frames.push({ x, y, width: w, height: h, delay: control[1]! | (control[2]! << 8), screen: screen.slice() });
  }
  if (at !== bytes.length) throw new Error('There are bytes after the end.');
  return { width, height, repeat, frames };
}

/** Decodes LZW with codes of variable length. */
function decompress(data: Uint8Array, codeSize: number): number[] {
  const [clear, end] = [1 << codeSize, (1 << codeSize) + 1];
  const first = (): number[][] => [...Array.from({ length: clear }, (_, index) => [index]), [], []];
  const output: number[] = [];
  let [table, bits, before] = [first(), codeSize + 1, [] as number[]];
  for (let bit = 0; ;) {
    let code = 0;
    for (let index = 0; index < bits; index += 1, bit += 1) code |= ((data[bit >> 3]! >> (bit & 7)) & 1) << index;
    if (code === end) return output;
    if (code === clear) {
      [table, bits, before] = [first(), codeSize + 1, []];
      continue;
    }
    if (code > table.length) throw new Error('A code is not in the table.');
    const entry = table[code] ?? [...before, before[0]!];
    for (const index of entry) output.push(index);
    if (before.length > 0 && table.length < 4096) table.push([...before, entry[0]!]);
    if (table.length === 1 << bits && bits < 12) bits += 1;
    before = entry;
  }
}

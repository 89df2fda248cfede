/** Encodes the numbers of font tables: big-endian, negative ones as two's complement. */

export function uint16(values: readonly number[]): number[] {
  return values.flatMap((value) => [(value >> 8) & 0xff, value & 0xff]);
}

export function uint24(value: number): number[] {
  return [(value >> 16) & 0xff, ...uint16([value])];
}

export function uint32(values: readonly number[]): number[] {
  return values.flatMap((value) => [...uint16([value >>> 16]), ...uint16([value])]);
}

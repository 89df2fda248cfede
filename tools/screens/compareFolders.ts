import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import UPNG from 'upng-js';

/** Channels that differ by at most this much, of 255, count as the same: corners of graphics layers vary slightly. */
const TOLERANCE = 12;

/** Prints each screenshot that differs between two recorded folders. Returns 1 if any does, else 0. */
export function compareFolders(before: string, after: string): number {
  const names = new Set([before, after].flatMap(screenshotsIn));
  if (names.size === 0) throw new Error(`There are no screenshots in ${before} or ${after}.`);
  let different = 0;
  for (const name of [...names].sort()) {
    const difference = describeDifference(path.join(before, name), path.join(after, name));
    if (difference === undefined) continue;
    different += 1;
    console.log(`${name}  ${difference}`);
  }
  console.log(`${names.size} screenshots compared, ${different} differ`);
  return different > 0 ? 1 : 0;
}

function screenshotsIn(folder: string): readonly string[] {
  if (!existsSync(folder)) throw new Error(`There is no folder ${folder}.`);
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.png'));
}

/** Describes the difference between two screenshots; undefined if there is none. */
function describeDifference(before: string, after: string): string | undefined {
  if (!existsSync(before)) return 'is new';
  if (!existsSync(after)) return 'is missing';
  const [one, other] = [before, after].map((file) => UPNG.decode(new Uint8Array(readFileSync(file)).buffer));
  if (one!.width !== other!.width || one!.height !== other!.height) return 'has another size';
  const [a, b] = [one!, other!].map((image) => new Uint8Array(UPNG.toRGBA8(image)[0]!));
  let pixels = 0;
  for (let at = 0; at < a!.length; at += 4) {
    if ([0, 1, 2].some((channel) => Math.abs(a![at + channel]! - b![at + channel]!) > TOLERANCE)) pixels += 1;
  }
  return pixels === 0 ? undefined : `${pixels} pixels differ`;
}

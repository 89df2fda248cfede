import type { RecordedKey } from '../../core/shownKeys';
import { isTyped } from './inputKeys';
import type { RecordedInput } from './silentInput';
import { msInSegment, type RecordingSegment } from './splitRecording';
import type { TextToScan } from './textsToScan';

/** Returns the keys that are pressed in each segment, with their times in its stop. */
export function keysOfSegments({ keys }: RecordedInput, segments: readonly RecordingSegment[]): readonly (readonly RecordedKey[])[] {
  const bySegment = segments.map((): RecordedKey[] => []);
  for (const { time, name } of keys) {
    const index = Math.max(
      0,
      segments.findLastIndex(({ start }) => start <= time),
    );
    bySegment[index]?.push([msInSegment(segments[index]!, time), name]);
  }
  return bySegment;
}

/** Returns the lines that the keys of a stop type, for the search for secrets. */
export function typedTexts(keys: readonly RecordedKey[]): readonly TextToScan[] {
  const texts: { text: string; at: number }[] = [];
  let isLine = false;
  for (const [at, key] of keys) {
    const character = key === 'Space' ? ' ' : key;
    if (!isTyped(key)) isLine = false;
    else if (isLine) texts.at(-1)!.text += character;
    else texts.push({ text: character, at });
    isLine ||= isTyped(key);
  }
  return texts;
}

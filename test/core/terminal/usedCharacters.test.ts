import { expect, test } from 'vitest';
import { usedCharacters } from '../../../src/core/terminal/usedCharacters';
import { createTimeline } from '../../../src/core/timeline';
import { describeStep } from '../../../src/kinds/registry';
import { demoTimeline } from '../../support/demoTimeline';
import { recordingTimeline, asciicastV3 } from '../../support/recording';

test('returns every character of terminal stops once', async () => {
  const timeline = await demoTimeline();
  const characters = Array.from(usedCharacters(timeline));
  expect(new Set(characters).size).toBe(characters.length);
  const printed = timeline.stops.filter(({ blocks }) => blocks).flatMap(({ textLines }) => textLines.flatMap((line) => Array.from(line)));
  expect(new Set(characters)).toEqual(new Set(printed));
  expect(characters).toEqual(expect.arrayContaining(['✓', '●', '◠', '✗']));
  // The text of web pages is not included.
  expect(characters).not.toContain('🔍');
});

test('describes at most 200 stops of a long story', async () => {
  const { story } = await demoTimeline();
  let described = 0;
  const long = createTimeline({ ...story, scenes: Array.from({ length: 1000 }, () => story.scenes[0]!) }, (scene, step) => {
    described += 1;
    return describeStep(scene, step);
  });
  usedCharacters(long);
  expect([long.stops.length, described]).toEqual([2000, 200]);
});

test('returns the grapheme clusters beyond ASCII of a recording, also of text that is cleared', async () => {
  const timeline = await recordingTimeline(
    asciicastV3([
      [0, 'o', '⏺ Read \x1b[31m⎿\x1b[0m 👩‍💻'],
      [0.5, 'o', '\x1b[2J⚠️'],
      [0.5, 'o', '\x1b[2J\x1b[Hdone'],
    ]),
  );
  expect(usedCharacters(timeline)).toBe('⏺⎿👩‍💻⚠️');
});

import { expect, test } from 'vitest';
import { usedCharacters } from '../../../src/core/terminal/usedCharacters';
import { createTimeline } from '../../../src/core/timeline';
import { describeStep } from '../../../src/kinds/registry';
import { demoTimeline } from '../../support/demoTimeline';
import { recordingTimeline, asciicastV3 } from '../../support/recording';

test('every sign the terminal prints is told, once', async () => {
  const timeline = await demoTimeline();
  const signs = Array.from(usedCharacters(timeline));
  expect(new Set(signs).size).toBe(signs.length);
  const printed = timeline.stops.filter(({ blocks }) => blocks).flatMap(({ textLines }) => textLines.flatMap((line) => Array.from(line)));
  expect(new Set(signs)).toEqual(new Set(printed));
  expect(signs).toEqual(expect.arrayContaining(['✓', '●', '◠', '✗']));
  // Words of pages alone are none of it.
  expect(signs).not.toContain('🔍');
});

test('a story of thousands of stops is not described for it', async () => {
  const { story } = await demoTimeline();
  let described = 0;
  const long = createTimeline({ ...story, scenes: Array.from({ length: 1000 }, () => story.scenes[0]!) }, (scene, step) => {
    described += 1;
    return describeStep(scene, step);
  });
  usedCharacters(long);
  expect([long.stops.length, described]).toEqual([2000, 200]);
});

test('so are those of recordings beyond ASCII, each cluster whole, also where they show for a moment', async () => {
  const timeline = await recordingTimeline(
    asciicastV3([
      [0, 'o', '⏺ Read \x1b[31m⎿\x1b[0m 👩‍💻'],
      [0.5, 'o', '\x1b[2J⚠️'],
      [0.5, 'o', '\x1b[2J\x1b[Hdone'],
    ]),
  );
  expect(usedCharacters(timeline)).toBe('⏺⎿👩‍💻⚠️');
});

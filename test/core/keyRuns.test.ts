import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { keyRunsAt, nextKeyChange } from '../../src/core/keyRuns';
import { areKeysShown, hasKeys, type RecordedKey } from '../../src/core/shownKeys';
import { DEFAULT_SETTINGS } from '../../src/core/settings';
import type { Stop } from '../../src/core/stop';
import { createTimeline } from '../../src/core/timeline';
import { describeFake, fakeStep, fakeStory } from '../support/fakeStory';

const RECORDED: readonly RecordedKey[] = [
  [100, 'l'],
  [200, 's'],
  [300, 'Space'],
  [400, '-'],
  [500, 'a'],
  [900, 'Enter'],
  [4000, 'Ctrl+C'],
];
const recorded = { keys: RECORDED } as unknown as Stop['recorded'];
const story = fakeStory([
  [fakeStep({ keys: ['Ctrl+R', 'Up'], textLines: ['words'] }), fakeStep({ textLines: ['no keys'] })],
  [fakeStep({ recorded, textLines: ['$ ls -a'] })],
]);
const timeline = createTimeline(story, describeFake);
const capsAt = (stop: number, time: number): string[] => keyRunsAt(timeline.stops[stop]!, time).map(({ caps }) => caps.join(' + '));

describe('keyRunsAt', () => {
  it('has the keys of a step from when it begins to play, also once it is settled', () => {
    expect([-1, 0, 5000, Number.POSITIVE_INFINITY].map((time) => capsAt(0, time))).toEqual([
      [],
      ['Ctrl + R', 'Up'],
      ['Ctrl + R', 'Up'],
      ['Ctrl + R', 'Up'],
    ]);
    expect(capsAt(1, 0)).toEqual([]);
  });

  it.each<[number, string[]]>([
    [99, []],
    [100, ['l']],
    [450, ['ls -']],
    [900, ['ls -a', 'Enter']],
    [2899, ['ls -a', 'Enter']],
    [2900, []],
    [4000, ['Ctrl + C']],
    [6000, []],
    [Number.POSITIVE_INFINITY, []],
  ])('has the keys of a recording at their time: after %i ms %j', (time, caps) => expect(capsAt(2, time)).toEqual(caps));

  it('shows at most five runs of at most 24 keys', () => {
    const keys = Array.from({ length: 60 }, (_, at): RecordedKey => [at, at % 2 ? 'x' : 'Tab']);
    const stop = { ...timeline.stops[2]!, recorded: { keys } as unknown as Stop['recorded'] };
    expect(keyRunsAt(stop, 100)).toHaveLength(5);
    const long = { ...stop, recorded: { keys: keys.map(([at]): RecordedKey => [at, 'x']) } as unknown as Stop['recorded'] };
    expect(keyRunsAt(long, 100)).toEqual([{ caps: ['x'.repeat(24)], isTyped: true }]);
  });

  it('has the keys of the steps and recordings in panes that move', () => {
    const [first, , scene] = [...story.scenes, ...story.scenes];
    const panes = [
      { scene: story.scenes[0]!, step: 0, width: 1, moves: true },
      { scene: story.scenes[1]!, step: 0, width: 1, moves: false },
    ];
    const split = createTimeline(
      { ...story, scenes: [...story.scenes, { ...first!, id: 'split', steps: [fakeStep({ surface: 'panes', panes })] }] },
      describeFake,
    );
    expect(scene).toBeDefined();
    expect(keyRunsAt(split.stops.at(-1)!, 500).map(({ caps }) => caps)).toEqual([['Ctrl', 'R'], ['Up']]);
  });
});

describe('nextKeyChange', () => {
  it('returns the next time at which what is shown changes, and misses none', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 7000 }), (time) => {
        const next = nextKeyChange(timeline.stops[2]!, time);
        const end = next ?? 8000;
        for (let at = time; at < end; at += 7) expect(capsAt(2, at)).toEqual(capsAt(2, time));
      }),
    );
    expect(nextKeyChange(timeline.stops[0]!, 0)).toBeUndefined();
  });
});

describe('keys of a story', () => {
  it('are named in words for those who do not see them', () => {
    expect(timeline.stops.map(({ textLines }) => textLines)).toEqual([
      ['words', 'Keys: Ctrl+R, Up'],
      ['no keys'],
      ['$ ls -a', 'Keys: Enter, Ctrl+C'],
    ]);
    expect(timeline.stops[0]!.readableBlocks).toEqual([
      { type: 'text', lines: ['words'] },
      { type: 'text', lines: ['Keys: Ctrl+R, Up'] },
    ]);
    expect(timeline.stops[1]!.readableBlocks).toBeUndefined();
  });

  it('are shown as the presenter chose, else as the author did', () => {
    const shown = { ...story, showKeys: true };
    expect([areKeysShown(DEFAULT_SETTINGS, story), areKeysShown(DEFAULT_SETTINGS, shown)]).toEqual([false, true]);
    expect([areKeysShown({ ...DEFAULT_SETTINGS, keys: true }, story), areKeysShown({ ...DEFAULT_SETTINGS, keys: false }, shown)]).toEqual([
      true,
      false,
    ]);
    expect([hasKeys(story), hasKeys(fakeStory([[fakeStep()]]))]).toEqual([true, false]);
  });
});

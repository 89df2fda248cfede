import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { initialPosition, type Position } from '../../src/core/position';
import { DEFAULT_SETTINGS } from '../../src/core/settings';
import { initialShow, reduceShow, type Command, type ShowContext, type ShowState } from '../../src/core/show';
import { stageContentAt } from '../../src/core/stageContent';
import type { Block, Scene } from '../../src/core/story';
import { outputAt, terminalLayoutAt } from '../../src/core/terminal/terminalLayout';
import { chunkEnd, typedLines } from '../../src/core/terminal/typedLines';
import { createTimeline, type Timeline } from '../../src/core/timeline';
import { lineToType, typingByHand as typing } from '../../src/core/typingByHand';
import { describeFake, fakeStep, fakeStory } from '../support/fakeStory';

const shell = (command: string): Block => ({ type: 'shell', prompt: '$', command });
const text = (...lines: string[]): Block => ({ type: 'text', lines });
const terminal = (...blocks: Block[]) => fakeStep({ surface: 'terminal', blocks });
const STORY = fakeStory([
  [terminal(shell('agent'), text('Hello')), terminal(text('No typing here'))],
  [terminal(shell('npm run build'), text('built'), shell('git push'), text('pushed')), fakeStep({ surface: 'board' })],
  [terminal({ type: 'say', who: 'You:', role: 'user', typed: true, text: ['Which cities had rain?', 'And snow?'] })],
]);
const TIMELINE = createTimeline(STORY, describeFake);
const context: ShowContext = { timeline: TIMELINE, motion: true, wallTime: 1_000_000, typing };
const LINES = typedLines(TIMELINE, TIMELINE.stops[2]!);

/** The show at the stop before `stop`, with typing by hand on. */
function armedBefore(stop: number, change: Partial<ShowContext> = {}): ShowState {
  const start = initialShow(initialPosition({ ...context, ...change }, stop - 1, 0), DEFAULT_SETTINGS);
  return reduceShow({ ...start, startedAt: 1 }, { type: 'typing', at: 0 }, { ...context, ...change });
}

/** Applies commands, each `wait` milliseconds after the one before it. */
function run(show: ShowState, at: number, ...commands: (readonly [type: Command['type'], wait: number])[]): ShowState {
  let now = at;
  return commands.reduce((each, [type, wait]) => {
    now += wait;
    const command = type === 'elapse' ? { type, arrival: each.position.arrival, phase: each.position.phase } : { type };
    return reduceShow(each, { ...command, at: now } as Command, context);
  }, show);
}

/** The time of the stop that the terminal shows at `now`. */
function shownTime({ phase, since, heldAt = Number.POSITIVE_INFINITY }: Position, now: number): number {
  return phase === 'settled' ? Number.POSITIVE_INFINITY : Math.min(now - since, heldAt);
}

const typedBy = (heldAt: number | undefined): string | undefined => lineToType(TIMELINE, 2, heldAt)?.typed;

describe('typedLines', () => {
  it('returns the lines that are typed, with the times of the layout', () => {
    expect(LINES.map(({ keys }) => keys.map((key) => key.text).join(''))).toEqual(['npm run build', 'git push']);
    const layout = terminalLayoutAt(TIMELINE, TIMELINE.stops[2]!, 80);
    for (const { startAt, endAt, keys } of LINES) {
      expect(outputAt(layout, startAt)).toMatch(/\$ $/u);
      expect(outputAt(layout, keys[0]!.at)).toContain(keys[0]!.text);
      expect(outputAt(layout, endAt)).toContain(keys.at(-1)!.text);
      expect(outputAt(layout, endAt - 1)).not.toBe(outputAt(layout, endAt));
    }
    expect(typedLines(TIMELINE, TIMELINE.stops[1]!)).toEqual([]);
    expect(typedLines(TIMELINE, TIMELINE.stops[4]!)).toHaveLength(2);
  });

  it('finds the lines in panes that move and in windows over the stage', () => {
    const [scene] = STORY.scenes as [Scene];
    const pane = (moves: boolean) => ({ scene, step: 0, width: 1, moves });
    const split = fakeStep({ surface: 'panes', panes: [pane(true), pane(false)] });
    const over = createTimeline(
      { ...STORY, scenes: [...STORY.scenes, { ...STORY.scenes[1]!, id: 'over', over: true }, { ...scene, id: 'split', steps: [split] }] },
      describeFake,
    );
    const counts = over.stops.map((stop) => typedLines(over, stop).length);
    expect(counts.slice(5)).toEqual([2, 0, 1]);
  });

  it('takes two lines that are typed at the same time as one', () => {
    const [first, second] = STORY.scenes as [Scene, Scene];
    const panes = [first, second].map((scene) => ({ scene, step: 0, width: 1, moves: true }));
    const split = fakeStep({ surface: 'panes', panes });
    const both = createTimeline({ ...STORY, scenes: [first, second, { ...first, id: 'split', steps: [split] }] }, describeFake);
    const lines = typedLines(both, both.stops.at(-1)!);
    expect(lines.map(({ keys }) => keys.length)).toEqual(['agentnpm run build'.length, 'git push'.length]);
    lines[0]!.keys.reduce((before, { at }) => (expect(at).toBeGreaterThanOrEqual(before), at), 0);
  });
});

describe('chunkEnd', () => {
  it('divides every line into chunks of two to four characters, the last of one to four', () => {
    const command = fc.string({ minLength: 1, maxLength: 60, unit: 'grapheme' });
    fc.assert(
      fc.property(command, fc.nat(50), fc.integer({ min: 0, max: 200 }), (words, seed, key) => {
        const story = { ...fakeStory([[terminal(shell(words))]]), timing: { key, word: 40, line: 30, pause: 200, seed } };
        const timeline = createTimeline(story, describeFake);
        for (const line of typedLines(timeline, timeline.stops[0]!)) {
          const sizes: number[] = [];
          let time = line.startAt;
          while (time < line.endAt) {
            const end = chunkEnd(line, time);
            expect(end).toBeGreaterThan(time);
            sizes.push(line.keys.filter(({ at }) => at > time && at <= end).length);
            time = end;
          }
          expect(time).toBe(line.endAt);
          expect(chunkEnd(line, time)).toBe(time);
          expect(sizes.reduce((sum, size) => sum + size, 0)).toBe(line.keys.length);
          // Characters at the same time come together.
          if (key > 10) for (const size of sizes.slice(0, -1)) expect([2, 3, 4]).toContain(size);
        }
      }),
    );
  });
});

describe('a stop that is typed by hand', () => {
  const waiting = run(armedBefore(2), 10_000, ['next', 0]);
  const now = 10_000 + 5000;

  it('waits at its first line, and no timer moves it on', () => {
    expect(waiting.position).toMatchObject({ phase: 'play', heldAt: LINES[0]!.startAt });
    expect(run(waiting, now, ['elapse', 0])).toBe(waiting);
    expect(shownTime(waiting.position, now)).toBe(LINES[0]!.startAt);
  });

  it.each<[string, (readonly [Command['type'], number])[], string | undefined]>([
    ['a letter brings the next characters', [['type', 0]], 'npm '],
    [
      'letters at the same moment bring one chunk each',
      [
        ['type', 0],
        ['type', 0],
        ['type', 0],
      ],
      'npm run buil',
    ],
    ['mashed keys never go beyond the line', Array.from({ length: 40 }, () => ['type', 1] as const), 'npm run build'],
    [
      'Enter finishes the line, and the next line is the one to type',
      [
        ['type', 0],
        ['typeLine', 30],
      ],
      '',
    ],
    [
      'keys between lines do nothing',
      [
        ['typeLine', 0],
        ['type', 10],
        ['typeLine', 10],
        ['type', 10],
      ],
      '',
    ],
    [
      'Enter after the last line leaves nothing to type',
      [
        ['typeLine', 0],
        ['typeLine', 5000],
      ],
      undefined,
    ],
  ])('%s', (_, commands, typed) => {
    const { position } = run(waiting, now, ...commands);
    expect(typedBy(position.heldAt)).toBe(typed);
    expect(position.phase).toBe('play');
  });

  it('plays by the clock from the end of a finished line up to the next one', () => {
    const { position } = run(waiting, now, ['type', 0], ['typeLine', 500]);
    expect(shownTime(position, now + 500)).toBe(LINES[0]!.endAt);
    expect(shownTime(position, now + 520)).toBe(LINES[0]!.endAt + 20);
    expect(shownTime(position, now + 60_000)).toBe(LINES[1]!.startAt);
  });

  it('settles by the clock after its last line, as any other', () => {
    const after = run(waiting, now, ['typeLine', 0], ['typeLine', 5000], ['elapse', 3000]);
    expect(after.position).toMatchObject({ stop: 2, phase: 'settled' });
    expect(after.position.heldAt).toBeUndefined();
  });

  it.each<[string, (readonly [Command['type'], number])[], Partial<Position>]>([
    ['next finishes it at once', [['next', 0]], { stop: 2, phase: 'settled' }],
    [
      'next right after a letter finishes it as well',
      [
        ['type', 0],
        ['next', 20],
      ],
      { stop: 2, phase: 'settled' },
    ],
    [
      'presses of next in a burst go on',
      [
        ['next', 0],
        ['next', 100],
      ],
      { stop: 3 },
    ],
    [
      'previous goes back to the stop before',
      [
        ['type', 0],
        ['prev', 0],
      ],
      { stop: 1, phase: 'settled' },
    ],
    [
      'Esc lets it play on by the clock',
      [
        ['type', 0],
        ['escape', 0],
      ],
      { stop: 2, phase: 'play', heldAt: undefined },
    ],
    [
      'autoplay lets it play on by the clock',
      [
        ['type', 0],
        ['autoplay', 0],
      ],
      { stop: 2, phase: 'play', heldAt: undefined },
    ],
  ])('%s', (_, commands, position) => {
    expect(run(waiting, now, ...commands).position).toMatchObject(position);
  });

  it('plays on from where it waited when the typing is turned off', () => {
    const typed = run(waiting, now, ['type', 0]);
    const off = run(typed, now, ['typing', 4000]);
    expect(off.isTypingByHand).toBe(false);
    expect(shownTime(off.position, now + 4000)).toBe(typed.position.heldAt);
    expect(run(off, now + 4000, ['elapse', 9000]).position.phase).toBe('settled');
  });

  it('waits in the line that is being typed when the typing is turned on', () => {
    const start = { ...initialShow(initialPosition(context, 1, 0), DEFAULT_SETTINGS), startedAt: 1 };
    const playing = run(start, 1000, ['next', 0]);
    const [, third] = LINES[0]!.keys;
    const on = run(playing, 1000, ['typing', third!.at]);
    expect(shownTime(on.position, 90_000)).toBe(third!.at);
    expect(typedBy(on.position.heldAt)).toBe('np');
  });

  it.each<[string, Command['type'], Partial<ShowContext>]>([
    ['without motion', 'next', { motion: false }],
    ['reached by a jump', 'last', {}],
    ['reached by going back', 'prev', {}],
  ])('is not: %s', (_, type, change) => {
    const show = reduceShow(armedBefore(type === 'prev' ? 4 : 2, change), { type, at: 9 } as Command, { ...context, ...change });
    expect(show.position.heldAt).toBeUndefined();
    expect(show.position.phase).toBe('settled');
  });

  it('is not reached by autoplay', () => {
    const auto = run(armedBefore(2), 0, ['autoplay', 0]);
    const advanced = reduceShow(auto, { type: 'autoAdvance', arrival: auto.position.arrival, at: 9 }, context);
    expect(advanced.position).toMatchObject({ stop: 2, phase: 'play' });
    expect(advanced.position.heldAt).toBeUndefined();
  });

  it.each(['black', 'white', 'help', 'freeze'] as const)('takes no key behind %s', (type) => {
    const covered = run(waiting, now, [type, 0]);
    expect(run(covered, now, ['type', 0], ['typeLine', 0]).position).toBe(covered.position);
  });

  it('is settled for the room while the view is frozen', () => {
    expect(run(waiting, now, ['freeze', 0]).frozen).toMatchObject({ phase: 'settled', heldAt: undefined });
  });
});

describe('the first stop', () => {
  const settledStart = initialShow(initialPosition({ ...context, motion: false }, 0, 0), DEFAULT_SETTINGS);

  it('plays again when the typing is turned on before the talk, and the first key starts the timer', () => {
    const armed = run(settledStart, 9000, ['typing', 0]);
    expect(armed).toMatchObject({ startedAt: undefined, position: { stop: 0, phase: 'play', since: 9000 } });
    expect(run(armed, 9000, ['type', 4000])).toMatchObject({ startedAt: 1_000_000, position: { phase: 'play' } });
  });

  it('stays as it is during the talk', () => {
    const { position } = run({ ...settledStart, startedAt: 1 }, 9000, ['typing', 0]);
    expect(position).toBe(settledStart.position);
  });
});

const COMMANDS: readonly Command['type'][] = [
  ...(['next', 'prev', 'first', 'last', 'nextScene', 'prevScene', 'elapse', 'typing', 'black', 'freeze', 'escape', 'autoplay'] as const),
  ...(['help', 'replay', 'resetTimer', 'type', 'type', 'type', 'type', 'typeLine', 'typeLine', 'next', 'next'] as const),
];

test('is exact in 12,000 random actions, whose last stop stands as after a fresh start', () => {
  let actions = 0;
  const action = fc.tuple(
    fc.constantFrom(...COMMANDS),
    fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 300 }), fc.integer({ max: 6000, min: 0 })),
  );
  fc.assert(
    fc.property(fc.boolean(), fc.array(action, { minLength: 60, maxLength: 120 }), (connected, list) => {
      let now = 1000;
      let show = { ...initialShow(initialPosition(context, 0, 0), DEFAULT_SETTINGS), connected };
      for (const [type, wait] of list) {
        now += wait;
        actions += 1;
        const before = show;
        show = run(show, now, [type, 0]) as typeof show;
        const { position } = show;
        if (position.phase === 'settled') expect(position.heldAt).toBeUndefined();
        if (!show.isTypingByHand) expect(position.heldAt).toBeUndefined();
        if (type !== 'type' && type !== 'typeLine') continue;
        expect(position.stop).toBe(before.position.stop);
        expect(position.arrival).toBe(before.position.arrival);
        expectOneChunk(TIMELINE, before.position, position, type, now);
      }
      const { stop } = show.position;
      const settled = reduceShow({ ...show, frozen: undefined }, { type: 'goTo', stop, at: now }, context).position;
      const fresh = initialPosition({ ...context, motion: false }, stop, 0);
      expect(stageContentAt(TIMELINE, settled)).toEqual(stageContentAt(TIMELINE, fresh));
    }),
    { numRuns: 200, seed: 20_261_128 },
  );
  expect(actions).toBeGreaterThanOrEqual(12_000);
});

/** Expects that a key typed nothing, or what belongs to it, and never beyond its line. */
function expectOneChunk(timeline: Timeline, before: Position, after: Position, key: 'type' | 'typeLine', now: number): void {
  if (after === before) return;
  const line = typedLines(timeline, timeline.stops[before.stop]!).find(
    ({ startAt, endAt }) => startAt <= before.heldAt! && before.heldAt! <= endAt,
  )!;
  expect(shownTime(before, now)).toBeCloseTo(before.heldAt!, 5);
  expect(shownTime(after, now)).toBeCloseTo(key === 'type' ? chunkEnd(line, before.heldAt!) : line.endAt, 5);
  const characters = line.keys.filter(({ at }) => at > before.heldAt! && at <= shownTime(after, now) + 0.01).length;
  if (key === 'type') expect(characters).toBeLessThanOrEqual(4);
}

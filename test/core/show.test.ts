import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { initialPosition } from '../../src/core/position';
import { DEFAULT_SETTINGS, parseSettings, TEXT_STEPS } from '../../src/core/settings';
import {
  isFrozenWithoutSpeaker,
  initialShow,
  reduceShow,
  audiencePosition,
  type Command,
  type ShowState,
  type ShowContext,
} from '../../src/core/show';
import { createTimeline } from '../../src/core/timeline';
import { describeFake, fakeStep, fakeStory } from '../support/fakeStory';

const step = fakeStep({ playMs: 0 });
const timeline = createTimeline(fakeStory([[step, step], [step, step, step], [step]]), describeFake);
const rules: ShowContext = { timeline, motion: true, wallTime: 1_000_000 };
const START = initialShow(initialPosition(rules, 0, 0), DEFAULT_SETTINGS);

function run(show: ShowState, ...commands: (Command['type'] | Command)[]): ShowState {
  let at = show.position.since + 1000;
  return commands.reduce((each, command) => {
    at += 1000;
    return reduceShow(each, typeof command === 'string' ? ({ type: command, at } as Command) : command, rules);
  }, show);
}
/** The same with a speaker window. */
const WATCHED: ShowState = { ...START, connected: true };
const stopOf = (show: ShowState): number => show.position.stop;

describe('the curtain', () => {
  it.each(['next', 'prev'] as const)('goes up on %s, and nobody moves', (type) => {
    const dark = run(START, 'next', 'black');
    expect(run(dark, type)).toMatchObject({ curtain: 'open', position: { stop: 1 } });
  });
  it('is removed by the key that set it', () => {
    expect(run(START, 'black', 'black').curtain).toBe('open');
    expect(run(START, 'black', 'white').curtain).toBe('white');
  });
});

describe('Esc', () => {
  it('closes the top layer only', () => {
    const piled = { ...run(START, 'black', 'help'), pendingNumber: { text: '5', at: 5000 } };
    const first = reduceShow(piled, { type: 'escape', at: 5100 }, rules);
    expect(first).toMatchObject({ pendingNumber: undefined, overlay: 'help', curtain: 'black' });
    const second = reduceShow(first, { type: 'escape', at: 5200 }, rules);
    expect(second).toMatchObject({ overlay: undefined, curtain: 'black' });
    const third = reduceShow(second, { type: 'escape', at: 5300 }, rules);
    expect(third.curtain).toBe('open');
    expect(reduceShow(third, { type: 'escape', at: 5400 }, rules)).toBe(third);
  });
});

describe('overlays', () => {
  it('open and close by their own key, one at a time', () => {
    expect(run(START, 'help').overlay).toBe('help');
    expect(run(START, 'help', 'help').overlay).toBeUndefined();
    expect(run(START, 'help', 'overview').overlay).toBe('overview');
  });
  it('close on a press of next, without a move', () => {
    expect(run(START, 'help', 'next')).toMatchObject({ overlay: undefined, position: { stop: 0 } });
  });
  it('close when a stop was chosen', () => {
    expect(run(START, 'overview', { type: 'goTo', stop: 4, at: 9 })).toMatchObject({ overlay: undefined, position: { stop: 4 } });
  });
});

describe('freezing', () => {
  it('keeps the audience’s view while the speaker moves, then catches up', () => {
    const frozen = run(WATCHED, 'next', 'freeze', 'next', 'next');
    expect([stopOf(frozen), audiencePosition(frozen).stop]).toEqual([3, 1]);
    expect(audiencePosition(run(frozen, 'freeze')).stop).toBe(3);
  });

  it.each<[string, Command['type'][], number]>([
    ['a press of next, which counts', ['next'], 2],
    ['a press of previous, which counts', ['prev'], 0],
    ['a jump', ['last'], 5],
    ['Esc, which stays', ['escape'], 1],
    ['autoplay', ['autoplay'], 1],
    ['the key that froze it', ['freeze'], 1],
    ['a press after the one that brings the picture back', ['black', 'next', 'next'], 2],
  ])('without a speaker window ends with %s', (_, commands, stop) => {
    const frozen = run(START, 'next', 'freeze');
    expect(isFrozenWithoutSpeaker(frozen)).toBe(true);
    expect(run(frozen, ...commands)).toMatchObject({ frozen: undefined, position: { stop } });
    expect(run(frozen, { type: 'goTo', stop: 4, at: 9 })).toMatchObject({ frozen: undefined, position: { stop: 4 } });
  });

  it('goes on from what the room sees when the speaker window that showed more is closed', () => {
    const alone = run(WATCHED, 'next', 'freeze', 'next', 'next', { type: 'connect', connected: false, at: 0 });
    expect([stopOf(alone), audiencePosition(alone).stop, isFrozenWithoutSpeaker(alone)]).toEqual([3, 1, true]);
    const on = run(alone, 'next');
    expect([stopOf(on), audiencePosition(on).stop]).toEqual([2, 2]);
    expect(on.position.arrival).toBeGreaterThan(alone.position.arrival);
  });

  it('never leaves next without an effect the room sees, whatever came before, where no speaker window is connected', () => {
    const commands = fc.array(
      fc.constantFrom<Command['type'][]>('next', 'prev', 'last', 'freeze', 'black', 'autoplay', 'help', 'escape', 'theme'),
      { maxLength: 30 },
    );
    fc.assert(
      fc.property(commands, (list) => {
        const show = run(START, ...list);
        const next = run(show, 'next');
        const brings = show.curtain !== 'open' || show.overlay !== undefined;
        expect(audiencePosition(next).stop).toBe(brings ? audiencePosition(show).stop : Math.min(audiencePosition(show).stop + 1, 5));
        expect(next).toMatchObject({ curtain: 'open', overlay: undefined });
      }),
    );
  });
});

describe('autoplay', () => {
  const playing = run(START, 'autoplay');
  const autoAdvance = (show: ShowState): ShowState =>
    reduceShow(show, { type: 'autoAdvance', arrival: show.position.arrival, at: 50_000 }, rules);
  it('goes on, and from the last stop to the first', () => {
    expect(stopOf(autoAdvance(playing))).toBe(1);
    expect(stopOf(autoAdvance(run(playing, 'last', 'autoplay')))).toBe(0);
  });
  it('ends with any press, which counts', () => {
    expect(run(playing, 'next')).toMatchObject({ autoplay: false, position: { stop: 1 } });
    expect(run(playing, 'help').autoplay).toBe(false);
  });
  it('ignores a stale timer', () => {
    const moved = run(playing, 'next');
    expect(autoAdvance(moved)).toBe(moved);
    expect(reduceShow(playing, { type: 'autoAdvance', arrival: 99, at: 0 }, rules)).toBe(playing);
  });
});

describe('typed numbers', () => {
  it.each([
    ['2', 2],
    ['2.2', 3],
    ['2.', 2],
    ['9', 5],
    ['1.9', 1],
  ])('%s and Enter goes to stop %i', (text, stop) => {
    expect(stopOf(reduceShow({ ...START, pendingNumber: { text, at: 100 } }, { type: 'next', at: 200 }, rules))).toBe(stop);
  });
  it('are forgotten after a while: then Enter is Enter', () => {
    expect(stopOf(reduceShow({ ...START, pendingNumber: { text: '3', at: 100 } }, { type: 'next', at: 60_000 }, rules))).toBe(1);
  });
});

describe('the talk’s time', () => {
  it('starts when the first stop is left, once', () => {
    expect(START.startedAt).toBeUndefined();
    const left = run(START, 'next');
    expect(left.startedAt).toBe(1_000_000);
    expect(reduceShow(left, { type: 'next', at: 9 }, { ...rules, wallTime: 2_000_000 }).startedAt).toBe(1_000_000);
    expect(run(left, 'first', 'resetTimer').startedAt).toBeUndefined();
  });
});

describe('settings', () => {
  it('stay within limits', () => {
    const large = run(START, ...Array<'larger'>(20).fill('larger'));
    expect(large.settings.textStep).toBe(TEXT_STEPS.max);
    expect(run(large, 'resetSize').settings.textStep).toBe(0);
    expect(run(START, 'theme').settings.theme).toBe('light');
  });
  it('are parsed from any value without throwing', () => {
    fc.assert(
      fc.property(fc.anything(), (stored) => {
        const { theme, textStep } = parseSettings(stored);
        expect(['dark', 'light']).toContain(theme);
        expect(textStep).toBeGreaterThanOrEqual(TEXT_STEPS.min);
        expect(textStep).toBeLessThanOrEqual(TEXT_STEPS.max);
      }),
    );
    expect(parseSettings({ theme: 'light', textStep: 2 })).toEqual({ theme: 'light', textStep: 2 });
  });
});

describe('the panel “On the wire”', () => {
  const wired: ShowContext = { ...rules, timeline: { ...timeline, story: { ...timeline.story, wire: 'wire.json' } } };
  const go = (show: ShowState, ...commands: (Command['type'] | Command)[]): ShowState =>
    commands.reduce(
      (each, command, index) =>
        reduceShow(each, typeof command === 'string' ? ({ type: command, at: 10_000 + 1000 * index } as Command) : command, wired),
      show,
    );
  const open: Command = { type: 'message', id: 'hello', at: 9000 };

  it('opens and closes by its key, and does nothing in a story without wire data', () => {
    expect(go(START, 'wire').wire).toEqual({ message: undefined });
    expect(go(START, 'wire', 'wire').wire).toBeUndefined();
    expect(run(START, 'wire')).toBe(START);
  });
  it('stays open beside the stage while it moves, and takes no key from it', () => {
    expect(go(START, 'wire', 'next')).toMatchObject({ wire: { message: undefined }, position: { stop: 1 } });
    expect(go(START, 'wire', 'last', 'prev', 'black', 'next')).toMatchObject({ wire: {}, curtain: 'open', position: { stop: 4 } });
  });
  it('closes the open message when the stop changes', () => {
    const reading = go(START, 'wire', open);
    expect(reading.wire).toEqual({ message: 'hello' });
    expect(go(START, open).wire).toBeUndefined();
    expect(go(reading, 'theme', 'black', 'prev').wire).toEqual({ message: 'hello' });
    for (const move of ['next', 'last', 'nextScene'] as const) expect(go(reading, move).wire).toEqual({ message: undefined });
    const watched = { ...reading, connected: true };
    expect(go(watched, 'freeze', 'next').wire).toEqual({ message: 'hello' });
    expect(go(watched, 'freeze', 'next', 'freeze').wire).toEqual({ message: undefined });
  });
  it('is closed by Esc after the message in it, and before autoplay ends', () => {
    const piled = go(START, 'autoplay', 'wire', open);
    expect(go(piled, 'escape')).toMatchObject({ wire: { message: undefined }, autoplay: true });
    expect(go(piled, 'escape', 'escape')).toMatchObject({ wire: undefined, autoplay: true });
    expect(go(piled, 'help', 'escape')).toMatchObject({ overlay: undefined, wire: { message: 'hello' } });
  });
  it('is the same after any walk as when newly opened', () => {
    const moves = fc.array(
      fc.constantFrom<Command['type'][]>('next', 'prev', 'nextScene', 'prevScene', 'first', 'last', 'black', 'freeze'),
      { maxLength: 30 },
    );
    fc.assert(
      fc.property(moves, (list) => {
        const walked = go(go(START, 'wire', open), ...list, 'prev', 'last', 'first');
        if (walked.frozen === undefined) expect(walked.wire).toEqual(go(START, 'wire').wire);
      }),
    );
  });
});

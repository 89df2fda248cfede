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
import { TOOLS } from '../../src/core/tools';
import { describeFake, fakeStep, fakeStory } from '../support/fakeStory';

const step = fakeStep({ playMs: 0 });
const timeline = createTimeline(fakeStory([[step, step], [step, step, step], [step]]), describeFake);
const context: ShowContext = { timeline, motion: true, wallTime: 1_000_000 };
const START = initialShow(initialPosition(context, 0, 0), DEFAULT_SETTINGS);

const run = (show: ShowState, ...commands: (Command['type'] | Command)[]): ShowState => runIn(context, show, ...commands);

function runIn(inContext: ShowContext, show: ShowState, ...commands: (Command['type'] | Command)[]): ShowState {
  let at = show.position.since + 1000;
  return commands.reduce((each, command) => {
    at += 1000;
    return reduceShow(each, typeof command === 'string' ? ({ type: command, at } as Command) : command, inContext);
  }, show);
}
/** The initial state with a connected speaker window. */
const WITH_SPEAKER: ShowState = { ...START, connected: true };
const stopOf = (show: ShowState): number => show.position.stop;

describe('the black and white screens', () => {
  it.each(['next', 'prev'] as const)('are removed by %s, which keeps the stop', (type) => {
    const black = run(START, 'next', 'black');
    expect(run(black, type)).toMatchObject({ curtain: 'open', position: { stop: 1 } });
  });
  it('are removed by the key that set them', () => {
    expect(run(START, 'black', 'black').curtain).toBe('open');
    expect(run(START, 'black', 'white').curtain).toBe('white');
  });
});

describe('Esc', () => {
  it('closes the top layer only', () => {
    const layered = { ...run(START, 'black', 'help'), pendingNumber: { text: '5', at: 5000 } };
    const first = reduceShow(layered, { type: 'escape', at: 5100 }, context);
    expect(first).toMatchObject({ pendingNumber: undefined, overlay: 'help', curtain: 'black' });
    const second = reduceShow(first, { type: 'escape', at: 5200 }, context);
    expect(second).toMatchObject({ overlay: undefined, curtain: 'black' });
    const third = reduceShow(second, { type: 'escape', at: 5300 }, context);
    expect(third.curtain).toBe('open');
    expect(reduceShow(third, { type: 'escape', at: 5400 }, context)).toBe(third);
  });
});

describe('tools', () => {
  const named = { ...step, focus: 'here' };
  const withFocus = { ...context, timeline: createTimeline(fakeStory([[named, named], [named, named, named], [named]]), describeFake) };
  const point = (show: ShowState, ...commands: (Command['type'] | Command)[]): ShowState => runIn(withFocus, show, ...commands);

  it.each(TOOLS)('%s goes on and off by its own key', (tool) => {
    expect(point(START, tool).tool).toBe(tool);
    expect(point(START, tool, tool).tool).toBeUndefined();
  });
  it('replace each other', () => {
    for (const one of TOOLS) for (const other of TOOLS) expect(point(START, one, other).tool).toBe(one === other ? undefined : other);
  });
  it('end with Esc before what lies under them, and after an overlay', () => {
    const layered = point(START, 'autoplay', 'laser', 'black', 'help');
    expect(point(layered, 'escape')).toMatchObject({ overlay: undefined, tool: 'laser', curtain: 'black' });
    expect(point(layered, 'escape', 'escape')).toMatchObject({ tool: undefined, curtain: 'black' });
  });
  it.each<[string, (Command['type'] | Command)[]]>([
    ['next', ['next']],
    ['going to another stop', [{ type: 'goTo', stop: 4, at: 9000 }]],
    ['the last stop', ['last']],
    ['another scene', ['nextScene']],
    ['a step behind a frozen view', ['freeze', 'next']],
  ])('end with %s, except the pen', (_, commands) => {
    for (const tool of TOOLS) expect(point(WITH_SPEAKER, tool, ...commands).tool, tool).toBe(tool === 'pen' ? 'pen' : undefined);
  });
  it('stay on while the stop stays', () => {
    for (const tool of TOOLS) {
      expect(point(START, tool, 'prev', 'black', 'white', 'theme', 'larger', 'freeze', 'wire', 'message').tool).toBe(tool);
      expect(point(START, tool, { type: 'goTo', stop: 0, at: 9000 }).tool).toBe(tool);
    }
  });
  it('are without focus at a stop that names none', () => {
    expect(reduceShow(START, { type: 'focus', at: 1000 }, context)).toBe(START);
  });
  it('show what matters in autoplay as soon as the stop has settled, and end with it', () => {
    const playing = point(START, 'autoplay');
    expect(playing.tool).toBe('focus');
    const moved = point(playing, { type: 'autoAdvance', arrival: playing.position.arrival, at: 9000 });
    expect(moved.position.stop).toBe(1);
    expect(moved.tool).toBe(moved.position.phase === 'settled' ? 'focus' : undefined);
    expect(point(playing, 'focus').tool).toBeUndefined();
    expect(point(playing, 'focus', 'theme').tool).toBeUndefined();
    expect(point(START, 'pen', 'autoplay').tool).toBe('pen');
  });
  it('never change the position', () => {
    for (const tool of TOOLS) expect(point(point(START, 'next'), tool).position).toEqual(point(START, 'next').position);
  });
});

describe('overlays', () => {
  it('open and close by their own key, with one open at a time', () => {
    expect(run(START, 'help').overlay).toBe('help');
    expect(run(START, 'help', 'help').overlay).toBeUndefined();
    expect(run(START, 'help', 'overview').overlay).toBe('overview');
  });
  it('are closed by next, which keeps the stop', () => {
    expect(run(START, 'help', 'next')).toMatchObject({ overlay: undefined, position: { stop: 0 } });
  });
  it('close when a stop is chosen', () => {
    expect(run(START, 'overview', { type: 'goTo', stop: 4, at: 9 })).toMatchObject({ overlay: undefined, position: { stop: 4 } });
  });
});

describe('freezing', () => {
  it('keeps the audience’s stop while the speaker goes on, and shows the speaker’s stop when it ends', () => {
    const frozen = run(WITH_SPEAKER, 'next', 'freeze', 'next', 'next');
    expect([stopOf(frozen), audiencePosition(frozen).stop]).toEqual([3, 1]);
    expect(audiencePosition(run(frozen, 'freeze')).stop).toBe(3);
  });

  it.each<[string, Command['type'][], number]>([
    ['next, which goes to the next stop', ['next'], 2],
    ['prev, which goes to the previous stop', ['prev'], 0],
    ['a jump', ['last'], 5],
    ['Esc, which keeps the stop', ['escape'], 1],
    ['autoplay', ['autoplay'], 1],
    ['the key that froze it', ['freeze'], 1],
    ['the second of two presses of next on a black screen', ['black', 'next', 'next'], 2],
  ])('ends with %s when no speaker window is connected', (_, commands, stop) => {
    const frozen = run(START, 'next', 'freeze');
    expect(isFrozenWithoutSpeaker(frozen)).toBe(true);
    expect(run(frozen, ...commands)).toMatchObject({ frozen: undefined, position: { stop } });
    expect(run(frozen, { type: 'goTo', stop: 4, at: 9 })).toMatchObject({ frozen: undefined, position: { stop: 4 } });
  });

  it('continues from the audience’s stop after the speaker window is closed', () => {
    const disconnected = run(WITH_SPEAKER, 'next', 'freeze', 'next', 'next', { type: 'connect', connected: false, at: 0 });
    expect([stopOf(disconnected), audiencePosition(disconnected).stop, isFrozenWithoutSpeaker(disconnected)]).toEqual([3, 1, true]);
    const resumed = run(disconnected, 'next');
    expect([stopOf(resumed), audiencePosition(resumed).stop]).toEqual([2, 2]);
    expect(resumed.position.arrival).toBeGreaterThan(disconnected.position.arrival);
  });

  it('lets next either uncover the stage or advance the audience’s stop when no speaker window is connected', () => {
    const commands = fc.array(
      fc.constantFrom<Command['type'][]>('next', 'prev', 'last', 'freeze', 'black', 'autoplay', 'help', 'escape', 'theme'),
      { maxLength: 30 },
    );
    fc.assert(
      fc.property(commands, (list) => {
        const show = run(START, ...list);
        const next = run(show, 'next');
        const isCovered = show.curtain !== 'open' || show.overlay !== undefined;
        expect(audiencePosition(next).stop).toBe(isCovered ? audiencePosition(show).stop : Math.min(audiencePosition(show).stop + 1, 5));
        expect(next).toMatchObject({ curtain: 'open', overlay: undefined });
      }),
    );
  });
});

describe('autoplay', () => {
  const playing = run(START, 'autoplay');
  const autoAdvance = (show: ShowState): ShowState =>
    reduceShow(show, { type: 'autoAdvance', arrival: show.position.arrival, at: 50_000 }, context);
  it('goes to the next stop, and from the last stop to the first', () => {
    expect(stopOf(autoAdvance(playing))).toBe(1);
    expect(stopOf(autoAdvance(run(playing, 'last', 'autoplay')))).toBe(0);
  });
  it('ends with any press, which keeps its own effect', () => {
    expect(run(playing, 'next')).toMatchObject({ autoplay: false, position: { stop: 1 } });
    expect(run(playing, 'help').autoplay).toBe(false);
  });
  it('ignores a timer of another stop', () => {
    const moved = run(playing, 'next');
    expect(autoAdvance(moved)).toBe(moved);
    expect(reduceShow(playing, { type: 'autoAdvance', arrival: 99, at: 0 }, context)).toBe(playing);
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
    expect(stopOf(reduceShow({ ...START, pendingNumber: { text, at: 100 } }, { type: 'next', at: 200 }, context))).toBe(stop);
  });
  it('expire after a pause, so that Enter goes to the next stop', () => {
    expect(stopOf(reduceShow({ ...START, pendingNumber: { text: '3', at: 100 } }, { type: 'next', at: 60_000 }, context))).toBe(1);
  });
});

describe('the timer of the talk', () => {
  const at = (show: ShowState, type: Command['type'], wallTime: number): ShowState =>
    reduceShow(show, { type, at: wallTime } as Command, { ...context, wallTime });

  it.each<[string, (Command['type'] | Command)[], boolean]>([
    ['the first press of next', ['next'], true],
    ['a jump to a later stop', [{ type: 'goTo', stop: 3, at: 9 }], true],
    ['the last stop', ['last'], true],
    ['an explicit start', ['startTimer'], true],
    ['next, which brings the picture back', ['black', 'next'], true],
    ['next, which closes a panel', ['preflight', 'next'], false],
    ['previous and the first stop', ['prev', 'first', 'prevScene', { type: 'goTo', stop: 0, at: 9 }], false],
    ['what does not move', ['help', 'escape', 'black', 'black', 'theme', 'freeze', 'freeze', 'replay'], false],
  ])('%s', (_, commands, starts) => {
    expect(run(START, ...commands).startedAt).toBe(starts ? 1_000_000 : undefined);
  });

  it('starts with the press that finishes the typing of the first stop', () => {
    const typing = createTimeline(fakeStory([[fakeStep({ playMs: 5000 }), step]]), describeFake);
    const start = initialShow(initialPosition({ timeline: typing, motion: true }, 0, 0), DEFAULT_SETTINGS);
    const finished = reduceShow(start, { type: 'next', at: 1000 }, { ...context, timeline: typing });
    expect(finished).toMatchObject({ startedAt: 1_000_000, position: { stop: 0, phase: 'settled' } });
  });

  it('starts once, and is put back by a reset, also when the first stop follows', () => {
    const started = run(START, 'next');
    expect(at(at(started, 'next', 2_000_000), 'startTimer', 3_000_000).startedAt).toBe(1_000_000);
    expect(run(started, 'resetTimer', 'first')).toMatchObject({ startedAt: undefined, blackMs: 0, blackSince: undefined });
  });

  it('knows for how long the room was black since it started', () => {
    const black = at(at(START, 'black', 900_000), 'startTimer', 1_000_000);
    expect(black).toMatchObject({ blackMs: 0, blackSince: 1_000_000 });
    const open = at(black, 'prev', 1_060_000);
    expect(open).toMatchObject({ blackMs: 60_000, blackSince: undefined });
    expect(at(at(open, 'white', 1_070_000), 'black', 1_080_000)).toMatchObject({ blackMs: 60_000, blackSince: 1_080_000 });
    expect(at(at(black, 'resetTimer', 1_060_000), 'startTimer', 1_070_000)).toMatchObject({ blackMs: 0, blackSince: 1_070_000 });
  });
});

describe('settings', () => {
  it('stay within the limits of the text size', () => {
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
  const wired: ShowContext = { ...context, timeline: { ...timeline, story: { ...timeline.story, wire: 'wire.json' } } };
  const go = (show: ShowState, ...commands: (Command['type'] | Command)[]): ShowState =>
    commands.reduce(
      (each, command, index) =>
        reduceShow(each, typeof command === 'string' ? ({ type: command, at: 10_000 + 1000 * index } as Command) : command, wired),
      show,
    );
  const open: Command = { type: 'message', id: 'hello', at: 9000 };

  it('opens and closes by its key, which does nothing in a story without wire data', () => {
    expect(go(START, 'wire').wire).toEqual({ message: undefined });
    expect(go(START, 'wire', 'wire').wire).toBeUndefined();
    expect(run(START, 'wire')).toBe(START);
  });
  it('stays open when the stop changes, and leaves all keys to the stage', () => {
    expect(go(START, 'wire', 'next')).toMatchObject({ wire: { message: undefined }, position: { stop: 1 } });
    expect(go(START, 'wire', 'last', 'prev', 'black', 'next')).toMatchObject({ wire: {}, curtain: 'open', position: { stop: 4 } });
  });
  it('closes the open message when the stop changes', () => {
    const withMessage = go(START, 'wire', open);
    expect(withMessage.wire).toEqual({ message: 'hello' });
    expect(go(START, open).wire).toBeUndefined();
    expect(go(withMessage, 'theme', 'black', 'prev').wire).toEqual({ message: 'hello' });
    for (const move of ['next', 'last', 'nextScene'] as const) expect(go(withMessage, move).wire).toEqual({ message: undefined });
    const withSpeaker = { ...withMessage, connected: true };
    expect(go(withSpeaker, 'freeze', 'next').wire).toEqual({ message: 'hello' });
    expect(go(withSpeaker, 'freeze', 'next', 'freeze').wire).toEqual({ message: undefined });
  });
  it('is closed by Esc after its message; neither press ends autoplay', () => {
    const withAutoplay = go(START, 'autoplay', 'wire', open);
    expect(go(withAutoplay, 'escape')).toMatchObject({ wire: { message: undefined }, autoplay: true });
    expect(go(withAutoplay, 'escape', 'escape')).toMatchObject({ wire: undefined, autoplay: true });
    expect(go(withAutoplay, 'help', 'escape')).toMatchObject({ overlay: undefined, wire: { message: 'hello' } });
  });
  it('has the same state at the first stop after any sequence of commands', () => {
    const commands = fc.array(
      fc.constantFrom<Command['type'][]>('next', 'prev', 'nextScene', 'prevScene', 'first', 'last', 'black', 'freeze'),
      { maxLength: 30 },
    );
    fc.assert(
      fc.property(commands, (list) => {
        const walked = go(go(START, 'wire', open), ...list, 'prev', 'last', 'first');
        if (walked.frozen === undefined) expect(walked.wire).toEqual(go(START, 'wire').wire);
      }),
    );
  });
});

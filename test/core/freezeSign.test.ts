import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FREEZE_SIGN_MS, freezeSignText } from '../../src/core/freezeSign';
import { initialPosition } from '../../src/core/position';
import { DEFAULT_SETTINGS } from '../../src/core/settings';
import { audiencePosition, initialShow, reduceShow, type Command, type ShowContext, type ShowState } from '../../src/core/show';
import { createTimeline } from '../../src/core/timeline';
import { describeFake, fakeStep, fakeStory } from '../support/fakeStory';

const step = fakeStep({ playMs: 5000 });
const context: ShowContext = {
  timeline: createTimeline(
    fakeStory([
      [step, step, step],
      [step, step],
    ]),
    describeFake,
  ),
  motion: true,
  wallTime: 0,
};
const START = initialShow(initialPosition(context, 1, 0), DEFAULT_SETTINGS);

/** Runs commands a second apart. */
function run(show: ShowState, ...types: Command['type'][]): ShowState {
  let at = Math.max(show.position.since, show.freezeSign?.at ?? 0);
  return types.reduce((each, type) => {
    at += 1000;
    return reduceShow(each, { type, at } as Command, context);
  }, show);
}
const signOf = (show: ShowState): string | undefined => show.freezeSign?.kind;
const FROZEN = run(START, 'freeze');

describe('the sign of a frozen stage without a speaker window', () => {
  it('answers the press that freezes', () => {
    expect(freezeSignText(FROZEN.freezeSign)).toBe('Frozen: z goes on');
  });

  it.each<[Command['type'], string | undefined]>([
    ['theme', 'frozen'],
    ['larger', 'frozen'],
    ['black', 'frozen'],
    ['wire', 'frozen'],
    ['help', 'frozen'],
    ['next', 'ended'],
    ['prev', 'ended'],
    ['last', 'ended'],
    ['escape', 'ended'],
    ['autoplay', 'ended'],
    ['freeze', undefined],
  ])('answers %s with %s', (type, kind) => {
    const silent = run(FROZEN, 'endFreezeSign');
    expect(signOf(silent)).toBeUndefined();
    expect(signOf(run(silent, type))).toBe(kind);
  });

  it('is not shown once a speaker window is connected, nor on a stage that is not frozen', () => {
    expect(signOf(reduceShow(FROZEN, { type: 'connect', connected: true, at: 0 }, context))).toBeUndefined();
    expect(signOf(run({ ...FROZEN, connected: true }, 'theme'))).toBeUndefined();
    expect(signOf(run(START, 'theme', 'escape', 'next'))).toBeUndefined();
  });

  it('is no answer to timers and digits', () => {
    const silent = run(FROZEN, 'endFreezeSign');
    expect(reduceShow(silent, { type: 'elapse', arrival: 0, phase: 'play', at: 9 }, context)).toBe(silent);
    expect(signOf(reduceShow(silent, { type: 'pendingNumber', pendingNumber: { text: '1', at: 9 }, at: 9 }, context))).toBeUndefined();
  });
});

describe('overview and go-to of a frozen stage', () => {
  const PANELS = ['overview', 'goto'] as const;

  it.each(PANELS)('%s asks first and opens at the second press', (type) => {
    const asked = run(FROZEN, type);
    expect(asked).toMatchObject({ overlay: undefined, freezeSign: { kind: type }, frozen: { stop: 1 } });
    expect(run(asked, type)).toMatchObject({ overlay: type, frozen: { stop: 1 } });
    expect(run(asked, type, type)).toMatchObject({ overlay: undefined, frozen: { stop: 1 } });
  });

  it('ask anew after a moment, after another press, and one for the other', () => {
    const asked = run(FROZEN, 'overview');
    expect(reduceShow(asked, { type: 'overview', at: asked.freezeSign!.at + FREEZE_SIGN_MS }, context).overlay).toBeUndefined();
    expect(run(asked, 'theme', 'overview').overlay).toBeUndefined();
    expect(run(asked, 'goto').overlay).toBeUndefined();
  });

  it.each(PANELS)('%s asks for the list in a connected speaker window and opens nothing on stage', (type) => {
    const asked = run({ ...FROZEN, connected: true }, type, type, type);
    expect(asked).toMatchObject({ overlay: undefined, listRequests: 3, freezeSign: undefined });
  });

  it('never open without a question, whatever was pressed before', () => {
    const commands = fc.array(fc.constantFrom<Command['type'][]>('freeze', 'overview', 'goto', 'next', 'black', 'help', 'escape'), {
      maxLength: 20,
    });
    fc.assert(
      fc.property(commands, fc.constantFrom(...PANELS), fc.boolean(), (list, type, connected) => {
        const show = run({ ...START, connected }, ...list);
        const opened = run(show, type);
        if (show.frozen && show.overlay !== type && opened.overlay === type) expect([signOf(show), connected]).toEqual([type, false]);
      }),
    );
  });
});

describe('the end of a freeze', () => {
  it('settles the stop where the speaker is, also while it plays', () => {
    const ahead = run({ ...START, connected: true }, 'freeze', 'next');
    expect(ahead.position.phase).toBe('play');
    const caughtUp = run(ahead, 'freeze');
    expect(audiencePosition(caughtUp)).toMatchObject({ stop: 2, phase: 'settled', arrival: ahead.position.arrival + 1 });
  });
  it('keeps the arrival of a settled stop', () => {
    expect(run(FROZEN, 'freeze').position).toBe(FROZEN.position);
  });
});

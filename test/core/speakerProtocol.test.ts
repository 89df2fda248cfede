import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  isRemoteAction,
  parseSpeakerMessage,
  REMOTE_ACTIONS,
  toSharedShowState,
  toLocalCommand,
  type SpeakerMessage,
  type SharedShowState,
} from '../../src/core/speakerProtocol';
import { initialPosition } from '../../src/core/position';
import { DEFAULT_SETTINGS } from '../../src/core/settings';
import { initialShow, reduceShow, type Command, type ShowState, type ShowContext } from '../../src/core/show';
import { typingByHand as typing } from '../../src/core/typingByHand';
import { channelName } from '../../src/player/channel';
import { TIMELINE } from '../support/timeline';

const context: ShowContext = { timeline: TIMELINE, motion: true, wallTime: 50_000, typing };

function after(...commands: Command['type'][]): ShowState {
  const start = { ...initialShow(initialPosition(context, 2, 0), DEFAULT_SETTINGS), connected: true };
  return commands.reduce((show, type, index) => reduceShow(show, { type, at: (index + 1) * 1000 } as Command, context), start);
}

describe('toSharedShowState', () => {
  const atRest: SharedShowState = {
    stop: 2,
    playing: false,
    arrival: 0,
    curtain: 'open',
    covered: false,
    wire: false,
    autoplay: false,
    frozen: undefined,
    startedAt: undefined,
    blackMs: 0,
    blackSince: undefined,
    typing: false,
    heldAt: undefined,
    keys: undefined,
    theme: 'dark',
    listRequests: 0,
    dropped: [],
    detourMs: 0,
  };
  it.each<[string, ShowState, Partial<SharedShowState>]>([
    ['at rest', after(), {}],
    ['during a transition', after('next'), { stop: 3, playing: true, arrival: 1, startedAt: 50_000 }],
    ['behind a black screen', after('black'), { curtain: 'black' }],
    ['behind an overlay', after('overview'), { covered: true }],
    ['while frozen with the speaker at another stop', after('freeze', 'nextScene'), { stop: 3, frozen: 2, arrival: 1, startedAt: 50_000 }],
    ['with pressed keys shown', after('keys'), { keys: true }],
    ['with typing by hand', after('typing'), { typing: true }],
    ['during autoplay', after('autoplay'), { autoplay: true }],
    ['with the laser on', after('laser'), { tool: 'laser' }],
  ])('returns the shared state %s', (_, show, shared) => {
    expect(toSharedShowState(show)).toEqual({ ...atRest, ...shared });
  });

  it('understands an older stage, which sends no time of black', () => {
    const { blackMs, blackSince, ...older } = toSharedShowState(after());
    expect([blackMs, blackSince]).toEqual([0, undefined]);
    expect(parseSpeakerMessage({ kind: 'show', show: older })).toEqual({ kind: 'show', show: older });
  });

  it('returns a state that parseSpeakerMessage accepts unchanged', () => {
    const message: SpeakerMessage = { kind: 'show', show: toSharedShowState(after('freeze', 'nextScene')) };
    expect(parseSpeakerMessage(structuredClone(message))).toEqual(message);
  });
});

describe('toLocalCommand', () => {
  it('converts a command to this window’s clock by its age', () => {
    expect(toLocalCommand({ type: 'next', at: 1_000_000, repeat: true }, 500, 1_000_020, TIMELINE)).toEqual({
      type: 'next',
      at: 480,
      repeat: true,
    });
    expect(toLocalCommand({ type: 'goTo', stop: 4, at: 1_000_000 }, 500, 1_000_000, TIMELINE)).toEqual({ type: 'goTo', stop: 4, at: 500 });
  });

  it('preserves the time between two commands', () => {
    const [one, two] = [1000, 1120].map((at) => toLocalCommand({ type: 'next', at, repeat: false }, 77 + at, 1010 + at - 1000, TIMELINE));
    expect(two!.at - one!.at).toBe(120);
  });

  it('treats a time in the future as now', () => {
    expect(toLocalCommand({ type: 'next', at: 9_000_000, repeat: false }, 500, 1_000_000, TIMELINE)?.at).toBe(500);
  });
});

describe('parseSpeakerMessage', () => {
  it.each([
    { kind: 'hello' },
    { kind: 'bye' },
    { kind: 'leave' },
    { kind: 'rehearsal', rehearsal: null },
    { kind: 'wish', wish: { type: 'goTo', stop: 3, at: 1 } },
    ...REMOTE_ACTIONS.map((type) => ({ kind: 'wish', wish: { type, at: 1, repeat: false } })),
  ])('accepts %j', (message) => expect(parseSpeakerMessage(message)).toEqual(message));

  it.each([
    undefined,
    null,
    'hello',
    {},
    { kind: 'other' },
    { kind: 'wish' },
    { kind: 'wish', wish: { type: 'escape', at: 1, repeat: false } },
    { kind: 'wish', wish: { type: 'next', at: Number.NaN, repeat: false } },
    { kind: 'wish', wish: { type: 'next', at: 1 } },
    { kind: 'wish', wish: { type: 'goTo', stop: 1.5, at: 1 } },
    { kind: 'show', show: { stop: 1 } },
    { kind: 'show', show: { ...toSharedShowState(after()), startedAt: Number.NaN } },
    { kind: 'show', show: { ...toSharedShowState(after()), typing: 1 } },
    { kind: 'show', show: { ...toSharedShowState(after()), keys: 'on' } },
    { kind: 'show', show: { ...toSharedShowState(after()), heldAt: 'x' } },
    { kind: 'show', show: { ...toSharedShowState(after()), blackMs: 'x' } },
    { kind: 'show', show: { ...toSharedShowState(after()), blackSince: Infinity } },
    { kind: 'show', show: { ...toSharedShowState(after()), frozen: 'x' } },
  ])('ignores %j', (data) => expect(parseSpeakerMessage(data)).toBeUndefined());

  it('never throws', () => {
    fc.assert(fc.property(fc.anything(), (data) => void parseSpeakerMessage(data)));
  });
});

it('isRemoteAction accepts only actions for the stage', () => {
  expect(['next', 'black', 'freeze', 'resetTimer'].every((action) => isRemoteAction(action as 'next'))).toBe(true);
  expect(['theme', 'larger', 'help', 'escape', 'speaker', 'fullscreen'].some((action) => isRemoteAction(action as 'next'))).toBe(false);
});

it('channelName differs by folder, story and talk', () => {
  const names = [channelName('/', 'a', 'x'), channelName('/talks/', 'a', 'x'), channelName('/', 'b', 'x'), channelName('/', 'a', 'y')];
  expect(new Set(names).size).toBe(4);
});

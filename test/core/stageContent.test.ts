import { describe, expect, it } from 'vitest';
import { stageContentAt, upcomingStopAt } from '../../src/core/stageContent';
import type { Position } from '../../src/core/position';
import { createTimeline } from '../../src/core/timeline';
import { describeFake, fakeStep, fakeStory } from '../support/fakeStory';

const terminalStep = fakeStep({ surface: 'terminal', blocks: [{ type: 'text', lines: ['words'] }] });
const page = fakeStep({ surface: 'browser', address: 'a' });
const leaving = fakeStep({ surface: 'browser', address: 'b', leave: { text: 'Wait', ms: 1500 } });
const board = fakeStep({ surface: 'board' });
const timeline = createTimeline(fakeStory([[terminalStep, terminalStep], [page], [leaving], [page], [terminalStep, board]]), describeFake);

function at(stop: number, phase: Position['phase'] = 'settled'): ReturnType<typeof stageContentAt> {
  return stageContentAt(timeline, { stop, phase, since: 7, arrival: 1 });
}

describe('stageContentAt', () => {
  it('has the start time of a playing terminal stop, and none of a settled one', () => {
    expect(at(1, 'play').terminal).toEqual({ timeline, stop: timeline.stops[1], since: 7 });
    expect(at(1).terminal).toEqual({ timeline, stop: timeline.stops[1], since: undefined });
  });

  it('keeps the last terminal stop behind the pages', () => {
    for (const stop of [2, 3, 4]) expect(at(stop).terminal?.stop.index).toBe(1);
  });

  it('opens the browser window only in a transition from the terminal', () => {
    expect(at(2, 'enter').page).toMatchObject({ window: 'open', stop: { index: 2 } });
    expect(at(3, 'enter').page).toMatchObject({ window: 'stay', stop: { index: 3 }, transitionText: undefined });
    expect(at(2).page).toMatchObject({ window: 'stay' });
  });

  it('shows the previous page with the transition text until the next one plays', () => {
    expect(at(4, 'enter').page).toMatchObject({ stop: { index: 3 }, transitionText: 'Wait' });
    expect(at(4, 'play').page).toMatchObject({ stop: { index: 4 }, transitionText: undefined });
    expect(at(4).page).toMatchObject({ stop: { index: 4 }, transitionText: undefined });
  });

  it('closes the browser window before the terminal plays', () => {
    expect(at(5, 'enter')).toMatchObject({
      page: { window: 'close', stop: { index: 4 } },
      terminal: { stop: { index: 1 }, since: undefined },
    });
    expect(at(5, 'play')).toMatchObject({ page: undefined, terminal: { stop: { index: 5 }, since: 7 } });
    expect(at(5).page).toBeUndefined();
  });

  it('shows the board over the last terminal stop', () => {
    expect(at(6)).toMatchObject({ board: { stop: { index: 6 } }, terminal: { stop: { index: 5 } }, page: undefined });
  });
});

describe('upcomingStopAt', () => {
  const steps = [[terminalStep], [page, page], [leaving], [page], [terminalStep, board, board]];
  const long = createTimeline(fakeStory(steps), describeFake);
  const next = (stop: number, phase: Position['phase'] = 'settled'): number | undefined =>
    upcomingStopAt(long, { stop, phase, since: 7, arrival: 1 })?.index;

  it.each<[number, number | undefined, string]>([
    [0, 1, 'a page over the terminal'],
    [1, undefined, 'the page stays'],
    [2, 3, 'another page'],
    [3, 4, 'the page after a transition text'],
    [4, undefined, 'the next stop is in the terminal'],
    [5, 6, 'a board'],
    [6, 7, 'another board'],
    [7, undefined, 'the last stop'],
  ])('at stop %i returns %s: %s', (stop, expected) => {
    expect(next(stop)).toBe(expected);
  });

  it('returns the current stop during a transition', () => {
    expect(next(4, 'enter')).toBe(4);
    expect(next(4, 'play')).toBeUndefined();
  });
});

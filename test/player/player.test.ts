import { describe, expect, it } from 'vitest';
import { DEFAULT_SETTINGS } from '../../src/core/settings';
import { createTimeline } from '../../src/core/timeline';
import { isSettled, Player } from '../../src/player/player';
import { ManualClock } from '../support/manualClock';
import { describeFake, fakeStep, fakeStory } from '../support/fakeStory';

const pageWithTransition = fakeStep({ surface: 'browser', leave: { text: 'Wait', ms: 1500 } });
const typingPage = fakeStep({ surface: 'browser', playMs: 500 });
const timeline = createTimeline(
  fakeStory([[pageWithTransition], [typingPage], [fakeStep({ surface: 'terminal', playMs: 0 })]]),
  describeFake,
);

function start(stop = 0, motion = true): { clock: ManualClock; player: Player; stop: () => number } {
  const clock = new ManualClock();
  const player = new Player({ timeline, motion, stop, clock, settings: DEFAULT_SETTINGS });
  return { clock, player, stop: () => player.getState().position.stop };
}

describe('Player', () => {
  it('runs the transition, plays the stop and then settles', () => {
    const { clock, player } = start();
    player.press('next');
    expect(player.getState().position).toMatchObject({ stop: 1, phase: 'enter' });
    clock.advance(1500);
    expect(player.getState().position).toMatchObject({ stop: 1, phase: 'play' });
    clock.advance(500);
    expect(player.getState().position).toMatchObject({ stop: 1, phase: 'settled' });
  });

  it('goes back from the middle of a transition and cancels its timer', () => {
    const { clock, player, stop } = start();
    player.press('next');
    clock.advance(700);
    player.press('prev');
    expect(stop()).toBe(0);
    expect(clock.timers).toHaveLength(0);
    clock.advance(10_000);
    expect(stop()).toBe(0);
  });

  it('finishes a transition on a press and cancels its timer', () => {
    const { clock, player, stop } = start();
    player.press('next');
    clock.advance(700);
    player.press('next');
    expect(player.getState().position).toMatchObject({ stop: 1, phase: 'settled' });
    clock.advance(10_000);
    expect(stop()).toBe(1);
  });

  it('is settled only after its stop has been painted', () => {
    const { player } = start(2);
    expect(isSettled(player.getState())).toBe(false);
    player.markPainted(player.getState().position.arrival);
    expect(isSettled(player.getState())).toBe(true);
    player.press('prev');
    expect(isSettled(player.getState())).toBe(false);
  });

  it('notifies subscribers before press() returns', () => {
    const { player } = start(2);
    const seen: number[] = [];
    player.subscribe((state) => seen.push(state.position.stop));
    player.press('prev');
    expect(seen).toEqual([1]);
  });

  it('keeps the stop when the story changes, and has no timer after disposal', () => {
    const { clock, player, stop } = start(1);
    player.replaceTimeline(createTimeline(fakeStory([[pageWithTransition], [typingPage, typingPage], [fakeStep()]]), describeFake));
    expect(stop()).toBe(1);
    player.press('next');
    player.dispose();
    expect(clock.timers).toHaveLength(0);
  });

  it('settles at once without motion and when motion is turned off', () => {
    const withoutMotion = start(0, false);
    withoutMotion.player.press('next');
    expect(withoutMotion.player.getState().position.phase).toBe('settled');
    const withMotion = start();
    withMotion.player.press('next');
    withMotion.player.setMotion(false);
    expect(withMotion.player.getState().position).toMatchObject({ stop: 1, phase: 'settled' });
  });

  it('shows each stop for its planned time in autoplay, in a loop, until a press', () => {
    const timedTimeline = createTimeline(
      fakeStory([[fakeStep({ playMs: 0, dwell: 5 }), fakeStep({ playMs: 0, dwell: 10 })]]),
      describeFake,
    );
    const clock = new ManualClock();
    const player = new Player({ timeline: timedTimeline, motion: true, stop: 0, clock, settings: DEFAULT_SETTINGS });
    const stops: number[] = [];
    player.subscribe(({ position }) => position.stop !== stops.at(-1) && stops.push(position.stop));
    player.press('autoplay');
    clock.advance(4900);
    expect(stops).toEqual([0]);
    clock.advance(200);
    expect(stops).toEqual([0, 1]);
    clock.advance(10_000);
    expect(stops).toEqual([0, 1, 0]);
    player.press('next');
    clock.advance(60_000);
    expect(stops).toEqual([0, 1, 0, 1]);
    expect(clock.timers).toHaveLength(0);
  });
});

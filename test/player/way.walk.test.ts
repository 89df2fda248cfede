import fc from 'fast-check';
import { expect, test } from 'vitest';
import { progressAt } from '../../src/core/progress';
import { DEFAULT_SETTINGS } from '../../src/core/settings';
import { REMOTE_ACTIONS, toLocalCommand, toSharedShowState, type RemoteCommand } from '../../src/core/speakerProtocol';
import { stageContentAt } from '../../src/core/stageContent';
import { indexOfKey } from '../../src/core/stopHash';
import { formatStopNumber, stopKey } from '../../src/core/stopNumber';
import { terminalLayoutAt } from '../../src/core/terminal/terminalLayout';
import { createTimeline, stopAt, type Timeline } from '../../src/core/timeline';
import { Player, type SimpleCommand } from '../../src/player/player';
import { describeFake, fakeStep, fakeStory, type FakeStep } from '../support/fakeStory';
import { ManualClock } from '../support/manualClock';

const printing = (text: string, more: Partial<FakeStep> = {}): FakeStep =>
  fakeStep({ blocks: [{ type: 'text', lines: [text], tight: false }] as never, playMs: 700, ...more });
const page = (more: Partial<FakeStep> = {}): FakeStep => fakeStep({ surface: 'browser', playMs: 300, ...more });
const plain = fakeStory([
  [printing('a', { notes: { say: 'See [[s6]]', point: '' } }), printing('b', { optional: true }), printing('c')],
  [page(), page({ cuts: ['short'] }), page()],
  [printing('asked')],
  [page({ optional: true }), fakeStep({ surface: 'board', optional: true })],
  [printing('d', { continues: true }), printing('e', { cuts: ['short'] })],
  [page(), page({ optional: true })],
  [page(), fakeStep({ surface: 'board', playMs: 200 })],
  [page()],
]);
const STORY = { ...plain, scenes: plain.scenes.map((scene, at) => ({ ...scene, detour: at === 2 || at === 6, over: at === 5 })) };
const KEYS = STORY.scenes.flatMap((scene) => scene.steps.map((_, step) => stopKey({ scene, step })));
const OPTIONAL = ['s0/1', 's1/1', 's3/0', 's3/1', 's4/1', 's5/1'];
const timelineWithout = (dropped: readonly string[]): Timeline => createTimeline(STORY, describeFake, undefined, dropped);

const NAMES =
  'next next next next prev prev detour detour nextScene prevScene first last freeze black escape autoplay overview goto resetTimer'.split(
    ' ',
  ) as readonly SimpleCommand[];
const randomAction = fc.record({
  wait: fc.constantFrom(0, 40, 120, 400, 900, 6000),
  name: fc.constantFrom<SimpleCommand | 'goTo' | 'drop' | 'restore' | 'remote' | 'remoteGoTo' | 'speaker'>(
    ...NAMES,
    ...(['goTo', 'goTo', 'drop', 'drop', 'drop', 'restore', 'restore', 'remote', 'remoteGoTo', 'speaker'] as const),
  ),
  repeat: fc.boolean(),
  key: fc.constantFrom(...KEYS),
  keys: fc.subarray(OPTIONAL, { minLength: 1 }),
  action: fc.constantFrom(...REMOTE_ACTIONS.filter((each) => !['laser', 'spotlight', 'zoom', 'pen', 'focus', 'wire'].includes(each))),
});

const freshTimelines = new Map<string, Timeline>();
const pictures = new WeakMap<Timeline, Map<number, string>>();

/** Returns the timeline that a fresh start makes. */
function freshTimeline(dropped: readonly string[]): Timeline {
  const name = dropped.toSorted().join();
  const fresh = freshTimelines.get(name) ?? timelineWithout(dropped);
  freshTimelines.set(name, fresh);
  return fresh;
}

/** Everything that is on stage at a stop once it has settled, as text. */
function pictureAt(timeline: Timeline, index: number): string {
  const known = pictures.get(timeline) ?? new Map<number, string>();
  pictures.set(timeline, known);
  const picture = known.get(index) ?? JSON.stringify(describePicture(timeline, index));
  known.set(index, picture);
  return picture;
}

function describePicture(timeline: Timeline, index: number): unknown {
  const { stop, terminal, page: shown, board, over } = stageContentAt(timeline, { stop: index, phase: 'settled', since: 0, arrival: 0 });
  return {
    around: [formatStopNumber(stop), progressAt(timeline, index)],
    stop: stopKey(stop),
    output: terminal && terminalLayoutAt(terminal.timeline, terminal.stop, 80).fullOutput,
    page: shown && stopKey(shown.stop),
    board: board && stopKey(board.stop),
    over: over.map((each) => stopKey(each.stop)),
  };
}

/** Returns a picture without what stands around the stage. */
const onStage = (picture: string): string => picture.slice(picture.indexOf('"stop"'));

test('what is on stage is that of a fresh start at the same stop of the same talk, for 12,000 actions', () => {
  let actions = 0;
  let [drops, detours] = [0, 0];
  fc.assert(
    fc.property(fc.boolean(), fc.boolean(), fc.array(randomAction, { minLength: 120, maxLength: 120 }), (motion, isCut, list) => {
      const clock = new ManualClock();
      const dropped = isCut ? ['s1/1', 's4/1'] : [];
      const player = new Player({
        timeline: timelineWithout(dropped),
        createTimeline: (_, without) => timelineWithout(without),
        talk: { dropped },
        motion,
        stop: 0,
        clock,
        settings: DEFAULT_SETTINGS,
      });
      const remote = (wish: RemoteCommand): void => {
        const command = toLocalCommand(wish, clock.now(), clock.wallTime(), player.getState().timeline);
        if (command) player.dispatch(command);
      };
      for (const { wait, name, repeat, key, keys, action } of list) {
        clock.advance(wait);
        actions += 1;
        const at = clock.now();
        const before = player.getState();
        const audience = pictureAt(before.timeline, before.position.stop);
        if (name === 'goTo') player.goTo(indexOfKey(before.timeline, key));
        else if (name === 'drop' || name === 'restore') player.dispatch({ type: name, stops: keys, at });
        else if (name === 'remote') remote({ type: action, at, repeat });
        // The speaker window still has the timeline without a drop of a moment ago.
        else if (name === 'remoteGoTo') remote({ type: 'goTo', stop: indexOfKey(freshTimeline([]), key), key, at });
        else if (name === 'speaker') player.setSpeakerConnected(repeat);
        else player.press(name, at, repeat);

        const { timeline, position, show } = player.getState();
        const fresh = freshTimeline(show.dropped);
        const here = stopAt(timeline, position.stop);
        expect(timeline.stops.map(stopKey).join()).toBe(fresh.stops.map(stopKey).join());
        expect(pictureAt(timeline, position.stop)).toBe(pictureAt(fresh, indexOfKey(fresh, stopKey(here))));
        if (name === 'drop' || name === 'restore') {
          // Dropping changes nothing that is on stage.
          expect(onStage(pictureAt(timeline, position.stop))).toBe(onStage(audience));
          if (show.dropped !== before.show.dropped) drops += 1;
        }
        if (name === 'remoteGoTo' && show.position.stop !== before.show.position.stop)
          expect(stopKey(stopAt(timeline, show.position.stop))).toBe(key);
        // The speaker window is at the same stop as the stage.
        const shared = toSharedShowState(show);
        expect(stopKey(stopAt(freshTimeline(shared.dropped ?? []), shared.stop))).toBe(stopKey(stopAt(timeline, show.position.stop)));
        // Detours are only known in a detour, and each was left from a stop that is shown.
        const there = stopAt(timeline, show.position.stop);
        const left = show.position.detours ?? [];
        if (there.detour === undefined) expect(left.length).toBe(0);
        else detours += 1;
        for (const { from } of left) expect(stopKey(stopAt(timeline, indexOfKey(timeline, from)))).toBe(from);
        expect(new Set(left.map(({ from }) => from.split('/')[0]))).not.toContain(there.scene.id);
      }
      player.dispose();
    }),
    { numRuns: 100, seed: 20_260_054 },
  );
  expect(actions).toBe(12_000);
  // The walk is worth something.
  expect(drops).toBeGreaterThan(300);
  expect(detours).toBeGreaterThan(1000);
});

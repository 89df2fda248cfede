import fc from 'fast-check';
import { expect, test } from 'vitest';
import { DEFAULT_SETTINGS } from '../../src/core/settings';
import { audiencePosition, reduceShow, type Command, type ShowState } from '../../src/core/show';
import { parseSpeakerMessage, REMOTE_ACTIONS, toLocalCommand, toSharedShowState, type RemoteCommand } from '../../src/core/speakerProtocol';
import { stageContentAt } from '../../src/core/stageContent';
import { indexOfKey } from '../../src/core/stopHash';
import { stopKey } from '../../src/core/stopNumber';
import type { Position } from '../../src/core/position';
import { createTimeline, stopAt, type Timeline } from '../../src/core/timeline';
import { Player, type SimpleCommand } from '../../src/player/player';
import { describeFake, fakeStep, fakeStory, type FakeStep } from '../support/fakeStory';
import { ManualClock } from '../support/manualClock';

const FOCUS = { text: 'a' } as never;
const shell = (command: string, more: Partial<FakeStep> = {}): FakeStep =>
  fakeStep({ blocks: [{ type: 'shell', prompt: '$', command }] as never, ...more });
const page = (more: Partial<FakeStep> = {}): FakeStep => fakeStep({ surface: 'browser', playMs: 300, ...more });
const plain = fakeStory([
  [
    shell('npm ci', { notes: { say: 'See [[s2]]', point: '' } }),
    shell('npm test', { optional: true }),
    shell('git push', { focus: FOCUS }),
  ],
  [page({ focus: FOCUS }), page({ cuts: ['short'] }), page()],
  [shell('git log'), page({ focus: FOCUS })],
  [page({ optional: true }), fakeStep({ surface: 'board', optional: true })],
  [shell('ls', { continues: true }), shell('pwd', { cuts: ['short'] })],
  [page(), page({ optional: true })],
]);
const STORY = {
  ...plain,
  wire: { file: 'wire.json' } as never,
  scenes: plain.scenes.map((scene, at) => ({ ...scene, detour: at === 2 || at === 5 })),
};
const KEYS = STORY.scenes.flatMap((scene) => scene.steps.map((_, step) => stopKey({ scene, step })));
const OPTIONAL = ['s0/1', 's1/1', 's3/0', 's3/1', 's4/1', 's5/1'];
const known = new Map<string, Timeline>();
const timelineWithout = (dropped: readonly string[]): Timeline => {
  const name = dropped.toSorted().join();
  const timeline = known.get(name) ?? createTimeline(STORY, describeFake, undefined, dropped);
  known.set(name, timeline);
  return timeline;
};

/** Every command without an argument; a new one is missing here until it is added. */
const WEIGHTS: Readonly<Record<SimpleCommand, number>> = {
  next: 8,
  prev: 3,
  first: 1,
  last: 1,
  nextScene: 1,
  prevScene: 1,
  detour: 4,
  escape: 2,
  black: 2,
  white: 1,
  freeze: 4,
  overview: 1,
  goto: 1,
  help: 1,
  preflight: 1,
  rehearsal: 1,
  wire: 2,
  laser: 2,
  spotlight: 2,
  zoom: 2,
  pen: 2,
  focus: 2,
  theme: 1,
  keys: 1,
  larger: 1,
  smaller: 1,
  resetSize: 1,
  autoplay: 2,
  replay: 1,
  typing: 4,
  type: 12,
  typeLine: 6,
  startTimer: 1,
  resetTimer: 1,
};
const weighted = Object.entries(WEIGHTS).flatMap(([name, weight]) => Array.from({ length: weight }, () => name as SimpleCommand));
const randomAction = fc.record({
  wait: fc.constantFrom(0, 0, 40, 120, 400, 900, 6000, 30_000),
  name: fc.constantFrom(...weighted, ...(['goTo', 'goTo', 'drop', 'drop', 'restore', 'message', 'number', 'reset'] as const)),
  isRemote: fc.boolean(),
  repeat: fc.boolean(),
  connects: fc.constantFrom(undefined, undefined, undefined, true, true, false),
  key: fc.constantFrom(...KEYS),
  keys: fc.subarray(OPTIONAL, { minLength: 1 }),
});

function contentAt(timeline: Timeline, { stop, phase }: Position): unknown {
  const { terminal, page: shown, board, over } = stageContentAt(timeline, { stop, phase, since: 0, arrival: 0 });
  const key = (each: Pick<NonNullable<typeof shown>, 'stop'> | undefined): string | undefined => each && stopKey(each.stop);
  const places = [terminal && stopKey(terminal.stop), key(shown), key(board), ...over.map((each) => stopKey(each.stop))];
  return { phase, places };
}

/** What Esc closes, the top layer first; empty if nothing is open. */
function openLayers({ timeline, show }: { readonly timeline: Timeline; readonly show: ShowState }): readonly string[] {
  const { pendingNumber, overlay, tool, curtain, wire, isTypingByHand, autoplay, frozen, connected } = show;
  const isDetour = stopAt(timeline, show.position.stop).detour !== undefined;
  return Object.entries({
    number: pendingNumber,
    overlay,
    tool,
    curtain: curtain !== 'open',
    message: wire?.message !== undefined,
    wire,
    detour: isDetour,
    isTypingByHand,
    autoplay,
    // A speaker window shows what lies behind a frozen view, so the room stays frozen until its key is pressed.
    frozen: frozen && !connected,
  }).flatMap(([layer, isOpen]) => (isOpen ? [layer] : []));
}

test('12,000 random commands of stage, speaker window and phone leave the stage as a fresh start shows it', async () => {
  let actions = 0;
  const seen = new Map<string, number>();
  const count = (what: string): void => void seen.set(what, (seen.get(what) ?? 0) + 1);
  const makePlayer = (motion: boolean, dropped: readonly string[]): { player: Player; clock: ManualClock } => {
    const clock = new ManualClock();
    const options = { createTimeline: (_: unknown, without: readonly string[]) => timelineWithout(without), talk: { dropped } };
    const player = new Player({ timeline: timelineWithout(dropped), ...options, motion, stop: 0, clock, settings: DEFAULT_SETTINGS });
    return { player, clock };
  };
  const { player: loading } = makePlayer(true, []);
  await loading.loadTyping();
  const { typing } = loading;

  fc.assert(
    fc.property(fc.boolean(), fc.boolean(), fc.array(randomAction, { minLength: 120, maxLength: 120 }), (motion, isCut, list) => {
      const dropped = isCut ? ['s1/1', 's4/1'] : [];
      const { player, clock } = makePlayer(motion, dropped);
      player.typing = typing;
      const initial = player.getState().show;
      const remote = (wish: RemoteCommand): void => {
        const message = parseSpeakerMessage(structuredClone({ kind: 'wish', wish }));
        expect(message).toBeDefined();
        const command = toLocalCommand(wish, clock.now(), clock.wallTime(), player.getState().timeline);
        if (command) player.dispatch(command);
      };
      for (const { wait, name, isRemote, repeat, connects, key, keys } of list) {
        clock.advance(wait);
        actions += 1;
        if (connects !== undefined) player.setSpeakerConnected(connects);
        const at = isRemote ? clock.wallTime() : clock.now();
        const before = player.getState();
        const dispatch = (command: Command & RemoteCommand): void => (isRemote ? remote(command) : player.dispatch(command));
        if (name === 'goTo') dispatch({ type: name, stop: indexOfKey(before.timeline, key), at });
        else if (name === 'drop' || name === 'restore') dispatch({ type: name, stops: keys, at });
        else if (name === 'message') player.dispatch({ type: name, id: repeat ? key : undefined, at });
        else if (name === 'number')
          player.dispatch({ type: 'pendingNumber', pendingNumber: { text: '2', at: clock.now() }, at: clock.now() });
        else if (name === 'reset') player.dispatch({ type: name, initial, at: clock.now() });
        else if (isRemote && (REMOTE_ACTIONS as readonly string[]).includes(name)) remote({ type: name as never, at, repeat });
        else player.press(name, clock.now(), repeat);

        const state = player.getState();
        const { timeline, position, show } = state;
        for (const layer of openLayers(state)) count(layer);
        if (show.position.heldAt !== undefined) count('held');
        // The stage shows what a fresh start at the same stop shows.
        const fresh = timelineWithout(show.dropped);
        const there = indexOfKey(fresh, stopKey(stopAt(timeline, position.stop)));
        expect(contentAt(timeline, position)).toEqual(contentAt(fresh, { ...position, stop: there }));
        expect(position).toBe(audiencePosition(show));
        // Only a stop that plays has something left to type, and only while keys type.
        if (show.position.heldAt !== undefined) expect([show.isTypingByHand, show.position.phase === 'settled']).toEqual([true, false]);
        // Whatever leads to another stop ends the tool, except the pen; autoplay turns on the focus of the new one.
        const keyOf = ({ timeline: of, show: each }: typeof state): string => stopKey(stopAt(of, each.position.stop));
        if (keyOf(before) !== keyOf(state) && before.show.tool !== 'pen' && name !== 'reset')
          expect([undefined, ...(show.autoplay ? ['focus'] : [])]).toContain(show.tool);
        // The other windows understand it, and it says the same after a copy.
        const shared = toSharedShowState(show);
        expect(parseSpeakerMessage(structuredClone({ kind: 'show', show: shared }))).toEqual({ kind: 'show', show: shared });
        // Esc closes one layer after the other.
        const escaped = pressEscape(player, clock, timeline, show);
        expect(escaped.layers).toEqual([]);
        expect(escaped.presses).toBeLessThanOrEqual(12);
      }
      player.dispose();
    }),
    { numRuns: 100, seed: 20_260_058 },
  );
  expect(actions).toBe(12_000);
  // The walk has been everywhere.
  for (const layer of ['number', 'overlay', 'tool', 'curtain', 'message', 'wire', 'detour', 'isTypingByHand', 'autoplay', 'frozen', 'held'])
    expect([layer, (seen.get(layer) ?? 0) > 60]).toEqual([layer, true]);
});

/** Presses Esc in a copy of the show until nothing changes. Returns how often, and what is still open. */
function pressEscape(
  player: Player,
  clock: ManualClock,
  timeline: Timeline,
  start: ShowState,
): { presses: number; layers: readonly string[] } {
  const context = { timeline, motion: true, wallTime: clock.wallTime(), typing: player.typing };
  let show = start;
  for (let presses = 0; presses < 40; presses += 1) {
    const layers = openLayers({ timeline, show });
    if (layers.length === 0) return { presses, layers };
    const next = reduceShow(show, { type: 'escape', at: clock.now() }, context);
    if (next === show) return { presses, layers };
    show = next;
  }
  return { presses: 40, layers: openLayers({ timeline, show }) };
}

import { outranks, type LeaderClaim } from '../core/leaderElection';
import type { Position } from '../core/position';
import { reduceShow, type Command, type ShowState } from '../core/show';
import type { SharedShowState } from '../core/speakerProtocol';
import { stopAt, type Timeline } from '../core/timeline';
import type { Channel } from './channel';
import { keepFiles } from './keepFiles';
import type { LeaderElection } from './leaderElection';
import type { Player } from './player';

const ASK_INTERVAL_MS = 2000;
/** Milliseconds without an answer after which the leading stage counts as gone. */
const ANSWER_TIMEOUT_MS = 4500;
/** Milliseconds a stage may take to come back after it said that it closes. */
const RELOAD_TIMEOUT_MS = 2500;

/** Commands that change this window only. A stage that stands by executes no other. */
const OWN_COMMANDS: ReadonlySet<Command['type']> = new Set(['theme', 'larger', 'smaller', 'resetSize', 'elapse', 'preflight']);
/** Presses that take over once the leading stage is gone. They do nothing else. */
const TAKING_COMMANDS: ReadonlySet<Command['type']> = new Set(['next', 'prev', 'goTo', 'nextScene', 'prevScene', 'first', 'last']);

export interface StandbyOptions {
  readonly player: Player;
  readonly channel: Channel;
  readonly lead: LeaderElection;
  /** Starts to answer speaker windows, as a leading stage does. */
  readonly connect: () => void;
}

/**
 * Makes the stage follow the leading one, settled at once, until that one is gone and a press takes over here. This is the only place
 * where a reported stop moves a stage. Returns a function that takes over. ADR 057
 */
export function standBy({ player, channel, lead, connect }: StandbyOptions): () => void {
  let leader: LeaderClaim | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const expectAnswer = (ms: number): void => {
    clearTimeout(timer);
    timer = setTimeout(() => player.setStandby('lost'), ms);
  };
  const stopListening = channel.listen((message) => {
    if (message.kind === 'bye' && message.stage === leader?.id) expectAnswer(RELOAD_TIMEOUT_MS);
    if (message.kind !== 'show' || !message.stage) return;
    const { stage } = message;
    const isLost = player.getState().standby === 'lost';
    if (leader && leader.id !== stage.id && !isLost && !outranks(stage, leader)) return;
    leader = stage;
    expectAnswer(ANSWER_TIMEOUT_MS);
    player.setStandby('following');
    follow(player, message.show);
  });
  const ask = (): void => channel.send({ kind: 'standby' });
  const interval = setInterval(ask, ASK_INTERVAL_MS);
  const takeOver = (): void => {
    if (player.getState().standby === undefined) return;
    clearInterval(interval);
    clearTimeout(timer);
    stopListening();
    player.setReducer(reduceShow);
    player.setStandby(undefined);
    if (leader) lead.receiveClaim(leader);
    lead.takeLead();
    connect();
  };
  player.setReducer((show, command, context) => {
    if (OWN_COMMANDS.has(command.type)) return reduceShow(show, command, context);
    if (player.getState().standby === 'lost' && TAKING_COMMANDS.has(command.type)) queueMicrotask(takeOver);
    return show;
  });
  player.setStandby('following');
  expectAnswer(ANSWER_TIMEOUT_MS);
  ask();
  void keepFiles();
  return takeOver;
}

/** Shows what the leading stage reports. */
function follow(player: Player, shared: SharedShowState): void {
  const { dropped = [] } = shared;
  const { show } = player.getState();
  // The timeline is made without the dropped stops, by which the stops of the report are counted.
  if (dropped.join() !== show.dropped.join()) player.replaceShow({ ...show, dropped });
  const { show: current, timeline } = player.getState();
  player.replaceShow(followedShow(current, shared, timeline, player.now()));
}

/** Returns the state of a stage that follows another one. The same report gives the same state. */
function followedShow(show: ShowState, shared: SharedShowState, timeline: Timeline, now: number): ShowState {
  const settledAt = (stop: number, before: Position): Position => {
    const { index, detour } = stopAt(timeline, stop);
    const detours = detour === undefined ? undefined : shared.detours;
    if (index === before.stop && before.phase === 'settled' && areSameDetours(before.detours, detours)) return before;
    return { stop: index, phase: 'settled', since: now, arrival: show.position.arrival + 1, detours };
  };
  const { curtain, startedAt, blackMs = 0, blackSince, detourMs = 0, frozen } = shared;
  const position = settledAt(shared.stop, show.position);
  return {
    ...show,
    position,
    curtain,
    frozen: frozen === undefined ? undefined : settledAt(frozen, show.frozen ?? position),
    startedAt,
    blackMs,
    blackSince,
    detourMs,
  };
}

/** Whether both are the same, also after a copy, as each report is one. */
function areSameDetours(some: Position['detours'], others: Position['detours']): boolean {
  return JSON.stringify(some) === JSON.stringify(others);
}

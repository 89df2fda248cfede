import type { Clock } from '../core/clock';
import { createStore, type Store } from '../core/createStore';
import {
  receiveClaim,
  isLeader,
  dropLeader,
  parseClaim,
  claimLeadership,
  type LeaderClaim,
  type LeaderState,
} from '../core/leaderElection';
import type { KeyValueStore } from './keyValueStore';

/**
 * How long a leading stage may take to answer, or to come back from a reload, before another one leads, in milliseconds.
 * Shorter than a speaker window waits for an answer.
 */
export const LEADER_TIMEOUT_MS = 2500;

const CLAIM_KEY = 'claim';

/** Keeps track of which stage of a talk leads, and keeps this stage's claim over a reload. */
export class LeaderElection {
  readonly #sessionStore: KeyValueStore;
  readonly #clock: Clock;
  readonly getState: Store<LeaderState>['getState'];
  readonly subscribe: Store<LeaderState>['subscribe'];
  readonly #setState: Store<LeaderState>['setState'];
  /** Since when the leader has owed an answer, on the clock. */
  #waitingSince: number | undefined;
  #cancelTimeout: () => void = () => {};

  constructor(sessionStore: KeyValueStore, clock: Clock) {
    this.#sessionStore = sessionStore;
    this.#clock = clock;
    const own = parseClaim(sessionStore.read(CLAIM_KEY)) ?? { id: Math.random().toString(36).slice(2), term: 0, since: clock.wallTime() };
    ({ getState: this.getState, setState: this.#setState, subscribe: this.subscribe } = createStore<LeaderState>({ own, leader: own }));
    this.clearStoredClaim();
  }

  readonly isLeader = (): boolean => isLeader(this.getState());

  /** Takes the lead for this stage. */
  readonly takeLead = (): void => {
    this.#cancelLeaderTimeout();
    this.#setState(claimLeadership(this.getState()));
  };

  /** Hears the claim of another stage. */
  receiveClaim(claim: LeaderClaim): void {
    const next = receiveClaim(this.getState(), claim);
    if (claim.id === next.leader.id) this.#cancelLeaderTimeout();
    // One that leads less than the leader we know: that one has to answer it.
    else if (!isLeader(next)) this.startLeaderTimeout();
    this.#setState(next);
  }

  /** Takes note that the stage `id` says it goes; it may only be reloading. */
  handleBye(id: string): void {
    if (id === this.getState().leader.id) this.startLeaderTimeout();
  }

  /** Gives the leader time to show itself, as it was asked for; a stage that does not comes to lead no more. */
  startLeaderTimeout(): void {
    if (this.isLeader()) return;
    // Browsers delay the timers of hidden tabs, but not the messages that lead here.
    if (this.#waitingSince !== undefined && this.#clock.now() - this.#waitingSince >= LEADER_TIMEOUT_MS) this.#dropLeader();
    if (this.#waitingSince !== undefined || this.isLeader()) return;
    this.#waitingSince = this.#clock.now();
    this.#cancelTimeout = this.#clock.setTimer(LEADER_TIMEOUT_MS, () => this.#dropLeader());
  }

  /** Keeps the claim for the page that follows in this tab. While this one stands nothing is kept, so a duplicate has no part in it. */
  storeClaim(): void {
    this.#cancelLeaderTimeout();
    this.#sessionStore.write(CLAIM_KEY, this.getState().own);
  }

  /** Takes the kept claim back, when the page comes to life. */
  clearStoredClaim(): void {
    this.#sessionStore.write(CLAIM_KEY, null);
  }

  #dropLeader(): void {
    this.#cancelLeaderTimeout();
    this.#setState(dropLeader(this.getState()));
  }

  #cancelLeaderTimeout(): void {
    this.#cancelTimeout();
    this.#waitingSince = undefined;
  }
}

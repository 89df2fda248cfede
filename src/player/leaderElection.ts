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
 * Milliseconds a leading stage may take to answer, or to reload, before another one leads. Shorter than the time a speaker
 * window waits for an answer.
 */
export const LEADER_TIMEOUT_MS = 2500;

const CLAIM_KEY = 'claim';

/** Decides which stage of a talk leads, and keeps this stage's claim over a reload (ADR 026). */
export class LeaderElection {
  readonly #sessionStore: KeyValueStore;
  readonly #clock: Clock;
  readonly getState: Store<LeaderState>['getState'];
  readonly subscribe: Store<LeaderState>['subscribe'];
  readonly #setState: Store<LeaderState>['setState'];
  /** When the wait for the leader's answer began, on the clock. */
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

  readonly takeLead = (): void => {
    this.#cancelLeaderTimeout();
    this.#setState(claimLeadership(this.getState()));
  };

  /** Handles the claim of another stage. */
  receiveClaim(claim: LeaderClaim): void {
    const next = receiveClaim(this.getState(), claim);
    if (claim.id === next.leader.id) this.#cancelLeaderTimeout();
    // The known leader outranks the claiming stage and has to answer.
    else if (!isLeader(next)) this.startLeaderTimeout();
    this.#setState(next);
  }

  /** Handles the message that the stage `id` closes; it may only be reloading. */
  handleBye(id: string): void {
    if (id === this.getState().leader.id) this.startLeaderTimeout();
  }

  /** Starts to wait for a message of the leader. When none comes in time, that stage no longer leads. */
  startLeaderTimeout(): void {
    if (this.isLeader()) return;
    // Browsers delay the timers of hidden tabs, but not their messages, so a message also ends a wait that has expired.
    if (this.#waitingSince !== undefined && this.#clock.now() - this.#waitingSince >= LEADER_TIMEOUT_MS) this.#dropLeader();
    if (this.#waitingSince !== undefined || this.isLeader()) return;
    this.#waitingSince = this.#clock.now();
    this.#cancelTimeout = this.#clock.setTimer(LEADER_TIMEOUT_MS, () => this.#dropLeader());
  }

  /** Stores the claim for the next page in this tab. It is not stored earlier, as a duplicated tab copies the storage. */
  storeClaim(): void {
    this.#cancelLeaderTimeout();
    this.#sessionStore.write(CLAIM_KEY, this.getState().own);
  }

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

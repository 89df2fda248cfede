import type { Clock } from '../core/clock';
import { hearClaim, isLeading, loseLeader, readClaim, takeLead, type Claim, type LeadState } from '../core/leaderElection';
import type { Shelf } from './keyValueStore';

/**
 * How long a leading stage may take to answer, or to come back from a reload, before another one leads, in milliseconds.
 * Shorter than a speaker window waits for an answer.
 */
export const LEADER_TIMEOUT_MS = 2500;

const NAME = 'claim';

/** Keeps track of which stage of a talk leads, and keeps this stage's claim over a reload. */
export class Lead {
  readonly #tab: Shelf;
  readonly #clock: Clock;
  readonly #listeners = new Set<() => void>();
  #state: LeadState;
  /** Since when the leader has owed an answer, on the clock. */
  #owedSince: number | undefined;
  #cancelWait: () => void = () => {};

  constructor(tab: Shelf, clock: Clock) {
    this.#tab = tab;
    this.#clock = clock;
    const own = readClaim(tab.read(NAME)) ?? { id: Math.random().toString(36).slice(2), term: 0, since: clock.today() };
    this.#state = { own, leader: own };
    this.resume();
  }

  readonly getState = (): LeadState => this.#state;
  readonly leads = (): boolean => isLeading(this.#state);

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Takes the lead for this stage. */
  readonly take = (): void => {
    this.#answered();
    this.#set(takeLead(this.#state));
  };

  /** Hears the claim of another stage. */
  hear(claim: Claim): void {
    const next = hearClaim(this.#state, claim);
    if (claim.id === next.leader.id) this.#answered();
    // One that leads less than the leader we know: that one has to answer it.
    else if (!isLeading(next)) this.expectAnswer();
    this.#set(next);
  }

  /** Takes note that the stage `id` says it goes; it may only be reloading. */
  hearBye(id: string): void {
    if (id === this.#state.leader.id) this.expectAnswer();
  }

  /** Gives the leader time to show itself, as it was asked for; a stage that does not comes to lead no more. */
  expectAnswer(): void {
    if (this.leads()) return;
    // Browsers delay the timers of hidden tabs, but not the messages that lead here.
    if (this.#owedSince !== undefined && this.#clock.now() - this.#owedSince >= LEADER_TIMEOUT_MS) this.#lose();
    if (this.#owedSince !== undefined || this.leads()) return;
    this.#owedSince = this.#clock.now();
    this.#cancelWait = this.#clock.after(LEADER_TIMEOUT_MS, () => this.#lose());
  }

  /** Keeps the claim for the page that follows in this tab. While this one stands nothing is kept, so a duplicate has no part in it. */
  suspend(): void {
    this.#answered();
    this.#tab.write(NAME, this.#state.own);
  }

  /** Takes the kept claim back, when the page comes to life. */
  resume(): void {
    this.#tab.write(NAME, null);
  }

  #lose(): void {
    this.#answered();
    this.#set(loseLeader(this.#state));
  }

  #answered(): void {
    this.#cancelWait();
    this.#owedSince = undefined;
  }

  #set(state: LeadState): void {
    if (state === this.#state) return;
    this.#state = state;
    for (const listener of this.#listeners) listener();
  }
}

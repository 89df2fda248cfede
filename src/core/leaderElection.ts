/** Elects the leader among several stages of a talk, such as duplicated tabs. Speaker windows follow the leader. ADR 026 */
import { asRecord } from './asRecord';

/** A stage's claim to lead its talk. */
export interface LeaderClaim {
  /** Unique id of the stage. */
  readonly id: string;
  /** One more than the term of the leader it replaced; 0 if this stage has never claimed leadership. */
  readonly term: number;
  /** When the stage was opened, in milliseconds since 1970. A reload does not change it. */
  readonly since: number;
}

/** What a stage knows about leadership. */
export interface LeaderState {
  readonly own: LeaderClaim;
  /** The best claim it knows; its own if there is no better one. */
  readonly leader: LeaderClaim;
}

/** Whether `one` leads rather than `other`: the higher term, then the stage opened first, then the lower id. */
export function outranks(one: LeaderClaim, other: LeaderClaim): boolean {
  if (one.term !== other.term) return one.term > other.term;
  if (one.since !== other.since) return one.since < other.since;
  return one.id < other.id;
}

export function isLeader({ own, leader }: LeaderState): boolean {
  return leader.id === own.id;
}

/** Returns the state after another stage has sent `claim`. */
export function receiveClaim(state: LeaderState, claim: LeaderClaim): LeaderState {
  const { own, leader } = state;
  if (claim.id === own.id || (claim.id !== leader.id && !outranks(claim, leader))) return state;
  return { own, leader: outranks(claim, own) ? claim : own };
}

/** Returns the state after the leader has gone: this stage leads until a better claim arrives. */
export function dropLeader({ own }: LeaderState): LeaderState {
  return { own, leader: own };
}

/** Returns the state after leadership was taken for this stage. */
export function claimLeadership({ own, leader }: LeaderState): LeaderState {
  const claim = createHigherClaim(leader, own);
  return { own: claim, leader: claim };
}

/** Returns a claim that outranks `leader`, for the stage `id` opened at `since`. */
export function createHigherClaim(leader: LeaderClaim | undefined, { id, since }: Pick<LeaderClaim, 'id' | 'since'>): LeaderClaim {
  return { id, since, term: (leader?.term ?? 0) + 1 };
}

/** Parses a stored or received claim; undefined if it is invalid. Never throws. */
export function parseClaim(value: unknown): LeaderClaim | undefined {
  const { id, term, since } = asRecord(value);
  return typeof id === 'string' && typeof term === 'number' && Number.isFinite(term) && typeof since === 'number' && Number.isFinite(since)
    ? { id, term, since }
    : undefined;
}

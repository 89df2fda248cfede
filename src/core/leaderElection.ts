/**
 * Which of several stages leads a talk. A duplicated tab is a second stage of the same talk; speaker windows follow and
 * drive one of them.
 */

/** A stage's claim to lead its talk. */
export interface LeaderClaim {
  /** The stage; no other has this id. */
  readonly id: string;
  /** How often the lead had been taken on purpose when this stage took it; 0 for one that never did. */
  readonly term: number;
  /** When the stage was opened, in milliseconds since 1970. A reload does not change it. */
  readonly since: number;
}

/** What a stage knows of the lead. */
export interface LeaderState {
  readonly own: LeaderClaim;
  /** The claim of the stage that leads: its own, unless it knows a better one. */
  readonly leader: LeaderClaim;
}

/** Whether `one` leads rather than `other`: who took the lead last, then who was opened first. No two claims are equal. */
export function outranks(one: LeaderClaim, other: LeaderClaim): boolean {
  if (one.term !== other.term) return one.term > other.term;
  if (one.since !== other.since) return one.since < other.since;
  return one.id < other.id;
}

/** Whether the stage leads, as far as it knows. */
export function isLeader({ own, leader }: LeaderState): boolean {
  return leader.id === own.id;
}

/** The state after another stage has shown itself with `claim`. */
export function receiveClaim(state: LeaderState, claim: LeaderClaim): LeaderState {
  const { own, leader } = state;
  if (claim.id === own.id || (claim.id !== leader.id && !outranks(claim, leader))) return state;
  return { own, leader: outranks(claim, own) ? claim : own };
}

/** The state after the stage that leads has gone: this one leads until a better claim is heard. */
export function dropLeader({ own }: LeaderState): LeaderState {
  return { own, leader: own };
}

/** The state after somebody has taken the lead for this stage. */
export function claimLeadership({ own, leader }: LeaderState): LeaderState {
  const claim = createHigherClaim(leader, own);
  return { own: claim, leader: claim };
}

/** A claim that outranks `leader`, for the stage `id` opened at `since`. */
export function createHigherClaim(leader: LeaderClaim | undefined, { id, since }: Pick<LeaderClaim, 'id' | 'since'>): LeaderClaim {
  return { id, since, term: (leader?.term ?? 0) + 1 };
}

/** A claim as it was stored or sent; undefined for anything that is none. Never throws. */
export function parseClaim(value: unknown): LeaderClaim | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const { id, term, since } = value as Record<string, unknown>;
  return typeof id === 'string' && typeof term === 'number' && Number.isFinite(term) && typeof since === 'number' && Number.isFinite(since)
    ? { id, term, since }
    : undefined;
}

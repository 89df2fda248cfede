import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  createHigherClaim,
  receiveClaim,
  isLeader,
  dropLeader,
  outranks,
  parseClaim,
  claimLeadership,
  type LeaderClaim,
  type LeaderState,
} from '../../src/core/leaderElection';

const claim = (id: string, term = 0, since = 0): LeaderClaim => ({ id, term, since });
const createState = (own: LeaderClaim, leader = own): LeaderState => ({ own, leader });

describe('outranks', () => {
  it.each([
    ['the stage opened first', claim('b', 0, 1), claim('a', 0, 2)],
    ['a stage that took leadership from an older one', claim('b', 1, 9), claim('a', 0, 2)],
    ['the stage that took leadership last', claim('b', 3, 9), claim('a', 2, 2)],
    ['exactly one of two stages opened at the same time', claim('a'), claim('b')],
  ])('%s is the leader', (_, one, other) => {
    expect([outranks(one, other), outranks(other, one)]).toEqual([true, false]);
  });

  it('orders claims totally', () => {
    const any = fc.record({ id: fc.string({ maxLength: 2 }), term: fc.nat(2), since: fc.nat(3) });
    fc.assert(
      fc.property(any, any, any, (a, b, c) => {
        expect(outranks(a, b) && outranks(b, a)).toBe(false);
        if (outranks(a, b) && outranks(b, c)) expect(outranks(a, c)).toBe(true);
      }),
    );
  });
});

describe('LeaderState', () => {
  const [older, own, newer] = [claim('older', 0, 1), claim('own', 0, 2), claim('newer', 0, 3)];
  const takeover = claim('newer', 1, 3);
  it.each([
    ['follows a stage opened earlier', receiveClaim(createState(own), older), older],
    ['keeps leading when a newer stage opens', receiveClaim(createState(own), newer), own],
    ['keeps its leader when a newer stage opens', receiveClaim(createState(own, older), newer), older],
    ['keeps its leader when it repeats its claim', receiveClaim(createState(own, older), older), older],
    ['follows a newer stage that takes leadership', receiveClaim(createState(own), takeover), takeover],
    ['follows another stage that takes leadership from its leader', receiveClaim(createState(own, older), takeover), takeover],
    ['leads when the leader’s new claim is lower than its own', receiveClaim(createState(own, takeover), newer), own],
    ['keeps its leader when its own claim returns', receiveClaim(createState(own, older), own), older],
    ['leads when its leader is gone', dropLeader(createState(own, older)), own],
  ])('%s', (_, state, leader) => {
    expect(state).toEqual(createState(own, leader));
    expect(isLeader(state)).toBe(leader === own);
  });

  it('takes leadership from the current leader', () => {
    for (const leader of [own, older, takeover]) {
      const state = claimLeadership(createState(own, leader));
      expect(isLeader(state)).toBe(true);
      expect([older, takeover, leader].filter((each) => outranks(each, state.own))).toEqual([]);
    }
    expect(outranks(createHigherClaim(undefined, claim('new', 0, 9)), older)).toBe(true);
  });
});

it.each([null, 7, 'x', {}, { id: 1, term: 0, since: 0 }, { id: 'a', term: '0', since: 0 }, { id: 'a', term: 0, since: Number.NaN }])(
  'parseClaim returns undefined for %j',
  (value) => {
    expect(parseClaim(value)).toBeUndefined();
  },
);

it('parseClaim returns a serialized claim', () => {
  expect(parseClaim(JSON.parse(JSON.stringify(claim('a', 2, 5))))).toEqual(claim('a', 2, 5));
});

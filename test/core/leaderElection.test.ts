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
const knows = (own: LeaderClaim, leader = own): LeaderState => ({ own, leader });

describe('outranks', () => {
  it.each([
    ['who was opened first', claim('b', 0, 1), claim('a', 0, 2)],
    ['who took the lead, opened first or not', claim('b', 1, 9), claim('a', 0, 2)],
    ['who took it last', claim('b', 3, 9), claim('a', 2, 2)],
    ['one of two opened at once', claim('a'), claim('b')],
  ])('%s leads', (_, one, other) => {
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
  const [elder, own, younger] = [claim('elder', 0, 1), claim('own', 0, 2), claim('younger', 0, 3)];
  const taken = claim('younger', 1, 3);
  it.each([
    ['hears of an elder stage', receiveClaim(knows(own), elder), elder],
    ['hears of a younger stage', receiveClaim(knows(own), younger), own],
    ['hears of a younger stage while it follows', receiveClaim(knows(own, elder), younger), elder],
    ['hears the leader again', receiveClaim(knows(own, elder), elder), elder],
    ['hears that a younger stage took the lead', receiveClaim(knows(own), taken), taken],
    ['hears that the lead went on to another', receiveClaim(knows(own, elder), taken), taken],
    ['hears its leader with a lesser claim than its own', receiveClaim(knows(own, taken), younger), own],
    ['hears itself', receiveClaim(knows(own, elder), own), elder],
    ['loses its leader', dropLeader(knows(own, elder)), own],
  ])('%s', (_, state, leader) => {
    expect(state).toEqual(knows(own, leader));
    expect(isLeader(state)).toBe(leader === own);
  });

  it('takes leadership from the current leader', () => {
    for (const leader of [own, elder, taken]) {
      const state = claimLeadership(knows(own, leader));
      expect(isLeader(state)).toBe(true);
      expect([elder, taken, leader].filter((each) => outranks(each, state.own))).toEqual([]);
    }
    expect(outranks(createHigherClaim(undefined, claim('new', 0, 9)), elder)).toBe(true);
  });
});

it.each([null, 7, 'x', {}, { id: 1, term: 0, since: 0 }, { id: 'a', term: '0', since: 0 }, { id: 'a', term: 0, since: Number.NaN }])(
  '%j is no claim',
  (value) => {
    expect(parseClaim(value)).toBeUndefined();
  },
);

it('parses a claim as it was serialized', () => {
  expect(parseClaim(JSON.parse(JSON.stringify(claim('a', 2, 5))))).toEqual(claim('a', 2, 5));
});

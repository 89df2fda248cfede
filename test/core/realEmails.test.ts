import { expect, test } from 'vitest';
import { realEmails } from '../../src/core/realEmails';

test.each([
  ['one in a sentence', 'Ask ana.kovač+shop@acme-mail.io, please.', [['ana.kovač+shop@acme-mail.io', 'acme-mail.io']]],
  [
    'two',
    'a@b.de b@c.co.uk',
    [
      ['a@b.de', 'b.de'],
      ['b@c.co.uk', 'c.co.uk'],
    ],
  ],
  ['domains for examples', 'a@example.com b@mail.example c@x.test d@y.invalid e@shop.EXAMPLE.org f@localhost', []],
  [
    'a domain that only begins or ends so',
    'a@example.com.evil.io b@myexample.com',
    [
      ['a@example.com.evil.io', 'example.com.evil.io'],
      ['b@myexample.com', 'myexample.com'],
    ],
  ],
  ['what is no address', '@acme.io a@b 5@3', []],
])('finds %s', (_, text, expected) => {
  expect(realEmails(text).map(({ address, domain }) => [address, domain])).toEqual(expected);
});

import { expect, test } from 'vitest';
import { firstCharacters } from '../../../src/import/privacy/firstCharacters';

test.each([
  ['hunter2', 'password', '•••'],
  ['a password of many words', 'password', '•••'],
  ['short', 'token', '•••'],
  ['ghp_1234567890', 'token', 'ghp_…'],
  ['alice', 'user', 'alice'],
  ['kim@acme.io', 'email', 'kim@acme.io'],
] as const)('of %s, a %s, a report tells %s', (secret, kind, expected) => {
  expect(firstCharacters(secret, kind)).toBe(expected);
});

import { describe, expect, test } from 'vitest';
import { contextOf, contextOfParameters, kindOfField } from '../../../src/import/privacy/fieldKinds';

type Fields = Readonly<Record<string, string>>;

test('the counter of a notification of progress is no token, others are', () => {
  expect(kindOfField('progressToken', 'a')).toBeUndefined();
  for (const name of ['token', 'accessToken', 'in_progress_tokenless_token']) expect(kindOfField(name, 'a')).toBe('token');
});

describe.each([
  ['a state of an order', { id: '1042', state: 'sent' }],
  ['a state of an issue beside a code', { code: 'E_CLOSED', state: 'closed', error: 'gone' }],
  ['an address', { state: 'Colorado', code: '80202' }],
])('the object with %s', (_, fields: Fields) => {
  test.each(Object.entries(fields))('keeps %s: %s', (name, value) => {
    expect(kindOfField(name, value, contextOf(Object.keys(fields)))).toBeUndefined();
  });
});

test.each<readonly [string, Fields, readonly string[]]>([
  ['a filter', { state: 'open', sort: 'created' }, []],
  ['a request for authorization', { client_id: 'shop', state: 'xyzw' }, ['state']],
  ['its answer', { code: 'aZ81', state: 'xyzw' }, ['code', 'state']],
  ['its refusal', { error: 'access_denied', state: 'xyzw' }, ['state']],
  ['a generated state alone', { state: 'k3J9xQ2mV7bT4wLp' }, ['state']],
])('parameters of %s', (_, fields, secrets) => {
  const context = contextOfParameters(Object.keys(fields));
  const found = Object.entries(fields).filter(([name, value]) => kindOfField(name, value, context) !== undefined);
  expect(found.map(([name]) => name)).toEqual(secrets);
});

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

test.each<readonly [string, Fields, readonly string[]]>([
  ['a sign-in', { login: 'kim', password: 'x1', commit: 'Sign in' }, ['login', 'password']],
  ['a sign-in under short names', { user: 'kim', pass: 'hunter' }, ['user', 'pass']],
  ['results of tests', { pass: '12', fail: '0' }, []],
  [
    'a new password',
    { newPassword: 'a1', password_confirmation: 'a1', new_password2: 'a1', passwordHash: 'f00' },
    ['newPassword', 'password_confirmation', 'new_password2', 'passwordHash'],
  ],
  [
    'keys and answers',
    { sessionKey: 'a', authKey: 'b', accessCode: '9988', secretAnswer: 'rex' },
    ['sessionKey', 'authKey', 'accessCode', 'secretAnswer'],
  ],
  ['a payment', { number: '4242 4242 4242 4242', iban: 'DE89', holderName: 'Kim Lee', exp: '12/29' }, ['number', 'iban', 'holderName']],
  ['an order', { number: '4242424242424241', phoneNumber: '', key: 'color' }, []],
  ['a person', { birthDate: '1988-02-03', contactEmail: 'kim@acme.io' }, ['birthDate', 'contactEmail']],
])('fields of %s', (_, fields, secrets) => {
  const context = contextOf(Object.keys(fields));
  const found = Object.entries(fields).filter(([name, value]) => kindOfField(name, value, context) !== undefined);
  expect(found.map(([name]) => name)).toEqual(secrets);
});

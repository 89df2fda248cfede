import { expect, test } from 'vitest';
import { findPrivateText } from '../../src/secrets/findPrivateText';

/** In parts, so that secret scanners do not find any in this file. */
const GITHUB = `ghp_${'aZ3kQ9xR7mT2vB6nC8dE1fG4hJ5kL0pW9sYq'}`;
const OPAQUE = 'q7Zr0pLx2MvKt9WbYc4H';
const BASIC = Buffer.from('ann:hunter2').toString('base64');
const PEM_BODY = 'MIIEvQIBADANBgkqhkiG9w0BAQEFAASCBKcwggSjAgEAAoIBAQC7';
const PEM = `-----BEGIN PRIVATE KEY-----\n${PEM_BODY}\n-----END PRIVATE KEY-----`;

test.each([
  ['a token of a provider', `export T=${GITHUB} # mine`, [['token', GITHUB]]],
  ['a private key with all its lines', `cat key.pem\n${PEM}\n$`, [['key', PEM]]],
  ['a bearer token', `Authorization: Bearer ${OPAQUE}`, [['token', OPAQUE]]],
  ['a name and password of HTTP', `authorization: Basic ${BASIC}`, [['password', BASIC]]],
  ['a password in JSON', '{"password": "hunter2!"}', [['password', 'hunter2!']]],
  ['a password of the environment', 'PGPASSWORD=hunter2 psql', [['password', 'hunter2']]],
  ['a password in an address', 'postgres://app:hunter2@db/x', [['password', 'hunter2']]],
  ['a password as an option', 'mysql --password hunter2 -e x', [['password', 'hunter2']]],
  ['a token by its name', `api_key=${OPAQUE}&x=1`, [['token', OPAQUE]]],
  ['a token as an option', `deploy --auth-token ${OPAQUE}`, [['token', OPAQUE]]],
  ['a password in quotes', 'DB_PASSWORD="pa55 word 99" x', [['password', 'pa55 word 99']]],
  ['a short password in an address', 'redis://:ab1@cache', [['password', 'ab1']]],
  ['a password under a short name', 'DB_PASS=hunter2', [['password', 'hunter2']]],
  ['a password of mysql', 'mysql -u root -pSup3rS3cret! shop', [['password', 'Sup3rS3cret!']]],
  [
    'name and password of curl',
    'curl -s -u kim:hunter2 https://acme.io',
    [
      ['user', 'kim'],
      ['password', 'hunter2'],
    ],
  ],
  [
    'name and password of a login',
    'docker login -u kim -p hunter2',
    [
      ['user', 'kim'],
      ['password', 'hunter2'],
    ],
  ],
  ['a secret of the environment', 'export SESSION_SECRET=correct-horse-battery', [['token', 'correct-horse-battery']]],
  ['the number of a card', 'pay with 4242 4242 4242 4242.', [['token', '4242 4242 4242 4242']]],
  ['a full name in a folder of Windows', String.raw`PS C:\Users\Kim Lee> dir`, [['user', 'Kim Lee']]],
  [
    'a person before an e-mail address',
    'Author: Kim B. Lee <kim@acme.io>',
    [
      ['user', 'Kim B. Lee'],
      ['email', 'kim@acme.io'],
    ],
  ],
  ['a domain of an internal network', 'Domain=.acme.internal', [['host', 'acme.internal']]],
  [
    'cookies but not their attributes',
    'Set-Cookie: sid=4f9a2c; Path=/; HttpOnly; theme=dark',
    [
      ['cookie', '4f9a2c'],
      ['cookie', 'dark'],
    ],
  ],
  [
    'the same address twice',
    'ann@acme.io ann@acme.io',
    [
      ['email', 'ann@acme.io'],
      ['email', 'ann@acme.io'],
    ],
  ],
  [
    'names in paths',
    String.raw`/home/kim.lee/x /Users/kim C:\Users\Kim`,
    [
      ['user', 'kim.lee'],
      ['user', 'kim'],
      ['user', 'Kim'],
    ],
  ],
  [
    'computers of internal networks',
    'ssh db1.acme.internal 10.1.2.3 192.168.0.7 172.20.0.1',
    [
      ['host', 'db1.acme.internal'],
      ['host', '10.1.2.3'],
      ['host', '192.168.0.7'],
      ['host', '172.20.0.1'],
    ],
  ],
])('finds %s', (_, text, expected) => {
  const found = findPrivateText(text);
  expect(found.map(({ kind, value }) => [kind, value])).toEqual(expected);
  for (const { value, at } of found) expect(text.slice(at, at + value.length)).toBe(value);
});

test.each([
  [
    'examples and placeholders',
    'Ann Example <ann@example.com> password=*** token=your-token-here Bearer … password: string {"secret":"{{secret}}"}',
  ],
  ['words', 'The token is refreshed. password: required. Bearer authentication, Basic authentication'],
  ['a variable of the shell', 'curl -H "Authorization: Bearer $TOKEN" --token $TOKEN --password "$PW"'],
  ['accounts of many computers', '/home/runner/work /Users/Shared /home/ann'],
  ['a question for a password', 'Enter password: \nWelcome home'],
  [
    'options and counts',
    'mkdir -p build; mysql -p shop; pass: 120 PASS=120 fail: 0; tokens=4096; PWD=/tmp; curl -u "$ME:$PW" x; ps -u kim',
  ],
  ['numbers', 'id 4242424242424241, at 1700000000000000, trace 5000000000000000123'],
  ['public addresses and versions', '127.0.0.1 8.8.8.8 1.10.2 0.0.0.0 localhost example.com v10.1.2 10.1.2'],
])('does not report %s', (_, text) => {
  expect(findPrivateText(text)).toEqual([]);
});

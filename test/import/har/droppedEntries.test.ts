import { expect, test } from 'vitest';
import { matchesPattern, reasonToDrop } from '../../../src/import/har/droppedEntries';
import { readHar } from '../../../src/import/har/harFile';
import { harOf, type EntryParts } from './harOf';

const reasonOf = (entry: EntryParts, keep: readonly string[] = [], drop: readonly string[] = []): string | undefined =>
  reasonToDrop(readHar(harOf([entry]), 'x.har').entries[0]!, { keep, drop });

test.each<readonly [string, EntryParts, string | undefined]>([
  ['a page', { url: 'https://a.io/', type: 'text/html' }, undefined],
  ['an answer in JSON whose address ends like a script', { url: 'https://a.io/data.js', type: 'application/json' }, undefined],
  ['a picture by its type', { url: 'https://a.io/x', type: 'image/png' }, 'pictures'],
  ['a picture by what the browser asked for', { url: 'https://a.io/x', type: '', more: { _resourceType: 'image' } }, 'pictures'],
  ['a picture by its address', { url: 'https://a.io/x.PNG', type: '' }, 'pictures'],
  ['a font', { url: 'https://a.io/x', type: 'font/woff2' }, 'fonts'],
  ['a script', { url: 'https://a.io/x', type: 'text/javascript; charset=utf-8' }, 'scripts'],
  ['a style sheet', { url: 'https://a.io/x', type: 'text/css' }, 'style sheets'],
  [
    'a preflight',
    { url: 'https://a.io/x', method: 'OPTIONS', requestHeaders: { 'Access-Control-Request-Method': 'POST' } },
    'preflights of CORS',
  ],
  ['another request with OPTIONS', { url: 'https://a.io/x', method: 'OPTIONS' }, undefined],
  ['analytics', { url: 'https://region1.google-analytics.com/g/collect', method: 'POST' }, 'beacons and analytics'],
  ['a host that only ends alike', { url: 'https://notsentry.io/api' }, undefined],
  ['a beacon', { url: 'https://a.io/rum', method: 'POST', status: 204 }, 'beacons and analytics'],
  ['what the browser has in itself', { url: 'data:text/plain,x' }, 'requests of the browser itself'],
  ['what the browser asks for itself', { url: 'http://ocsp.digicert.com/', method: 'POST' }, 'requests of the browser itself'],
  ['a missing icon', { url: 'https://a.io/favicon.ico', type: 'text/html', status: 404 }, 'pictures'],
  ['a way to sign in below the path of a service', { url: 'https://a.io/cdn-cgi/access/login', type: 'text/html', text: '<p>' }, undefined],
  ['an answer about analytics', { url: 'https://a.io/analytics/report', text: '{}' }, undefined],
  ['no address', { url: 'x y' }, 'addresses that cannot be read'],
  ['a redirect of a picture', { url: 'https://a.io/x.png', type: '', status: 302 }, undefined],
])('%s', (_, entry, expected) => {
  expect(reasonOf(entry)).toBe(expected);
});

test('--keep is stronger than --drop, and both than what is usual', () => {
  const picture = { url: 'https://a.io/logo.png', type: 'image/png' };
  expect(reasonOf(picture, ['a.io/logo'])).toBeUndefined();
  expect(reasonOf({ url: 'https://a.io/x' }, [], ['*'])).toBe('what --drop names');
  expect(reasonOf({ url: 'https://a.io/x' }, ['a.io'], ['*'])).toBeUndefined();
});

test.each([
  ['a.io/x', 'io/', true],
  ['A.io/x', 'a.IO', true],
  ['a.io/x', '*.io/*', true],
  ['a.io/x', 'a.io*', true],
  ['a.io/x', '*a', false],
  ['a.io/x', 'a*a.io/x', false],
  ['a.io/xyx', 'a.io/*x*x', true],
  ['ab', 'ab*ab', false],
  ['', '*', true],
])('%s matches %s: %s', (place, pattern, expected) => {
  expect(matchesPattern(place, pattern)).toBe(expected);
});

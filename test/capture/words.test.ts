import { expect, test } from 'vitest';
import type { CapturedPage } from '../../src/capture/capturedPage';
import { freeId } from '../../src/capture/capture';
import { abbreviate, findPrivateWords } from '../../src/capture/findPrivateWords';
import { isAddress } from '../../src/capture/localSite';
import { windowProblem } from '../../src/capture/windowProblem';
import { firstLine, isSameSite, listAddresses } from '../../src/capture/openAddress';

test.each([
  ['Home — Parcel', [], 'home-parcel'],
  ['Élan', [], 'elan'],
  ['2026', [], 'state'],
  ['注文', ['state'], 'state-2'],
  ['Home', ['home', 'home-2'], 'home-3'],
])('the id of %s beside %j is %s', (title, taken, id) => {
  expect(
    freeId(
      title,
      taken.map((each) => ({ id: each })),
    ),
  ).toBe(id);
});

test.each([
  ['https://shop.example', true],
  ['localhost:3000/a', true],
  ['127.0.0.1:3000', true],
  ['page.html', false],
  ['localhost.html', false],
  ['./site/index.html', false],
])('%s is an address: %s', (argument, expected) => {
  expect(isAddress(argument)).toBe(expected);
});

test.each([
  ['http://shop.example/', 'https://www.shop.example/home', true],
  ['http://shop.example/', 'http://shop.example:81/', false],
  ['https://shop.example/', 'https://login.shop.example/', false],
])('%s and %s are one site: %s', (one, other, expected) => {
  expect(isSameSite(one, other)).toBe(expected);
});

test('addresses are listed without their queries, three at most', () => {
  expect(listAddresses(['http://a/1?key=1', 'http://a/1?key=2', 'http://a/2', 'http://a/3', 'http://a/4'])).toBe(
    'http://a/1, http://a/2, http://a/3 and 1 more',
  );
});

test('secrets and e-mail addresses of real domains are found in texts, fields and shadow roots, each once', () => {
  const token = `ghp_${'aZ3kQ9xR7mT2vB6nC8dE1fG4hJ5kL0pW9sYq'}`;
  const page: CapturedPage = {
    title: 'T',
    address: 'https://a.example/',
    base: 'https://a.example/',
    scroll: [0, 0],
    root: {
      name: 'html',
      attributes: {},
      children: [
        'ann@example.com ann@parcel.test ',
        { name: 'input', attributes: { value: 'ann@acme.io' }, children: [] },
        { name: 'x-a', attributes: { class: 'no@acme.io' }, children: [], shadow: [token, ' ann@acme.io'] },
      ],
    },
  };
  const found = findPrivateWords([
    { id: 'one', page },
    { id: 'two', page },
  ]);
  expect(found.map(({ words, states }) => [words, states])).toEqual([
    [token, ['one', 'two']],
    ['ann@acme.io', ['one', 'two']],
  ]);
  expect(found.map(abbreviate)).toEqual(['ghp_aZ3k…', 'ann@acme.io']);
});

test.each([
  ['linux', {}, {}, 'needs a screen'],
  ['linux', {}, { DISPLAY: ':0' }, undefined],
  ['linux', {}, { WAYLAND_DISPLAY: 'wayland-0' }, undefined],
  ['darwin', {}, {}, undefined],
  ['linux', { env: {} }, { DISPLAY: ':0' }, 'needs a browser with windows'],
] as const)('on %s, a browser %j with %j has a window or says what to do', (platform, browser, env, says) => {
  const problem = windowProblem({ executablePath: 'chromium', ...browser }, platform, env);
  if (says === undefined) expect(problem).toBeUndefined();
  else expect(problem).toMatch(new RegExp(`${says}.*--steps`, 'u'));
});

test.each([
  ['page.evaluate: Target page has been closed\nCall log:\n  - x', 'Target page has been closed'],
  ['page.screenshot: Protocol error (Page.captureScreenshot): Unable to capture', 'Unable to capture'],
  ['The page has 9 parts: too many', 'The page has 9 parts: too many'],
])('of the error %j it says %s', (message, expected) => {
  expect(firstLine(new Error(message))).toBe(expected);
});

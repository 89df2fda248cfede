import type { Browser } from '@playwright/test';
import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { run as importHar } from '../../src/import/har';
import { withBuild, withServer } from '../../src/vite/withBuild';
import { openOverlay } from './openOverlay';

const base64url = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');
const token = (claims: object): string =>
  [base64url({ alg: 'RS256', kid: 'key-1', typ: 'JWT' }), base64url(claims), 'c2lnbmF0dXJl'.repeat(20)].join('.');
const claims = { iss: 'https://auth.shop.example', sub: 'd3b07384', scope: 'openid read:orders', iat: 1767225600, exp: 1767229200 };

/** A sign-in that ends with tokens, then a request with one of them, as a browser records them. */
const HAR = {
  log: {
    version: '1.2',
    creator: { name: 'WebInspector', version: '1' },
    entries: [
      entry(0, 'POST', 'https://auth.shop.example/oauth2/token', {
        access_token: token({ ...claims, aud: 'orders' }),
        refresh_token: 'v1.MjQ3ZjE0YmQ5YzA3NGE1Zg',
        id_token: token({ ...claims, email: 'mia@shop.example' }),
        token_type: 'Bearer',
        expires_in: 3600,
        scope: 'openid read:orders',
      }),
      entry(2, 'GET', 'https://api.shop.example/orders', { orders: [{ id: 1042, state: 'sent' }] }),
    ],
  },
};

const PARTIES = [
  { party: 'auth.shop.example', name: 'Sign-in' },
  { party: 'api.shop.example', name: 'Orders' },
];

function entry(second: number, method: string, url: string, answer: object): object {
  return {
    startedDateTime: new Date(Date.UTC(2026, 0, 1, 0, 0, second)).toISOString(),
    time: 80,
    request: { method, url, httpVersion: 'h2', headers: [], queryString: [], cookies: [] },
    response: {
      status: 200,
      statusText: 'OK',
      headers: [{ name: 'content-type', value: 'application/json' }],
      content: { mimeType: 'application/json', text: JSON.stringify(answer) },
    },
  };
}

/** Screenshots the panel with messages that `import har` brought into the smallest story. */
export async function screenshotImport(browser: Browser): Promise<Buffer> {
  const folder = await mkdtemp(path.join(tmpdir(), 'understudy-import-'));
  try {
    const [story, har] = [path.join(folder, 'hello'), path.join(folder, 'trace.har')];
    await cp('examples/hello', story, { recursive: true });
    await writeFile(har, JSON.stringify(HAR));
    await importHar(har, story, { party: PARTIES, from: 'comparison/0' });
    return await withBuild(story, 'index.html', (dist) =>
      withServer(dist, (url) => screenshotPanel(browser, `${url}?motion=off#/comparison`)),
    );
  } finally {
    await rm(folder, { recursive: true });
  }
}

async function screenshotPanel(browser: Browser, address: string): Promise<Buffer> {
  const page = await browser.newPage({ viewport: { width: 1280, height: 720 } });
  await page.goto(address);
  await page.waitForSelector('html[data-state="settled"]');
  await openOverlay(page, 'x');
  await page.locator('aside.wire [data-rung]').last().click();
  await page.getByText('The token, decoded').waitFor();
  const png = await page.screenshot();
  await page.close();
  return png;
}

import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { chromium } from '@playwright/test';
import { preview } from 'vite';
import { findBrowser } from '../test/support/browser';

const FOLDER = 'docs/images';
const SIZE = { width: 1280, height: 720 };

/** What the documents show: a file's name and the stop it pictures. */
const PICTURES: readonly (readonly [name: string, hash: string])[] = [
  ['scene-1-terminal', '#/agent/1'],
  ['scene-2-cognito', '#/cognito'],
  ['scene-3-sso', '#/sso'],
  ['scene-4-callback', '#/callback'],
  ['scene-5-forbidden', '#/comparison/3'],
  ['scene-5-comparison', '#/comparison/6'],
];

/** Takes the pictures of README and docs from the built page: `npm run build && npm run pictures`. */
export async function main(): Promise<void> {
  const server = await preview({ preview: { port: 0 }, logLevel: 'error' });
  const { executablePath, env } = await findBrowser();
  const browser = await chromium.launch({ executablePath, ...(env && { env }) });
  try {
    await mkdir(FOLDER, { recursive: true });
    const page = await browser.newPage({ viewport: SIZE });
    for (const [name, hash] of PICTURES) {
      await page.goto(`${server.resolvedUrls?.local[0] ?? ''}?motion=off${hash}`);
      await page.reload();
      await page.waitForSelector('html[data-state="settled"]');
      await page.screenshot({ path: path.join(FOLDER, `${name}.png`) });
      console.log(`${FOLDER}/${name}.png`);
    }
  } finally {
    await browser.close();
    await server.close();
  }
}

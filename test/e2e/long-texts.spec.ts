import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { expect, test, type Page } from '@playwright/test';
import { startStaticServer, type StaticServer } from '../support/staticServer';
import { writeLongTexts } from '../support/writeLongTexts';
import { overflowProblems } from '../support/overflowProblems';
import { expectSettled } from '../support/page';

let folder = '';
let host: StaticServer;

test.beforeAll(async () => {
  test.slow();
  folder = await mkdtemp(path.join(tmpdir(), 'understudy-long-texts-'));
  await writeLongTexts(path.join(folder, 'scenes'));
  const out = path.join(folder, 'dist');
  await promisify(execFile)(process.execPath, ['node_modules/vite/bin/vite.js', 'build', '--outDir', out], {
    env: { ...process.env, SCENES: path.join(folder, 'scenes') },
  });
  host = await startStaticServer(out);
});
test.afterAll(async () => {
  await host.close();
  await rm(folder, { recursive: true, force: true });
});

for (const [width, height] of [
  [1366, 768],
  [390, 844],
] as const) {
  test(`texts of 800 characters, in one word or in many, wrap or end in an ellipsis everywhere at ${width}×${height}`, async ({
    page,
    context,
  }) => {
    test.slow();
    const expectNoOverflow = async (where: string, of: Page): Promise<void> => {
      // The terminal is resized a frame after its window.
      await expect.poll(() => overflowProblems(of), where).toEqual([]);
    };
    await page.setViewportSize({ width, height });
    await page.goto(`${host.url}?motion=off`);
    // A terminal, a page of each kind, a board with one side and with two.
    const walk = async (where: string): Promise<void> => {
      for (const stop of [0, 2, 3, 4, 10, 11]) {
        await page.evaluate((to) => {
          location.hash = `#/${to}`;
        }, stop);
        await expectSettled(page, stop);
        await expectNoOverflow(`stop ${stop} ${where}`, page);
      }
    };
    await walk('alone');
    for (const [key, name] of [
      ['o', 'Overview'],
      ['g', 'Go to'],
      ['r', 'Rehearsal'],
      ['c', 'Check the room'],
    ] as const) {
      await page.keyboard.press(key);
      await expect(page.getByRole('dialog', { name })).toBeVisible();
      await page.keyboard.type(key === 'g' ? 'unbroken' : '');
      await expectNoOverflow(name, page);
      await page.keyboard.press('Escape');
    }
    await page.keyboard.press('Home');
    await page.keyboard.press('x');
    await page.locator('.wire button').first().waitFor();
    await walk('beside the wire');
    await page.keyboard.press('Home');

    await page.keyboard.press('z');
    const [speaker] = await Promise.all([context.waitForEvent('page'), page.keyboard.press('s')]);
    await speaker.setViewportSize({ width, height });
    await expect(speaker.getByText('Stage connected')).toBeVisible();
    await speaker.keyboard.press('ArrowRight');
    await expect(speaker.getByText('The room sees')).toBeVisible();
    await expectNoOverflow('speaker window, frozen, with the wire', speaker);
    await page.close();
    await expect(speaker.getByRole('alert')).toBeVisible();
    await expectNoOverflow('speaker window, alone', speaker);

    await speaker.goto(`${host.url}?handout&notes&transcript&wire`);
    await expect(speaker.locator('html')).toHaveAttribute('data-state', 'settled');
    await expectNoOverflow('handout', speaker);
    await speaker.goto(`${host.url}?embed`);
    await expect(speaker.locator('.poster')).toBeVisible();
    await expectNoOverflow('poster', speaker);
    await speaker.locator('.poster').click();
    await expect(speaker.locator('.embed-bar')).toBeVisible();
    await expectNoOverflow('frame of another page', speaker);
  });
}

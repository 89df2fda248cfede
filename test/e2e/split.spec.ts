import { mkdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import process from 'node:process';
import { expect, test, type Page } from '@playwright/test';
import { axeViolations } from '../support/axe';
import { buildStory, visitExample } from '../support/example';
import { createTimedKeyboard, expectSettled } from '../support/page';

// In one worker, which builds the story once.
test.describe.configure({ mode: 'default' });

const noted = (title: string): object => ({ title, notes: { say: `Say ${title}.`, point: 'There.' } });
const printed = (...lines: string[]): object => ({ ...noted(lines[0]!), blocks: [{ type: 'text', lines }] });
const terminal = (id: string, steps: readonly object[], more: object = {}): object => ({
  kind: 'terminal',
  id,
  title: id,
  window: `${id} — zsh`,
  steps,
  ...more,
});
const webPage = (id: string, more: object = {}): object => ({
  kind: 'page',
  id,
  title: id,
  address: `${id}.example.com`,
  parts: [
    { type: 'text', id: 'text', text: `${id} as it was` },
    { type: 'button', id: 'go', label: `Go on from ${id}` },
  ],
  steps: [
    { ...noted(`${id} 1`), press: 'go' },
    { ...noted(`${id} 2`), set: { text: { text: `${id} as it is now` } } },
  ],
  ...more,
});

/** A terminal; it goes on beside a page; beside another terminal; a page over both; a terminal over all; a terminal. */
const SCENES: Readonly<Record<string, object>> = {
  start: terminal('start', [printed('before the panes')]),
  left: terminal('left', [printed('left 1'), printed('left 2')], { continues: true }),
  right: webPage('right'),
  first: { kind: 'split', id: 'first', title: 'First', panes: pane('left', 'right'), steps: [{}, { moves: 'left' }, { moves: 'right' }] },
  one: terminal('one', [printed('one 1'), printed('one 2')]),
  two: terminal('two', [printed('two 1'), printed('two 2')]),
  second: { kind: 'split', id: 'second', title: 'Second', panes: pane('one', 'two'), steps: [{}, { moves: ['one', 'two'] }] },
  chat: webPage('chat', { over: true, look: { chrome: 'phone' } }),
  top: terminal('top', [printed('over all of it')], { over: true }),
  end: terminal('end', [printed('the end')]),
};
const LISTED = ['start', 'first', 'second', 'chat', 'top', 'end'];
/** The number of terminals that are seen at each stop. */
const TERMINALS = [1, 1, 1, 1, 2, 2, 2, 2, 3, 1];

function pane(...names: string[]): readonly object[] {
  return names.map((name) => ({ scene: `${name}.json` }));
}

const story = path.resolve('test-results', `split-story-${process.pid}`);
let folder: string;
test.beforeAll(async () => {
  await mkdir(story, { recursive: true });
  for (const [name, scene] of Object.entries(SCENES)) await writeFile(path.join(story, `${name}.json`), JSON.stringify(scene));
  const index = { id: 'split', title: 'T', description: 'D', status: { topic: 't', hint: 'h', end: 'e' }, footer: [] };
  await writeFile(path.join(story, 'story.json'), JSON.stringify({ ...index, scenes: LISTED.map((name) => `${name}.json`) }));
  folder = await buildStory('split', story);
});
test.afterAll(async () => {
  for (const each of [folder, story]) await rm(each, { recursive: true, force: true });
});

/** Returns the elements on stage with the text of the terminals, as the room sees them. */
async function stageOf(page: Page): Promise<string> {
  await page.waitForFunction(() => !document.querySelector('main .terminal__snapshot'));
  return page.evaluate(() => {
    const shape = (element: Element): string => {
      if (element.matches('.premounted')) return '';
      if (element.matches('.xterm')) return `[${element.querySelector('.xterm-rows')!.textContent.replaceAll(/\s+/gu, ' ').trim()}]`;
      const box = element.getBoundingClientRect();
      const at = [box.x, box.y, box.width, box.height].map(Math.round).join(' ');
      const own = [...element.childNodes].map((node) => (node instanceof Text ? node.data : '')).join('');
      return `<${element.className} ${at} ${getComputedStyle(element).borderColor}>${own}${[...element.children].map(shape).join('')}`;
    };
    return shape(document.querySelector('main.stage')!);
  });
}

test('every stop looks the same walked to, gone back to and addressed, with as many terminals as are seen', async ({ page }) => {
  await visitExample(page, folder, '?motion=off');
  const seen: string[] = [];
  for (const [stop, count] of TERMINALS.entries()) {
    if (stop > 0) await page.keyboard.press('ArrowRight');
    await expectSettled(page, stop);
    seen.push(await stageOf(page));
    expect(await page.locator('main .xterm').count(), `stop ${stop}`).toBe(count);
  }
  expect(new Set(seen).size).toBe(TERMINALS.length);
  for (let stop = TERMINALS.length - 2; stop >= 0; stop -= 1) {
    await page.keyboard.press('ArrowLeft');
    await expectSettled(page, stop);
    expect(await stageOf(page), `back to stop ${stop}`).toBe(seen[stop]);
  }
  for (const [stop, hash] of [
    [3, 'first/2'],
    [5, 'second/1'],
    [8, 'top/0'],
  ] as const) {
    await visitExample(page, folder, `?motion=off#/${hash}`);
    await expectSettled(page, stop);
    expect(await stageOf(page), hash).toBe(seen[stop]);
  }
});

test('a burst of presses with motion ends where it should, and looks like the addressed stop', async ({ page }) => {
  await visitExample(page, folder, '?motion=off#/chat/1');
  await expectSettled(page, 7);
  const wanted = await stageOf(page);
  await visitExample(page, folder, '');
  // The first stop plays its opening; Home settles it.
  await page.keyboard.press('Home');
  await expectSettled(page, 0);
  const keys = await createTimedKeyboard(page);
  await keys.burst([...Array<'ArrowRight'>(9).fill('ArrowRight'), 'ArrowLeft', 'ArrowLeft']);
  await expectSettled(page, 7);
  await expect.poll(() => stageOf(page)).toBe(wanted);
});

test('only the window in front takes clicks and keys, and its controls go on', async ({ page }) => {
  await visitExample(page, folder, '?motion=off#/second/1');
  await expectSettled(page, 5);
  await page.keyboard.press('ArrowRight');
  await expectSettled(page, 6);
  expect(await page.locator('main [data-covered]').count()).toBeGreaterThan(0);
  expect(await page.locator('main [data-covered]').evaluateAll((list) => list.every((each) => (each as HTMLElement).inert))).toBe(true);
  await page.getByRole('button', { name: 'Go on from chat' }).click();
  await expectSettled(page, 7);
  expect(await axeViolations(page)).toEqual([]);
});

test('panes stand beside each other on a wide screen and below each other on a tall one', async ({ page }) => {
  const boxes = (): Promise<{ x: number; y: number }[]> =>
    page
      .locator('.panes__pane')
      .evaluateAll((list) => list.map((each) => ({ x: each.getBoundingClientRect().x, y: each.getBoundingClientRect().y })));
  await visitExample(page, folder, '?motion=off#/first/1');
  await expectSettled(page, 2);
  const [left, right] = await boxes();
  expect(left!.y).toBe(right!.y);
  expect(left!.x).toBeLessThan(right!.x);
  expect(await axeViolations(page)).toEqual([]);
  await page.setViewportSize({ width: 390, height: 844 });
  const [top, bottom] = await boxes();
  expect(top!.x).toBe(bottom!.x);
  expect(top!.y).toBeLessThan(bottom!.y);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
});

test('transcript and handout have what moves at each stop', async ({ page }) => {
  await visitExample(page, folder, '?motion=off#/first/1');
  await expectSettled(page, 2);
  await expect(page.locator('[data-transcript]')).toContainText('left 2');
  await expect(page.locator('[data-transcript]')).not.toContainText('right as it is now');
  await visitExample(page, folder, '?handout');
  await expect(page.locator('html')).toHaveAttribute('data-state', 'settled');
  const printedStop = page.locator('#first-2');
  await expect(printedStop).toContainText('right as it is now');
  await expect(printedStop).toContainText('before the panes');
  await expect(page.locator('#chat-1')).toContainText('chat as it is now');
});

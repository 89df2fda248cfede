import { mkdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import process from 'node:process';
import { expect, test, type Page } from '@playwright/test';
import { visibleTextOf } from '../../src/check/visibleText';
import { partSchemas } from '../../src/kinds/page/schema/union';
import { axeViolations } from '../support/axe';
import { buildStory, visitExample } from '../support/example';
import { expectSettled } from '../support/page';

// In one worker, which builds the story once.
test.describe.configure({ mode: 'default' });

const NOTES = { title: 'T', notes: { say: 's', point: 'p' } };
const OVERLAYS = ['dialog', 'toast'];
/** The example of each part that needs no file. */
const parts = [...partSchemas]
  .filter(([type]) => type !== 'image' && !OVERLAYS.includes(type))
  .map(([type, schema]) => ({ ...(schema.meta()!.examples![0] as object), id: type }));
const steps = [
  NOTES,
  { ...NOTES, set: { status: { state: 'ok' } }, type: { field: 'ann@example.com' }, scroll: 'field' },
  { ...NOTES, remove: ['text'], add: [{ before: 'list', parts: [{ type: 'text', text: 'New' }] }], pointer: 'button', press: 'button' },
  { ...NOTES, set: { status: { state: 'running' } }, scroll: 'chart' },
];
const SCENES = (['light', 'dark'] as const).map((theme) => ({ kind: 'page', id: theme, title: theme, look: { theme }, parts, steps }));

/** A page whose dialog has controls in columns. */
const DIALOG = {
  kind: 'page',
  id: 'dialog',
  title: 'Dialog',
  parts: [
    { type: 'button', id: 'behind', label: 'Behind' },
    {
      type: 'dialog',
      title: 'New alert',
      parts: [
        { type: 'columns', parts: ['Name', 'Team'].map((label) => ({ type: 'field', label })) },
        { type: 'button', id: 'save', label: 'Save' },
      ],
    },
  ],
  steps: [{ ...NOTES, press: 'save' }],
};

/** Every part that has an icon, with an emoji. */
const SIGNS = {
  kind: 'page',
  id: 'signs',
  title: 'Signs',
  parts: [
    { type: 'nav', brand: 'Shop', icon: '🌲', items: [{ label: 'New', icon: '✏️' }] },
    { type: 'heading', text: 'Letters', icon: '✉️' },
    { type: 'columns', parts: [{ type: 'card', title: 'Tree', icon: '🌲', parts: [{ type: 'text', text: 'Green', icon: '🌲' }] }] },
    {
      type: 'row',
      parts: [
        { type: 'badge', text: 'New', icon: '🆕' },
        { type: 'button', label: 'Buy', icon: '🛒' },
        { type: 'avatar', name: 'Ann', icon: '🐙' },
      ],
    },
    {
      type: 'row',
      parts: [
        { type: 'stat', label: 'Trees', value: '7', icon: '🌲' },
        { type: 'icon', icon: '🚀', size: 'large' },
        { type: 'icon', icon: 'WW' },
      ],
    },
    { type: 'alert', title: 'Sent', icon: '✉️' },
  ],
  steps: [NOTES],
};
const ALL_SCENES = [...SCENES, DIALOG, SIGNS];

const story = path.resolve('test-results', `page-story-${process.pid}`);
let folder: string;
test.beforeAll(async () => {
  await mkdir(story, { recursive: true });
  for (const scene of ALL_SCENES) await writeFile(path.join(story, `${scene.id}.json`), JSON.stringify(scene));
  const index = { id: 'pages', title: 'T', description: 'D', status: { topic: 't', hint: 'h', end: 'e' }, footer: [] };
  await writeFile(path.join(story, 'story.json'), JSON.stringify({ ...index, scenes: ALL_SCENES.map(({ id }) => `${id}.json`) }));
  folder = await buildStory('page', story);
});
test.afterAll(async () => {
  for (const each of [folder, story]) await rm(each, { recursive: true, force: true });
});

/** Returns the page on stage, and how far it is scrolled. The cues that there is more follow the scroll event, a frame later. */
function pageOnStage(page: Page): Promise<string> {
  return page.evaluate(() => {
    const frame = document.querySelector('.page-frame:not(.premounted *)')!;
    const copy = frame.cloneNode(true) as HTMLElement;
    for (const cue of copy.querySelectorAll('[data-scroll-cue]')) cue.remove();
    for (const box of copy.querySelectorAll('.scroll')) for (const name of ['tabindex', 'role', 'aria-label']) box.removeAttribute(name);
    return `${Math.round(frame.querySelector('.scroll')!.scrollTop)} ${copy.outerHTML}`;
  });
}

for (const { id: theme } of SCENES)
  test(`axe finds nothing on a page with all parts, ${theme}`, async ({ page }) => {
    await visitExample(page, folder, `?motion=off#/${theme}/0`);
    await expect(page.locator('html')).toHaveAttribute('data-state', 'settled');
    expect(await axeViolations(page)).toEqual([]);
  });

test('each stop is the same forwards, backwards and by its address', async ({ page }) => {
  await visitExample(page, folder, `?motion=off#/${SCENES[0]!.id}/0`);
  const forwards: string[] = [];
  for (let stop = 0; stop < steps.length; stop += 1) {
    if (stop > 0) await page.keyboard.press('ArrowRight');
    await expectSettled(page, stop);
    forwards.push(await pageOnStage(page));
  }
  expect(new Set(forwards).size).toBe(steps.length);
  for (let stop = steps.length - 2; stop >= 0; stop -= 1) {
    await page.keyboard.press('ArrowLeft');
    await expectSettled(page, stop);
    expect(await pageOnStage(page), `back at stop ${stop}`).toBe(forwards[stop]);
  }
  for (const [stop, html] of forwards.entries()) {
    await page.goto('about:blank');
    await visitExample(page, folder, `?motion=off#/${SCENES[0]!.id}/${stop}`);
    await expectSettled(page, stop);
    expect(await pageOnStage(page), `stop ${stop} by its address`).toBe(html);
  }
});

test('a dialog has the controls of the page, and its columns stand below each other on a phone', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await visitExample(page, folder, '?motion=off#/dialog/0');
  const fields = page.locator('.part-dialog input');
  await expect(fields).toHaveCount(2);
  const boxes = await fields.evaluateAll((inputs) =>
    inputs.map((input) => ({ ...input.getBoundingClientRect().toJSON(), border: getComputedStyle(input).borderTopWidth })),
  );
  expect(boxes.map(({ border }) => border)).toEqual(['0px', '0px']);
  expect(boxes[0].left).toBe(boxes[1].left);
  expect(boxes[0].bottom).toBeLessThan(boxes[1].top);
});

test('an emoji in the place of an icon is seen whole in every part', async ({ page }) => {
  await visitExample(page, folder, '#/signs');
  await expectSettled(page, ALL_SCENES.flatMap(({ steps: each }) => each).length - 1);
  expect((await visibleTextOf(page)).problems).toEqual([]);
});

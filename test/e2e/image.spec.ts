import { cp, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import process from 'node:process';
import { pathToFileURL } from 'node:url';
import { expect, test, type Locator, type Page } from '@playwright/test';
import { buildStory, visitExample } from '../support/example';
import { expectSettled } from '../support/page';

// In one worker, which builds the story once.
test.describe.configure({ mode: 'default' });

const NOTES = { title: 'T', notes: { say: 's', point: 'p' } };
const image = { src: 'dashboard.svg', alt: 'A dashboard.' };
const callout = (text: string, x: number, y: number, width: number, height: number) => ({ text, x, y, width, height });
const SCENES = [
  { kind: 'terminal', id: 'first', title: 'First', window: 'W', steps: [{ ...NOTES, blocks: [{ type: 'rule' }] }] },
  {
    kind: 'image',
    id: 'picture',
    title: 'Picture',
    image,
    steps: [
      NOTES,
      { ...NOTES, focus: callout('', 560, 190, 660, 460), callouts: [callout('Three times as many as in spring', 926, 200, 224, 400)] },
      { ...NOTES, callouts: [callout('Every week', 170, 420, 640, 180), callout('Keys that nobody has ever changed', 430, 96, 340, 82)] },
      { ...NOTES, callouts: [callout('Everything that the team has seen since', 20, 20, 1240, 680)] },
      { ...NOTES, compare: { src: 'dashboard-after.svg', alt: 'With limits.', position: 30 } },
    ],
  },
].map((scene) => ({
  ...scene,
  steps: scene.steps.map((step) => {
    if (!('focus' in step)) return step;
    const { text: _, ...focus } = step.focus;
    return { ...step, focus };
  }),
}));

const story = path.resolve('test-results', `image-story-${process.pid}`);
let folder: string;
test.beforeAll(async () => {
  await mkdir(story, { recursive: true });
  await cp('src/kinds/image/example', story, { recursive: true });
  for (const scene of SCENES) await writeFile(path.join(story, `${scene.id}.json`), JSON.stringify(scene));
  const index = { id: 'pictures', title: 'T', description: 'D', status: { topic: 't', hint: 'h', end: 'e' }, footer: [] };
  await writeFile(path.join(story, 'story.json'), JSON.stringify({ ...index, scenes: SCENES.map(({ id }) => `${id}.json`) }));
  folder = await buildStory('image', story);
});
test.afterAll(async () => {
  for (const each of [folder, story]) await rm(each, { recursive: true, force: true });
});

interface Measured {
  /** Callouts that are drawn. */
  readonly count: number;
  /** Whether all callouts are in the viewport of the picture. */
  readonly isInside: boolean;
  /** Whether a callout covers its target. */
  readonly covers: boolean;
  /** Whether every arrow ends at its words. */
  readonly meets: boolean;
}

function measureCallouts(page: Page): Promise<Measured> {
  return page.evaluate(() => {
    const view = document.querySelector('.page:not(.premounted) .shot')!;
    const boxOf = (element: Element | null): DOMRect => element!.getBoundingClientRect();
    const overlap = (a: DOMRect, b: DOMRect): boolean =>
      Math.min(a.right, b.right) - Math.max(a.left, b.left) > 1 && Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 1;
    const outer = boxOf(view);
    const shown = [...view.querySelectorAll('.callout__side')].filter((side) => side.checkVisibility());
    const words = shown.map((side) => boxOf(side.querySelector('p')));
    const arrows = shown.map((side) => boxOf(side.querySelector('.callout__arrow')));
    const targets = shown.map((side) => boxOf(side.parentElement!.querySelector('.callout__target')));
    const grown = (box: DOMRect): DOMRect => new DOMRect(box.x - 3, box.y - 3, box.width + 6, box.height + 6);
    return {
      count: words.length,
      isInside: words.every(
        (box) => box.left >= outer.left && box.right <= outer.right + 1 && box.top >= outer.top && box.bottom <= outer.bottom + 1,
      ),
      covers: words.some((box, index) => overlap(box, targets[index]!)),
      meets: words.every((box, index) => overlap(grown(box), grown(arrows[index]!))),
    };
  });
}

for (const [width, height] of [
  [1920, 1080],
  [1024, 768],
  [390, 844],
] as const)
  test(`callouts are inside, beside their targets, at ${width}×${height}`, async ({ page }) => {
    await page.setViewportSize({ width, height });
    for (const [step, count] of [
      [1, 1],
      [2, 2],
      [3, 1],
    ] as const) {
      await visitExample(page, folder, `?motion=off#/picture/${step}`);
      await expectSettled(page, step + 1);
      expect(await measureCallouts(page), `step ${step}`).toEqual({ count, isInside: true, covers: false, meets: true });
    }
  });

test('a move ends exactly where a jump arrives, also with the step before', async ({ page }) => {
  const place = () => page.locator('.page:not(.premounted) .shot__image').first().boundingBox();
  await visitExample(page, folder, '?motion=off#/picture/1');
  await expectSettled(page, 2);
  const direct = await place();
  await page.goto('about:blank');
  await visitExample(page, folder, '#/picture/0');
  await page.keyboard.press('ArrowRight');
  await expectSettled(page, 2);
  expect(await place()).toEqual(direct);
  expect(direct!.width).toBeGreaterThan(page.viewportSize()!.width);
});

for (const end of ['decoded', 'lost'] as const)
  test(`a stop with a picture has settled once the picture is ${end}`, async ({ page }) => {
    let release = (): void => {};
    const held = new Promise<void>((resolve) => (release = resolve));
    await visitExample(page, folder, '?motion=off');
    await page.route('**/dashboard-after-*.svg', async (route) => {
      await held;
      await (end === 'lost' ? route.abort() : route.fallback());
    });
    await page.evaluate(() => (location.hash = '#/picture/4'));
    await expect(page.locator('html')).toHaveAttribute('data-stop', '5');
    await expect(page.locator('html')).toHaveAttribute('data-state', 'playing');
    release();
    await expectSettled(page, 5);
    const second = page.locator('.page:not(.premounted) .shot__image--second');
    expect(await second.evaluate((each) => (each as HTMLImageElement).naturalWidth > 0)).toBe(end === 'decoded');
  });

test('a picture is loaded at the stop before', async ({ page }) => {
  const loaded = page.waitForRequest(/dashboard-[0-9a-f]+\.svg/u);
  await visitExample(page, folder, '?motion=off');
  await expectSettled(page, 0);
  await loaded;
  expect(await page.locator('html').getAttribute('data-stop')).toBe('0');
});

test('pictures are in the offline copy, and in the handout', async ({ page }) => {
  const names = (await readdir(path.join(folder, 'assets'))).filter((name) => name.endsWith('.svg'));
  expect(names).toHaveLength(2);
  const worker = await readFile(path.join(folder, 'sw.js'), 'utf8');
  for (const name of names) expect(worker).toContain(`assets/${name}`);
  await visitExample(page, folder, '?handout');
  await expectPictures(page.locator('.handout img'), /\/assets\/dashboard-/u);
});

test('pictures are in the page in one file', async ({ page }) => {
  const single = await buildStory('image-single', story, 'standalone');
  try {
    const address = pathToFileURL(path.join(single, 'standalone.html')).href;
    await page.goto(`${address}?motion=off#/picture/4`);
    await expectSettled(page, 5);
    await expectPictures(page.locator('.page:not(.premounted) .shot__image'), /^data:image\/svg\+xml/u);
  } finally {
    await rm(single, { recursive: true, force: true });
  }
});

/** Expects pictures, all of them decoded, from addresses like this. */
async function expectPictures(pictures: Locator, address: RegExp): Promise<void> {
  await expect(pictures.first()).toBeAttached();
  await expect.poll(() => pictures.evaluateAll((all) => all.every((each) => (each as HTMLImageElement).naturalWidth > 0))).toBe(true);
  for (const each of await pictures.all()) await expect(each).toHaveAttribute('src', address);
}

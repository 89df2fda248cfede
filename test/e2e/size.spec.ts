import { expect, test } from '@playwright/test';
import { jumpTo, openStop } from '../support/page';
import { terminalRows } from '../support/screen';
import { STOP_COUNT } from '../support/demoScript';

/** The smallest type anybody should have to read, in CSS pixels. */
const SCREENS = [
  { width: 1920, height: 1080, least: 24 },
  { width: 390, height: 844, least: 12 },
];

for (const { width, height, least } of SCREENS) {
  test.describe(`${width}×${height}`, () => {
    test.use({ viewport: { width, height } });
    test(`no text is smaller than ${least} px`, async ({ page }) => {
      await openStop(page, 0);
      for (let stop = 0; stop < STOP_COUNT; stop += 1) {
        await jumpTo(page, stop);
        const small = await page.evaluate((limit) => {
          const found = new Set<string>();
          const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT);
          for (let node = walker.nextNode(); node; node = walker.nextNode()) {
            const field = node instanceof HTMLInputElement && node.type !== 'checkbox' ? node : undefined;
            const words = field ? field.value || field.placeholder : node instanceof Text ? node.data.trim() : '';
            const element = field ?? node.parentElement;
            if (words === '' || !element || element.closest('.sr-only, noscript, script, style, .xterm-helpers')) continue;
            if (!element.checkVisibility({ visibilityProperty: true, opacityProperty: true })) continue;
            // Windows may be scaled; their widths tell by how much.
            const window = element.closest<HTMLElement>('.window') ?? document.body;
            const size =
              Number.parseFloat(getComputedStyle(element).fontSize) * (window.getBoundingClientRect().width / window.offsetWidth);
            if (size < limit - 0.1)
              found.add(`${size.toFixed(1)} px: ${words.slice(0, 40)} <${element.tagName.toLowerCase()} class="${element.className}">`);
          }
          return [...found];
        }, least);
        expect.soft(small, `at stop ${stop}`).toEqual([]);
      }
    });
  });
}

test('the same lines wrap at the same words on every landscape screen', async ({ page }) => {
  const rows: string[] = [];
  for (const [width, height] of [
    [1920, 1080],
    [1024, 768],
    [1366, 768],
    [2560, 1080],
    [3840, 2160],
  ] as const) {
    await page.setViewportSize({ width, height });
    await page.goto('about:blank');
    await openStop(page, 7);
    const lines = await terminalRows(page);
    rows.push(
      lines
        .filter((line) => line.startsWith('▎'))
        .map((line) => line.trimEnd())
        .join('\n'),
    );
  }
  expect(rows[0]).toContain('MCP is an open standard');
  expect(new Set(rows).size).toBe(1);
});

import { expect, test, type Page } from '@playwright/test';
import { WEBDRIVER_KEYS, type BrowserDriver } from '../../tools/engines/browserDriver';
import { inspectPage } from '../../tools/engines/inspectPage';

/** Adapts a Playwright page to the driver of the tool that checks other engines. */
function driverOf(page: Page, style = ''): BrowserDriver {
  const names = Object.fromEntries(Object.entries(WEBDRIVER_KEYS).map(([name, value]) => [value, name]));
  return {
    name: 'Chromium',
    resize: (width, height) => page.setViewportSize({ width, height }),
    open: async (address) => {
      await page.goto(address);
      await page.evaluate((text) => {
        const sheet = new CSSStyleSheet();
        sheet.replaceSync(text);
        document.adoptedStyleSheets.push(sheet);
      }, style);
    },
    evaluate: (expression) => page.evaluate(expression),
    press: (key) => page.keyboard.press(names[key] ?? key),
    close: () => page.close(),
  };
}

test('the walk that checks other engines finds no problem in Chromium', async ({ page, baseURL }) => {
  expect(await inspectPage(driverOf(page), `${baseURL}?motion=off`)).toEqual([]);
});

test('the walk finds problems that Firefox and WebKit have had', async ({ page, baseURL }) => {
  const broken =
    '.terminal__host .xterm .xterm-viewport { overflow-y: scroll } .xterm-rows { font-size: 90% !important } ' +
    '.dialog__content { height: 0; flex: none !important }';
  const problems = (await inspectPage(driverOf(page, broken), `${baseURL}?motion=off`)).join('\n');
  expect(problems).toMatch(/1366×768, stop 1: div\.xterm-viewport has a scrollbar and nothing to scroll/u);
  expect(problems).toMatch(/1024×768, stop 12: rows of the terminal are \d+ px apart/u);
  expect(problems).toMatch(/1366×768, after "\?": div\.dialog__content is cut off by its dialog/u);
});

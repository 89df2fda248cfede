import { expect, test, type Page } from '@playwright/test';
import { WEBDRIVER_KEYS, type BrowserDriver } from '../../tools/engines/browserDriver';
import { inspectPage } from '../../tools/engines/inspectPage';

/** This browser as the tool for others sees one. */
function engineOf(page: Page, style = ''): BrowserDriver {
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

test('the walk through other engines finds nothing in this one', async ({ page, baseURL }) => {
  expect(await inspectPage(engineOf(page), `${baseURL}?motion=off`)).toEqual([]);
});

test('it finds what Firefox and WebKit made of the page once', async ({ page, baseURL }) => {
  const broken =
    '.terminal__host .xterm .xterm-viewport { overflow-y: scroll } .xterm-rows { font-size: 90% !important } ' +
    '.dialog__content { height: 0; flex: none !important }';
  const faults = (await inspectPage(engineOf(page, broken), `${baseURL}?motion=off`)).join('\n');
  expect(faults).toMatch(/1366×768, stop 1: div\.xterm-viewport has a scrollbar and nothing to scroll/u);
  expect(faults).toMatch(/1024×768, stop 12: rows of the terminal are \d+ px apart/u);
  expect(faults).toMatch(/1366×768, after "\?": div\.dialog__content is cut off by its dialog/u);
});

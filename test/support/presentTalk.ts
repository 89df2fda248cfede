import { execFile } from 'node:child_process';
import process from 'node:process';
import { promisify } from 'node:util';
import { expect, type Page } from '@playwright/test';
import { visibleTextOf } from '../../src/check/visibleText';
import { findSquareCorners, layoutProblems, smallTexts } from './drawnProblems';
import { expectSettled } from './page';
import type { SCREENS } from './screens';
import { startStaticServer, type StaticServer } from './staticServer';

type Screen = (typeof SCREENS)[number];

/** Builds a story of examples/ as `understudy build` does. Resolves to the folder of the build. */
export async function buildExample(name: string, out = `test-results/${name}`): Promise<string> {
  await promisify(execFile)(process.execPath, ['src/cli/understudy.mjs', 'build', `examples/${name}`, '--out', out]);
  return out;
}

/** Builds a story of examples/ and serves it. */
export async function serveExample(name: string): Promise<StaticServer> {
  return startStaticServer(await buildExample(name));
}

async function countStops(page: Page): Promise<number> {
  return Number(await page.locator('html').getAttribute('data-stops'));
}

/** Presents a talk and expects that every stop can be read, in readable sizes, without stray scrollbars or square corners. */
export async function expectReadable(page: Page, address: string, screen: Screen): Promise<void> {
  await page.goto(`${address}?motion=off`);
  await expectSettled(page, 0);
  const stops = await countStops(page);
  for (let stop = 0; stop < stops; stop += 1) {
    if (stop > 0) await page.keyboard.press('ArrowRight');
    await expectSettled(page, stop);
    const { problems, cue } = await visibleTextOf(page);
    if (!('scrolls' in screen)) {
      expect.soft(problems, `at stop ${stop}`).toEqual([]);
      expect.soft(cue, `a scroll cue at stop ${stop}`).toBe(false);
    }
    expect.soft(await layoutProblems(page), `at stop ${stop}`).toEqual([]);
    expect.soft(await page.evaluate(findSquareCorners, 'main'), `corners at stop ${stop}`).toEqual([]);
    if ('smallest' in screen) expect.soft(await smallTexts(page, screen.smallest), `at stop ${stop}`).toEqual([]);
  }
}

/** Expects that a talk looks the same forwards, backwards and by the addresses of the stops in `jumps`. */
export async function expectSameBothWays(page: Page, address: string, jumps: readonly number[]): Promise<void> {
  await page.goto(`${address}?motion=off`);
  await expectSettled(page, 0);
  const stops = await countStops(page);
  /** The picture of the stop, and what assistive technology reads. */
  const appearance = async (stop: number): Promise<readonly [string, string]> => {
    await expectSettled(page, stop);
    // The hidden next page is no part of the stop.
    const html = await page.evaluate(() => {
      const describe = (node: Node): string => {
        if (!(node instanceof Element)) return node.nodeType === Node.TEXT_NODE ? (node.textContent ?? '') : '';
        if (node.matches('.premounted, .xterm, .capture__frame--ahead')) return '';
        // Attributes stand in the order in which they were set.
        const attributes = Array.from(node.attributes, ({ name, value }) => ` ${name}="${value}"`).toSorted();
        return `<${node.localName}${attributes.join('')}>${Array.from(node.childNodes, describe).join('')}</${node.localName}>`;
      };
      return describe(document.querySelector('main.stage')!);
    });
    return [html, await page.locator('[data-transcript]').innerText()];
  };
  const forwards = [await appearance(0)];
  for (let stop = 1; stop < stops; stop += 1) {
    await page.keyboard.press('ArrowRight');
    forwards.push(await appearance(stop));
  }
  for (let stop = stops - 2; stop >= 0; stop -= 1) {
    await page.keyboard.press('ArrowLeft');
    expect.soft(await appearance(stop), `backwards at stop ${stop}`).toEqual(forwards[stop]);
  }
  for (const stop of [stops - 1, ...jumps]) {
    await page.evaluate((at) => (location.hash = `#/${at}`), stop);
    expect.soft(await appearance(stop), `by address at stop ${stop}`).toEqual(forwards[stop]);
  }
}

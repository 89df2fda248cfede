import type { Browser, BrowserContext, Page } from 'playwright-core';
import { findBrowser, withBrowser } from '../chromium/browser';
import { CaptureAssets } from './captureAssets';
import type { CaptureFiles } from './captureFolder';
import type { CapturedPage } from './capturedPage';
import { collectState } from './collectState';
import { convertPictures } from './convertPictures';
import { checkPageFile, isAddress, openLocalSite } from './localSite';
import { misplacedElement } from './misplacedElement';
import { firstLine, listAddresses, openAddress } from './openAddress';
import { installHooks } from './page/installHooks';
import { ResponseRecorder } from './responseRecorder';
import { runSteps } from './runSteps';
import { settle } from './settle';
import type { StepsFile } from './steps';
import { walkThrough } from './walkThrough';
import { windowProblem } from './windowProblem';
import { writeDocument } from './writeDocument';

export interface CaptureOptions {
  /** An address, or the absolute path of a file. */
  readonly source: string;
  readonly width: number;
  readonly height: number;
  readonly isDark: boolean;
  /** Milliseconds. */
  readonly timeout: number;
  /** Without steps a person walks through the pages in a window. */
  readonly steps: StepsFile | undefined;
  /** Says what is to be known and stops nothing. */
  readonly report: (sentence: string) => void;
}

interface CapturedState {
  readonly id: string;
  readonly title: string;
  readonly page: CapturedPage;
}

export interface Capture extends CaptureFiles {
  readonly states: readonly CapturedState[];
}

/** Documents beyond it are not shown by a story. */
const MAX_DOCUMENT_BYTES = 20_000_000;

/** Opens a browser and keeps the states that the steps or a person choose. @throws with what is wrong and what to do */
export async function capture(options: CaptureOptions): Promise<Capture> {
  const { source, steps } = options;
  if (!isAddress(source)) await checkPageFile(source);
  const problem = steps ? undefined : windowProblem(await findBrowser());
  if (problem !== undefined) throw new Error(problem);
  return withBrowser(
    async (browser) => {
      const context = await newContext(browser, options);
      const recorder = new ResponseRecorder(context);
      const states: CapturedState[] = [];
      const keep = async (page: Page, id: string, title: string): Promise<void> => {
        states.push({ id, title, page: await collectState(page, recorder, states.length) });
      };
      const address = isAddress(source) ? source.replace(/^(?!https?:)/iu, 'http://') : await openLocalSite(context, source);
      const open = async (page: Page): Promise<void> => {
        await openAddress(page, address, recorder, { timeout: options.timeout, isUnattended: steps !== undefined });
        const loading = await settle(page, recorder, options.timeout / 3);
        if (loading.length > 0) options.report(`The page still loads ${listAddresses(loading)}; it is taken as it is.`);
      };
      if (steps) {
        const page = await context.newPage();
        await open(page);
        await runSteps(steps, { page, recorder, ...options, keep: (id, title) => keep(page, id, title ?? '') });
      } else {
        await walkThrough(context, {
          open,
          keep: async (page) => {
            try {
              await settle(page, recorder, 2000);
              const title = await page.title();
              const id = freeId(title, states);
              await keep(page, id, title);
              console.log(`  ${states.length}. ${id}: ${title}`);
            } catch (error) {
              // What was kept before stays.
              options.report(`  This page was not kept: ${firstLine(error)}`);
            }
            return states.length;
          },
        });
        if (states.length === 0) throw new Error('No state was kept, so nothing was written. Press F8 at each state that is to be kept.');
      }
      await context.close();
      return writeStates(browser, states, recorder, { ...options, address });
    },
    // Scrollbars take another room on each system; the stage has none.
    { headless: steps !== undefined, args: ['--hide-scrollbars'] },
  );
}

async function newContext(browser: Browser, { width, height, isDark, timeout }: CaptureOptions): Promise<BrowserContext> {
  const context = await browser.newContext({
    viewport: { width, height },
    // Pictures are sharp on a projector that shows the page larger than it was.
    deviceScaleFactor: 2,
    colorScheme: isDark ? 'dark' : 'light',
    serviceWorkers: 'block',
  });
  context.setDefaultTimeout(timeout);
  await context.addInitScript(installHooks);
  return context;
}

async function writeStates(
  browser: Browser,
  states: readonly CapturedState[],
  recorder: ResponseRecorder,
  { address, width, height, report }: CaptureOptions & { readonly address: string },
): Promise<Capture> {
  const assets = new CaptureAssets(recorder.find);
  const write = () => new Map(states.map(({ id, page }) => [`${id}.html`, writeDocument(page, assets)]));
  // The first time tells which files are needed, some of them in another format.
  write();
  const lost = await convertPictures(browser, assets);
  if (lost.length > 0) report(`Left out, since a story shows no such pictures or fonts: ${listAddresses(lost)}.`);
  const documents = write();
  for (const { id, page } of states) {
    const found = misplacedElement(page, documents.get(`${id}.html`)!);
    if (found)
      report(`${id}: HTML has no <${found.name}> in <${found.parent}>, where a script put one. Look whether the page is as it was.`);
  }
  for (const [file, text] of documents) {
    const size = Buffer.byteLength(text);
    if (size > MAX_DOCUMENT_BYTES)
      throw new Error(
        `${file} would have ${(size / 1_000_000).toFixed(1)} MB; a state has at most ${MAX_DOCUMENT_BYTES / 1_000_000} MB. ` +
          'Capture a smaller page.',
      );
  }
  const index = {
    version: 1,
    address,
    width,
    height,
    states: states.map(({ id, title, page }) => ({ id, title, file: `${id}.html`, address: page.address, scroll: page.scroll })),
  } as const;
  return { states, index, files: new Map<string, string | Uint8Array>([...documents, ...assets.files]) };
}

/** Returns an id made of a title, which no other state has. */
export function freeId(title: string, states: readonly { readonly id: string }[]): string {
  const written = title
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/gu, '-')
    .replaceAll(/^[^a-z]+|-+$/gu, '')
    .slice(0, 40)
    .replace(/-+$/u, '');
  const base = written === '' ? 'state' : written;
  const isTaken = (id: string): boolean => states.some((each) => each.id === id);
  let id = base;
  for (let number = 2; isTaken(id); number += 1) id = `${base}-${number}`;
  return id;
}

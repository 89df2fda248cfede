import type { Page } from 'playwright-core';
import type { FieldProblem } from '../compiler/story/fieldProblems';
import { toProblem } from '../compiler/story/toProblem';
import { findTarget, unmarkTarget, type Target } from './findTarget';
import { firstLine, listAddresses, openAddress, seconds } from './openAddress';
import type { ResponseRecorder } from './responseRecorder';
import { settle } from './settle';
import { StepsError, type CaptureStep, type StepsFile } from './steps';

export interface StepsContext {
  readonly page: Page;
  readonly recorder: ResponseRecorder;
  /** Longest time that a step takes, in milliseconds. */
  readonly timeout: number;
  readonly keep: (id: string, title: string | undefined) => Promise<void>;
  readonly report: (sentence: string) => void;
}

/** Takes the steps of a file one after the other. @throws {StepsError} with the place of a step that is not possible */
export async function runSteps({ document, steps }: StepsFile, context: StepsContext): Promise<void> {
  // Browsers differ in what the pointer is on before it was moved.
  await context.page.mouse.move(-1, -1);
  for (const [index, step] of steps.entries()) {
    const problem = await takeStep(step, context);
    if (problem) throw new StepsError([toProblem(document, { ...problem, path: ['steps', index, ...problem.path] })]);
    if (step.snap !== undefined) continue;
    await context.page.waitForLoadState('load', { timeout: context.timeout }).catch(() => undefined);
    const loading = await settle(context.page, context.recorder, context.timeout / 3);
    if (loading.length > 0) {
      context.report(`After step ${index + 1} the page still loads ${listAddresses(loading)}. If something is missing, add a step "wait".`);
    }
  }
}

async function takeStep(step: CaptureStep, { page, recorder, timeout, keep }: StepsContext): Promise<FieldProblem | undefined> {
  if (step.goto !== undefined) {
    const address = new URL(step.goto, page.url()).href;
    try {
      await openAddress(page, address, recorder, { timeout, isUnattended: true });
      return undefined;
    } catch (error) {
      return { path: ['goto'], found: (error as Error).message.replace(/\.$/u, ''), expected: 'a page that opens' };
    }
  }
  if (step.snap !== undefined) {
    const title = step.title ?? (await page.title());
    return keep(step.snap, title).then(
      () => undefined,
      (error: unknown) => ({
        path: ['snap'],
        found: `a page that cannot be kept: ${firstLine(error)}`,
        expected: 'a step "wait" before it',
      }),
    );
  }
  if (step.wait !== undefined) return waitFor(step.wait, page, timeout);
  if (step.click !== undefined) {
    const target = await patiently(page, step.click, timeout);
    if (!('locator' in target)) return problemOf(target, ['click'], step.click, page);
    const element = await target.locator.elementHandle();
    const problem = await target.locator.click({ timeout }).then(
      () => undefined,
      () => ({
        path: ['click'],
        found: `${JSON.stringify(step.click)}, which cannot be clicked`,
        expected: 'an element that nothing covers',
      }),
    );
    await unmarkTarget(target.locator);
    await settle(page, recorder, timeout / 3);
    // Where what was clicked is gone, the pointer is on another element by chance.
    if (!(await element?.isVisible().catch(() => false))) await page.mouse.move(-1, -1);
    return problem;
  }
  if (step.type !== undefined) {
    for (const [name, text] of Object.entries(step.type)) {
      const target = await patiently(page, name, timeout);
      if (!('locator' in target)) return problemOf(target, ['type', name], name, page);
      const isField = await target.locator.fill(text, { timeout }).then(
        () => true,
        () => false,
      );
      await unmarkTarget(target.locator);
      if (!isField) return { path: ['type', name], found: `${JSON.stringify(name)}, which takes no text`, expected: 'a field' };
    }
    return undefined;
  }
  const { press = '' } = step;
  return page.keyboard.press(press).then(
    () => undefined,
    () => ({ path: ['press'], found: JSON.stringify(press), expected: 'a key, such as "Enter", "ArrowDown" or "Control+K"' }),
  );
}

async function waitFor(what: string | number, page: Page, timeout: number): Promise<FieldProblem | undefined> {
  if (typeof what === 'number') {
    await page.waitForTimeout(what);
    return undefined;
  }
  const target = await patiently(page, what, timeout);
  if ('locator' in target) await unmarkTarget(target.locator);
  return 'locator' in target || target.count > 0 ? undefined : problemOf(target, ['wait'], what, page, timeout);
}

/** Looks for an element until it is there: pages take a moment to show what a click brings. */
async function patiently(page: Page, name: string, timeout: number): Promise<Target> {
  const end = Date.now() + timeout;
  for (;;) {
    const target = await findTarget(page, name).catch((): Target => ({ count: 0, suggestion: undefined }));
    if ('locator' in target || target.count > 0 || Date.now() > end) return target;
    await page.waitForTimeout(100);
  }
}

function problemOf(
  { count, suggestion }: Extract<Target, { count: number }>,
  path: readonly string[],
  name: string,
  page: Page,
  timeout?: number,
): FieldProblem {
  const waited = timeout === undefined ? '' : ` within ${seconds(timeout)}`;
  if (count === 0) {
    const found = `${JSON.stringify(name)}, which names nothing visible on ${page.url().replace(/[?#].*$/u, '')}${waited}`;
    return { path, found, expected: 'a CSS selector, or the words of an element', suggestion };
  }
  const found = `${JSON.stringify(name)}, which names ${count} elements`;
  return { path, found, expected: 'a name of one element, such as its id, or the words in it' };
}

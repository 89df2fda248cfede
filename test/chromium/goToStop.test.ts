import { errors, type Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { waitForPage, waitForStop } from '../../src/chromium/goToStop';

const pageWith = (reason: Error): Page =>
  ({ waitForSelector: () => Promise.reject(reason), url: () => 'http://127.0.0.1/?handout#/agent/1' }) as unknown as Page;

test('a page that never settles is reported with its stop and what to do', async () => {
  const page = pageWith(new errors.TimeoutError('Timeout 30000ms exceeded.'));
  await expect(waitForStop(page, 1)).rejects.toThrow('The stop #/agent/1 never settles: something in it still plays or loads.');
  await expect(waitForPage(page)).rejects.toThrow('The page ?handout never settles');
});

test('other errors have their own messages', async () => {
  await expect(waitForStop(pageWith(new Error('Target closed')), 1)).rejects.toThrow('Target closed');
});

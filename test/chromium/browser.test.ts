import process from 'node:process';
import { afterEach, expect, test, vi } from 'vitest';
import { findBrowser } from '../../src/chromium/browser';

afterEach(() => vi.unstubAllEnvs());

test('uses CHROMIUM_PATH without a check', async () => {
  vi.stubEnv('CHROMIUM_PATH', process.execPath);
  expect(await findBrowser()).toEqual({ executablePath: process.execPath, env: undefined });
});

test('throws if CHROMIUM_PATH does not exist', async () => {
  vi.stubEnv('CHROMIUM_PATH', '/nowhere/chromium');
  await expect(findBrowser()).rejects.toThrow('/nowhere/chromium');
});

test('says what to install if there is no Chromium', async () => {
  vi.stubEnv('CHROMIUM_PATH', '');
  vi.stubEnv('UNDERSTUDY_BROWSER', 'packaged');
  vi.spyOn(process, 'platform', 'get').mockReturnValue('sunos');
  await expect(findBrowser()).rejects.toThrow(/No Chromium found.*CHROMIUM_PATH/su);
  vi.restoreAllMocks();
});

import process from 'node:process';
import { afterEach, expect, test, vi } from 'vitest';
import { findBrowser } from '../../src/chromium/browser';

afterEach(() => vi.unstubAllEnvs());

test('CHROMIUM_PATH is taken at its word', async () => {
  vi.stubEnv('CHROMIUM_PATH', process.execPath);
  expect(await findBrowser()).toEqual({ executablePath: process.execPath, env: undefined });
});

test('a CHROMIUM_PATH that leads nowhere is an error, not a reason to look elsewhere', async () => {
  vi.stubEnv('CHROMIUM_PATH', '/nowhere/chromium');
  await expect(findBrowser()).rejects.toThrow('/nowhere/chromium');
});

test('a machine nothing can be found for is told what to install', async () => {
  vi.stubEnv('CHROMIUM_PATH', '');
  vi.stubEnv('UNDERSTUDY_BROWSER', 'packaged');
  vi.spyOn(process, 'platform', 'get').mockReturnValue('sunos');
  await expect(findBrowser()).rejects.toThrow(/No Chromium found.*CHROMIUM_PATH/su);
  vi.restoreAllMocks();
});

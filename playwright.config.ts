import os from 'node:os';
import { defineConfig } from '@playwright/test';
import { findBrowser } from './src/chromium/browser';
import { freePort } from './src/chromium/freePort';

const { executablePath, env } = await findBrowser();

// Workers load this file again and inherit the port through the environment.
process.env['E2E_PORT'] ??= String(await freePort());

export default defineConfig({
  testDir: 'test/e2e',
  outputDir: 'test-results/e2e',
  globalSetup: './test/support/serveDist',
  fullyParallel: true,
  forbidOnly: Boolean(process.env['CI']),
  workers: Math.min(4, os.availableParallelism()),
  retries: 0,
  // Only a hang should reach these timeouts: a busy machine may be many times slower than an idle one.
  timeout: 180_000,
  expect: { timeout: 30_000 },
  reporter: [['list'], ['json', { outputFile: 'test-results/e2e.json' }]],
  use: {
    baseURL: `http://127.0.0.1:${process.env['E2E_PORT']}/`,
    viewport: { width: 1280, height: 720 },
    colorScheme: 'dark',
    locale: 'en-US',
    // Tests intercept requests, which a page served from its cache does not send. Tests of the service worker allow it.
    serviceWorkers: 'block',
    // Playwright starts Chromium without its sandbox, which cannot run as root, and hides scrollbars, which many systems show.
    launchOptions: { executablePath, ...(env && { env }), ignoreDefaultArgs: ['--hide-scrollbars'] },
    // Recording traces takes a fifth of the time. For a failing test: npx playwright test <file> --trace on
    trace: 'off',
  },
});

import { defineConfig } from '@playwright/test';
import { findBrowser } from './src/chromium/browser';
import { freePort } from './src/chromium/freePort';

const { executablePath, env } = await findBrowser();

/** A port nobody uses, chosen once: the workers read this file again and inherit the choice. */
process.env['E2E_PORT'] ??= String(await freePort());
const baseURL = `http://127.0.0.1:${process.env['E2E_PORT']}/`;

export default defineConfig({
  testDir: 'test/e2e',
  outputDir: 'test-results/e2e',
  fullyParallel: true,
  forbidOnly: Boolean(process.env['CI']),
  workers: 2,
  retries: 0,
  // Only what hangs should meet these: a busy machine may be many times slower than an idle one.
  timeout: 180_000,
  expect: { timeout: 30_000 },
  reporter: [['list'], ['json', { outputFile: 'test-results/e2e.json' }]],
  use: {
    baseURL,
    viewport: { width: 1280, height: 720 },
    colorScheme: 'dark',
    locale: 'en-US',
    // Tests play with the network; a page served from its copy would not notice. offline.spec.ts allows them.
    serviceWorkers: 'block',
    // Playwright starts Chromium without its sandbox, which a machine that builds as root would refuse.
    // And it hides scrollbars, which on many machines stand for all to see.
    launchOptions: { executablePath, ...(env && { env }), ignoreDefaultArgs: ['--hide-scrollbars'] },
    // A trace costs a fifth of the time. For a test that fails: npx playwright test <file> --trace on
    trace: 'off',
  },
  webServer: {
    command: `node test/support/serve.mjs ${process.env['E2E_PORT']}`,
    url: baseURL,
    reuseExistingServer: false,
    timeout: 10_000,
  },
});

import { existsSync } from 'node:fs';
import path from 'node:path';
import { Builder, Capabilities, WebDriver } from 'selenium-webdriver';
import firefox from 'selenium-webdriver/firefox.js';
import http from 'selenium-webdriver/http/index.js';
import remote from 'selenium-webdriver/remote/index.js';
import type { BrowserDriver } from './browserDriver';

/** Returns the path of Firefox: FIREFOX_PATH, or an installed one; undefined if there is none. */
export function findFirefox(): string | undefined {
  const { FIREFOX_PATH, PROGRAMFILES = 'C:\\Program Files' } = process.env;
  return findExecutable(FIREFOX_PATH, [
    '/Applications/Firefox.app/Contents/MacOS/firefox',
    path.join(PROGRAMFILES, 'Mozilla Firefox', 'firefox.exe'),
    ...inPath(['firefox', 'firefox-esr'], ['/usr/bin', '/usr/lib/firefox']),
  ]);
}

/** Returns the path of WebKitGTK's driver: WEBKIT_DRIVER_PATH, or an installed one; undefined if there is none. */
export function findWebKit(): string | undefined {
  return findExecutable(process.env['WEBKIT_DRIVER_PATH'], inPath(['WebKitWebDriver'], ['/usr/bin']));
}

function findExecutable(chosen: string | undefined, installed: readonly string[]): string | undefined {
  return [...(chosen ? [chosen] : []), ...installed].find((file) => existsSync(file));
}

function inPath(names: readonly string[], folders: readonly string[]): readonly string[] {
  return [...(process.env['PATH'] ?? '').split(path.delimiter), ...folders].flatMap((folder) =>
    names.map((name) => path.join(folder, name)),
  );
}

/** Launches Firefox without a window. Selenium looks for geckodriver in PATH and downloads it if there is none (ADR 029). */
export async function launchFirefox(executable: string): Promise<BrowserDriver> {
  process.env['SE_AVOID_STATS'] ??= 'true';
  const options = new firefox.Options().addArguments('-headless').setBinary(executable);
  const driver = await new Builder().forBrowser('firefox').setFirefoxOptions(options).build();
  return toBrowserDriver('Firefox', driver, () => driver.quit());
}

/** The sandbox of WebKitGTK does not start as root. */
const ROOT_ENVIRONMENT = { WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: '1' };

/** Launches WebKitGTK with its driver. @throws without a display, for example outside of `xvfb-run` */
export async function launchWebKit(executable: string): Promise<BrowserDriver> {
  const { DISPLAY, WAYLAND_DISPLAY } = process.env;
  if (!DISPLAY && !WAYLAND_DISPLAY) throw new Error('WebKit needs a display: xvfb-run npm run engines provides one.');
  const environment = { ...process.env, ...(process.getuid?.() === 0 && ROOT_ENVIRONMENT) } as Record<string, string>;
  const service = new remote.DriverService.Builder(executable).setLoopback(true).setEnvironment(environment).build();
  const quit = async (): Promise<void> => void (await service.kill());
  try {
    // Not a Builder, which requires a browser's name: WebKitGTK's drivers differ in theirs.
    const client = new http.HttpClient(await service.start());
    const driver = WebDriver.createSession(new http.Executor(client), new Capabilities());
    return await toBrowserDriver('WebKit', driver, () => driver.quit().finally(quit));
  } catch (error) {
    await quit();
    throw error;
  }
}

async function toBrowserDriver(name: string, driver: WebDriver, close: () => Promise<void>): Promise<BrowserDriver> {
  const window = driver.manage().window();
  const evaluate = (expression: string): Promise<unknown> => driver.executeScript(`return (${expression})`);
  return {
    name: `${name} ${(await driver.getCapabilities()).getBrowserVersion()}`,
    resize: async (width, height) => {
      // WebDriver sets the outer size.
      await window.setRect({ width, height });
      const [innerWidth = width, innerHeight = height] = (await evaluate('[innerWidth, innerHeight]')) as number[];
      await window.setRect({ width: 2 * width - innerWidth, height: 2 * height - innerHeight });
    },
    open: (address) => driver.get(address),
    evaluate,
    press: (key) => driver.actions().sendKeys(key).perform(),
    close,
  };
}

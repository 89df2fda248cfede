import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { chromium, type Browser, type LaunchOptions } from 'playwright-core';
import { findPackagedChromium, unpackPackagedChromium } from './packagedChromium';

/** Options for Playwright's `chromium.launch()`. Without `env` the browser gets the environment of this process. */
export interface BrowserExecutable {
  readonly executablePath: string;
  readonly env?: Record<string, string>;
}

/** The oldest version with every feature the page uses. */
const MIN_CHROMIUM_VERSION = 120;

const NO_CHROMIUM_MESSAGE = `No Chromium found. Any one of these helps:
  - install Chromium, Google Chrome or Microsoft Edge (Debian, Ubuntu: apt-get install chromium)
  - on Linux on x64: npm install @sparticuz/chromium
  - set CHROMIUM_PATH to the path of one you have`;

/**
 * Finds a Chromium. Tries, in this order: CHROMIUM_PATH, installed browsers, Playwright's own, and on Linux x64 the npm package
 * @sparticuz/chromium. `UNDERSTUDY_BROWSER=packaged` tries only the npm package. @throws with installation advice when there is none
 */
export async function findBrowser(): Promise<BrowserExecutable> {
  const { CHROMIUM_PATH, UNDERSTUDY_BROWSER } = process.env;
  if (CHROMIUM_PATH) {
    if (!existsSync(CHROMIUM_PATH)) throw new Error(`CHROMIUM_PATH names ${CHROMIUM_PATH}, which does not exist.`);
    return { executablePath: CHROMIUM_PATH };
  }
  if (UNDERSTUDY_BROWSER !== 'packaged') {
    const installed = [...installedPaths(), chromium.executablePath()].find(
      (file) => existsSync(file) && launchProblem(file) === undefined,
    );
    if (installed) return { executablePath: installed };
  }
  const packageFolder = findPackagedChromium();
  if (packageFolder === undefined) throw new Error(NO_CHROMIUM_MESSAGE);
  const packaged = await unpackPackagedChromium(packageFolder);
  const trouble = launchProblem(packaged.executablePath, packaged.env);
  if (trouble) throw new Error(`${NO_CHROMIUM_MESSAGE}\nThe packaged Chromium does not start here: ${trouble}`);
  return packaged;
}

/** Runs `work` with a browser that is closed afterwards. @throws what {@link findBrowser} and `work` throw */
export async function withBrowser<T>(work: (browser: Browser) => Promise<T>, options: LaunchOptions = {}): Promise<T> {
  // After an interruption the process exits, and Playwright closes the browser then.
  const browser = await chromium.launch({
    ...(await findBrowser()),
    handleSIGHUP: false,
    handleSIGINT: false,
    handleSIGTERM: false,
    ...options,
  });
  try {
    return await work(browser);
  } finally {
    await browser.close();
  }
}

/** Paths of browsers in a Windows folder of programs. */
const WINDOWS_PATHS = ['Google\\Chrome', 'Chromium', 'Microsoft\\Edge'].map((name) =>
  path.join(name, 'Application', name.endsWith('Edge') ? 'msedge.exe' : 'chrome.exe'),
);

/** Where Chromium and Chrome usually are on this system, best first. */
function installedPaths(): string[] {
  const { PATH = '', LOCALAPPDATA, PROGRAMFILES, HOME = '' } = process.env;
  if (process.platform === 'win32') {
    const roots = [PROGRAMFILES, process.env['PROGRAMFILES(X86)'], LOCALAPPDATA].filter((root) => root !== undefined);
    return roots.flatMap((root) => WINDOWS_PATHS.map((file) => path.join(root, file)));
  }
  if (process.platform === 'darwin') {
    const names = ['Chromium', 'Google Chrome', 'Microsoft Edge'];
    return ['', HOME].flatMap((root) => names.map((name) => `${root}/Applications/${name}.app/Contents/MacOS/${name}`));
  }
  const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge', 'microsoft-edge-stable'];
  const folders = new Set([...PATH.split(path.delimiter), '/usr/bin', '/usr/local/bin', '/snap/bin', '/opt/google/chrome']);
  return names.flatMap((name) => [...folders].map((folder) => path.join(folder, name)));
}

/** Returns why a browser cannot be used, for example a missing library; undefined when it can. */
function launchProblem(file: string, env?: Record<string, string>): string | undefined {
  // On Windows chrome.exe prints no version and opens a window instead.
  if (process.platform === 'win32') return undefined;
  const { status, stdout, stderr, error } = spawnSync(file, ['--version'], { encoding: 'utf8', env: env ?? process.env, timeout: 30_000 });
  const version = Number(/(?:Chrom\w*|Edge)[^\d]*(\d+)/u.exec(stdout ?? '')?.[1]);
  if (status !== 0 || Number.isNaN(version)) return (error?.message ?? stderr.trim()) || `it ended with ${status}`;
  return version < MIN_CHROMIUM_VERSION ? `version ${version} is too old` : undefined;
}

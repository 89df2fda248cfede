import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { chromium } from '@playwright/test';
import { isPackagedChromiumSupported, unpackPackagedChromium } from './packagedChromium';

/** What `chromium.launch()` of Playwright needs to start the browser that was found. */
export interface BrowserExecutable {
  readonly executablePath: string;
  /** The browser's whole environment; undefined for our own. */
  readonly env: Record<string, string> | undefined;
}

/** Works with every feature the page uses; older ones are passed over. */
const MIN_CHROMIUM_VERSION = 120;

const NO_CHROMIUM_MESSAGE = `No Chromium found. Any one of these helps:
  - install Chromium or Google Chrome (Debian, Ubuntu: apt-get install chromium)
  - npx playwright install chromium
  - set CHROMIUM_PATH to the path of one you have`;

/**
 * Finds a Chromium: the one CHROMIUM_PATH names, one that is installed, Playwright's own, or the one that comes as an
 * npm package for Linux on x64. `UNDERSTUDY_BROWSER=packaged` takes the last at once, which is what a machine without
 * any browser does. @throws when there is none, with what to install
 */
export async function findBrowser(): Promise<BrowserExecutable> {
  const { CHROMIUM_PATH, UNDERSTUDY_BROWSER } = process.env;
  if (CHROMIUM_PATH) {
    if (!existsSync(CHROMIUM_PATH)) throw new Error(`CHROMIUM_PATH names ${CHROMIUM_PATH}, which does not exist.`);
    return { executablePath: CHROMIUM_PATH, env: undefined };
  }
  if (UNDERSTUDY_BROWSER !== 'packaged') {
    const installed = [...installedPaths(), chromium.executablePath()].find(
      (file) => existsSync(file) && launchProblem(file) === undefined,
    );
    if (installed) return { executablePath: installed, env: undefined };
  }
  if (!isPackagedChromiumSupported()) throw new Error(NO_CHROMIUM_MESSAGE);
  const packaged = await unpackPackagedChromium();
  const trouble = launchProblem(packaged.executablePath, packaged.env);
  if (trouble) throw new Error(`${NO_CHROMIUM_MESSAGE}\nThe packaged Chromium does not start here: ${trouble}`);
  return packaged;
}

/** Where Chromium and Chrome usually are on this system, best first. */
function installedPaths(): string[] {
  const { PATH = '', LOCALAPPDATA, PROGRAMFILES, HOME = '' } = process.env;
  if (process.platform === 'win32') {
    const roots = [PROGRAMFILES, process.env['PROGRAMFILES(X86)'], LOCALAPPDATA].filter((root) => root !== undefined);
    return roots.flatMap((root) => ['Google\\Chrome', 'Chromium'].map((name) => path.join(root, name, 'Application', 'chrome.exe')));
  }
  if (process.platform === 'darwin') {
    const names = ['Chromium', 'Google Chrome'];
    return ['', HOME].flatMap((root) => names.map((name) => `${root}/Applications/${name}.app/Contents/MacOS/${name}`));
  }
  const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
  const folders = new Set([...PATH.split(path.delimiter), '/usr/bin', '/usr/local/bin', '/snap/bin', '/opt/google/chrome']);
  return names.flatMap((name) => [...folders].map((folder) => path.join(folder, name)));
}

/**
 * Why a browser cannot be used; undefined when it can. Catches the empty shells some systems put in place of a
 * browser, and missing libraries.
 */
function launchProblem(file: string, env?: Record<string, string>): string | undefined {
  // On Windows chrome.exe prints no version and opens a window instead.
  if (process.platform === 'win32') return undefined;
  const { status, stdout, stderr, error } = spawnSync(file, ['--version'], { encoding: 'utf8', env: env ?? process.env, timeout: 30_000 });
  const version = Number(/(?:Chrom\w*)[^\d]*(\d+)/u.exec(stdout ?? '')?.[1]);
  if (status !== 0 || Number.isNaN(version)) return (error?.message ?? stderr.trim()) || `it ended with ${status}`;
  return version < MIN_CHROMIUM_VERSION ? `version ${version} is too old` : undefined;
}

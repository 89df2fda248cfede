import type { BrowserDriver } from './engines/browserDriver';
import { findFirefox, launchFirefox } from './engines/firefox';
import { inspectPage } from './engines/inspectPage';
import { findWebKit, launchWebKit } from './engines/webkit';
import { requestedFolder, serveBuild, withBuild } from '../src/vite/withBuild';

const NO_BROWSER_MESSAGE = `Neither Firefox nor WebKit found. Either helps:
  - install Firefox, or set FIREFOX_PATH to the path of one you have
  - install WebKitGTK's driver (Debian, Ubuntu: apt-get install webkit2gtk-driver), or set WEBKIT_DRIVER_PATH`;

/** Plays the built page in browsers of other makes than the tests': `npm run engines`. */
export async function main(): Promise<number> {
  const [firefox, webkit] = [findFirefox(), findWebKit()];
  const openers = [...(firefox ? [() => launchFirefox(firefox)] : []), ...(webkit ? [() => launchWebKit(webkit)] : [])];
  if (openers.length === 0) throw new Error(NO_BROWSER_MESSAGE);
  return withBuild(requestedFolder(), 'index.html', (dist) => inspectAll(openers, dist), console.log);
}

/** The exit code: 1 when something is wrong in any of the browsers. */
async function inspectAll(launchers: readonly (() => Promise<BrowserDriver>)[], dist: string): Promise<number> {
  const server = await serveBuild(dist);
  let problemCount = 0;
  try {
    for (const open of launchers) {
      // One that does not start, or stops, says nothing about the next.
      const faults = await inspectBrowser(open, server.url).catch((error: unknown) => [
        error instanceof Error ? error.message : String(error),
      ]);
      if (faults.length > 0) console.log(faults.join('\n'));
      problemCount += faults.length;
    }
  } finally {
    await server.close();
  }
  return problemCount === 0 ? 0 : 1;
}

/** What is wrong in a browser, a line each. */
async function inspectBrowser(open: () => Promise<BrowserDriver>, address: string): Promise<readonly string[]> {
  const engine = await open();
  try {
    const faults = await inspectPage(engine, address);
    if (faults.length === 0) console.log(`${engine.name}: all stops, and all that opens over them, are as they should be.`);
    return faults.map((fault) => `${engine.name}: ${fault}`);
  } finally {
    await engine.close();
  }
}

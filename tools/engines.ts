import type { BrowserDriver } from './engines/browserDriver';
import { inspectPage } from './engines/inspectPage';
import { inspectHostile } from './engines/inspectHostile';
import { findFirefox, findWebKit, launchFirefox, launchWebKit } from './engines/webdriver';
import { withHostilePages } from './engines/withHostilePages';
import { findStoryFolder } from '../src/cli/storyFolder';
import { withBuild, withServer } from '../src/vite/withBuild';

const NO_BROWSER_MESSAGE = `Neither Firefox nor WebKit found. Either helps:
  - install Firefox, or set FIREFOX_PATH to the path of one you have
  - install WebKitGTK's driver (Debian, Ubuntu: apt-get install webkit2gtk-driver), or set WEBKIT_DRIVER_PATH`;

/**
 * Inspects the built page and captured hostile pages in Firefox and WebKit: `npm run engines`. Returns the exit code: 1 if there are
 * problems.
 */
export async function main(): Promise<number> {
  const [firefox, webkit] = [findFirefox(), findWebKit()];
  const launchers = [...(firefox ? [() => launchFirefox(firefox)] : []), ...(webkit ? [() => launchWebKit(webkit)] : [])];
  if (launchers.length === 0) throw new Error(NO_BROWSER_MESSAGE);
  const inspectAll = async (url: string, inspect: typeof inspectPage, verdict: string): Promise<number> => {
    let problemCount = 0;
    for (const launch of launchers) {
      // A failure in one browser does not stop the others.
      const problems = await inspectBrowser(launch, (browser) => inspect(browser, url), verdict).catch((error: unknown) => [
        error instanceof Error ? error.message : String(error),
      ]);
      if (problems.length > 0) console.log(problems.join('\n'));
      problemCount += problems.length;
    }
    return problemCount === 0 ? 0 : 1;
  };
  const serve = (dist: string, inspect: typeof inspectPage, verdict: string): Promise<number> =>
    withServer(dist, (url) => inspectAll(url, inspect, verdict));
  const layout = await withBuild(
    findStoryFolder(),
    'index.html',
    (dist) => serve(dist, inspectPage, 'no layout problems at any stop, overlay or panel'),
    console.log,
  );
  const hostile = await withHostilePages((dist) => serve(dist, inspectHostile, 'hostile pages run nothing and ask for nothing'));
  return Math.max(layout, hostile);
}

/** Returns the problems in a browser, one per line. */
async function inspectBrowser(
  launch: () => Promise<BrowserDriver>,
  inspect: (browser: BrowserDriver) => Promise<readonly string[]>,
  verdict: string,
): Promise<readonly string[]> {
  const browser = await launch();
  try {
    const problems = await inspect(browser);
    if (problems.length === 0) console.log(`${browser.name}: ${verdict}.`);
    return problems.map((problem) => `${browser.name}: ${problem}`);
  } finally {
    await browser.close();
  }
}

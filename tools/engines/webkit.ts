import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { freePort } from '../../src/chromium/freePort';
import type { BrowserDriver } from './browserDriver';

/** WebKitGTK's WebDriver, Safari's engine on Linux; `WEBKIT_DRIVER_PATH` goes first. Undefined where there is none. */
export function findWebKit(): string | undefined {
  const { WEBKIT_DRIVER_PATH, PATH = '' } = process.env;
  const installed = [...PATH.split(path.delimiter), '/usr/bin'].map((folder) => path.join(folder, 'WebKitWebDriver'));
  return [...(WEBKIT_DRIVER_PATH ? [WEBKIT_DRIVER_PATH] : []), ...installed].find((file) => existsSync(file));
}

/** Its own sandbox refuses root, as a machine that builds may be; the page is our own. */
const ROOT_ENVIRONMENT = { WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: '1' };

/**
 * Starts the driver, and the browser with it, and speaks WebDriver with them (https://www.w3.org/TR/webdriver2/).
 * @throws without a display, which `xvfb-run` lends
 */
export async function launchWebKit(executable: string): Promise<BrowserDriver> {
  const { DISPLAY, WAYLAND_DISPLAY } = process.env;
  if (!DISPLAY && !WAYLAND_DISPLAY) throw new Error('WebKit needs a display: xvfb-run npm run engines lends it one.');
  const port = await freePort();
  const driver = spawn(executable, [`--port=${port}`], {
    stdio: 'ignore',
    env: { ...process.env, ...(process.getuid?.() === 0 && ROOT_ENVIRONMENT) },
  });
  const sendCommand = async <T = void>(method: 'POST' | 'DELETE', command: string, body?: object): Promise<T> => {
    const response = await fetch(`http://127.0.0.1:${port}${command}`, { method, ...(body && { body: JSON.stringify(body) }) }).catch(
      () => {
        throw new Error('WebKit’s driver went away.');
      },
    );
    const { value } = (await response.json()) as { value: T & { error?: string; message?: string } };
    if (!response.ok) throw new Error(`WebKit: ${value.message ?? value.error ?? response.statusText}`);
    return value;
  };
  try {
    await waitForDriver(port);
    const { sessionId, capabilities } = await sendCommand<{ sessionId: string; capabilities: { browserVersion: string } }>(
      'POST',
      '/session',
      { capabilities: {} },
    );
    const sessionPath = `/session/${sessionId}`;
    const run = (script: string): Promise<unknown> => sendCommand('POST', `${sessionPath}/execute/async`, { script, args: [] });
    const evaluate: BrowserDriver['evaluate'] = async (expression) => {
      const { value, error } = (await run(
        `const done = arguments[0]; (async () => (${expression}))().then((value) => done({ value }), (error) => done({ error: String(error) }));`,
      )) as { value?: unknown; error?: string };
      if (error !== undefined) throw new Error(error);
      return value;
    };
    return {
      name: `WebKit ${capabilities.browserVersion}`,
      resize: async (width, height) => {
        await sendCommand('POST', `${sessionPath}/window/rect`, { width, height });
        const [inside = width, below = height] = (await evaluate('[innerWidth, innerHeight]')) as number[];
        await sendCommand('POST', `${sessionPath}/window/rect`, { width: 2 * width - inside, height: 2 * height - below });
      },
      open: (url) => sendCommand('POST', `${sessionPath}/url`, { url }),
      evaluate,
      press: (value) =>
        sendCommand('POST', `${sessionPath}/actions`, {
          actions: [
            {
              type: 'key',
              id: 'keyboard',
              actions: [
                { type: 'keyDown', value },
                { type: 'keyUp', value },
              ],
            },
          ],
        }),
      close: async () => {
        await sendCommand('DELETE', sessionPath);
        driver.kill();
      },
    };
  } catch (error) {
    driver.kill();
    throw error;
  }
}

/** Waits until the driver answers. @throws after ten seconds */
async function waitForDriver(port: number): Promise<void> {
  for (let turn = 0; turn < 100; turn += 1) {
    const answers = await fetch(`http://127.0.0.1:${port}/status`).then(
      () => true,
      () => false,
    );
    if (answers) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error('WebKit’s driver does not answer.');
}

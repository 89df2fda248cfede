import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { BrowserDriver } from './browserDriver';

/** A page of its own that nobody's settings, and no first visit, get into. */
const FIREFOX_PREFERENCES: Readonly<Record<string, boolean>> = {
  'browser.aboutwelcome.enabled': false,
  'browser.shell.checkDefaultBrowser': false,
  'datareporting.policy.dataSubmissionEnabled': false,
};

/** Milliseconds a browser may take to start. */
const LAUNCH_TIMEOUT_MS = 60_000;

/** Where Firefox is on this system; `FIREFOX_PATH` goes first. Undefined where there is none. */
export function findFirefox(): string | undefined {
  const { FIREFOX_PATH, PATH = '', PROGRAMFILES = 'C:\\Program Files' } = process.env;
  const folders = [...PATH.split(path.delimiter), '/usr/bin', '/usr/lib/firefox'];
  const installed = [
    '/Applications/Firefox.app/Contents/MacOS/firefox',
    path.join(PROGRAMFILES, 'Mozilla Firefox', 'firefox.exe'),
    ...folders.flatMap((folder) => ['firefox', 'firefox-esr'].map((name) => path.join(folder, name))),
  ];
  return [...(FIREFOX_PATH ? [FIREFOX_PATH] : []), ...installed].find((file) => existsSync(file));
}

/** Starts Firefox without a window and speaks WebDriver BiDi with it (https://www.w3.org/TR/webdriver-bidi/). */
export async function launchFirefox(executable: string): Promise<BrowserDriver> {
  const profile = await mkdtemp(path.join(tmpdir(), 'understudy-firefox-'));
  await writeFile(
    path.join(profile, 'user.js'),
    Object.entries(FIREFOX_PREFERENCES)
      .map(([name, value]) => `user_pref("${name}", ${value});\n`)
      .join(''),
  );
  const browser = spawn(executable, ['--headless', '--no-remote', '--remote-debugging-port', '0', '--profile', profile, 'about:blank'], {
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const quit = async (): Promise<void> => {
    const gone = browser.exitCode !== null || new Promise((resolve) => browser.once('exit', resolve));
    browser.kill();
    await gone;
    await rm(profile, { recursive: true, force: true, maxRetries: 5 });
  };
  try {
    const session = await connect(await readSocketUrl(browser.stderr));
    const { capabilities } = await session.send<{ capabilities: { browserVersion: string } }>('session.new', { capabilities: {} });
    const { contexts } = await session.send<{ contexts: readonly { context: string }[] }>('browsingContext.getTree', {});
    const context = contexts[0]?.context ?? '';
    return {
      name: `Firefox ${capabilities.browserVersion}`,
      resize: (width, height) => session.send('browsingContext.setViewport', { context, viewport: { width, height } }),
      open: (url) => session.send('browsingContext.navigate', { context, url, wait: 'complete' }),
      evaluate: async (expression) => {
        // As JSON, or the protocol would wrap each value in its type.
        const answer = await session.send<EvaluateResult>('script.evaluate', {
          expression: `(async () => JSON.stringify(await (${expression})))()`,
          target: { context },
          awaitPromise: true,
        });
        if (answer.type === 'exception') throw new Error(answer.exceptionDetails.text);
        return JSON.parse(answer.result.value ?? 'null');
      },
      press: (value) =>
        session.send('input.performActions', {
          context,
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
        session.close();
        await quit();
      },
    };
  } catch (error) {
    await quit();
    throw error;
  }
}

type EvaluateResult =
  | { readonly type: 'success'; readonly result: { readonly value?: string } }
  | { readonly type: 'exception'; readonly exceptionDetails: { readonly text: string } };

/** Where it listens, which it says on its error output. @throws if it ends or says nothing for too long */
function readSocketUrl(stderr: NodeJS.ReadableStream): Promise<string> {
  return new Promise((resolve, reject) => {
    let output = '';
    const timer = setTimeout(() => reject(new Error(`Firefox does not listen: ${output}`)), LAUNCH_TIMEOUT_MS);
    stderr.on('data', (part: Buffer) => {
      output += part.toString();
      const [, address] = /WebDriver BiDi listening on (ws:\S+)/u.exec(output) ?? [];
      if (!address) return;
      clearTimeout(timer);
      resolve(`${address}/session`);
    });
    stderr.on('end', () => reject(new Error(`Firefox ended before it listened. ${output}`)));
  });
}

interface BidiSession {
  readonly send: <T = void>(method: string, params: object) => Promise<T>;
  readonly close: () => void;
}

async function connect(address: string): Promise<BidiSession> {
  const socket = new WebSocket(address);
  await new Promise((resolve, reject) => {
    socket.addEventListener('open', resolve);
    socket.addEventListener('error', () => reject(new Error(`Firefox does not answer at ${address}.`)));
  });
  const pendingReplies = new Map<number, (reply: { type: string; result: never; error?: string; message?: string }) => void>();
  socket.addEventListener('message', ({ data }) => {
    const reply = JSON.parse(String(data));
    pendingReplies.get(reply.id)?.(reply);
    pendingReplies.delete(reply.id);
  });
  let lastId = 0;
  return {
    send: (method, params) =>
      new Promise((resolve, reject) => {
        const id = (lastId += 1);
        pendingReplies.set(id, (reply) =>
          reply.type === 'error' ? reject(new Error(`${method}: ${reply.message ?? reply.error}`)) : resolve(reply.result),
        );
        socket.send(JSON.stringify({ id, method, params }));
      }),
    close: () => socket.close(),
  };
}

import type { Browser, Page } from '@playwright/test';
import { deviceLink } from '../../src/relay/links';
import { Relay } from '../../src/relay/relay';
import { loadSite } from '../../src/relay/site';
import { LOOPBACK, startTalkServer } from '../../src/relay/talkServer';

/** Milliseconds from a press in one window to the new stop of the stage; a value for each press. */
export interface RemoteResults {
  /** From a window on another device, over the relay. */
  readonly relay: readonly number[];
  /** From a speaker window in the stage's browser, over BroadcastChannel. */
  readonly broadcast: readonly number[];
}

interface RemoteRun {
  readonly browser: Browser;
  /** The folder of the built demo. */
  readonly demo: string;
  readonly presses: number;
  readonly log: (text: string) => void;
}

/** Presses next and back in turns: on another device, and in the same browser. */
export async function measureRemote({ browser, demo, presses, log }: RemoteRun): Promise<RemoteResults> {
  let port = 0;
  const relay = new Relay({ linkFor: (view, code) => deviceLink(`${LOOPBACK}:${port}`, 'talk', view, code) });
  const server = await startTalkServer({ site: await loadSite(demo), relay, addresses: [LOOPBACK], port });
  ({ port } = server);
  const contexts = await Promise.all([browser.newContext(), browser.newContext()]);
  try {
    const [laptop, device] = contexts;
    const stage = await laptop.newPage();
    await stage.goto(`http://${LOOPBACK}:${port}/?session=talk&motion=off#relay=${relay.presenterToken}`);
    const near = await laptop.newPage();
    await near.goto(`http://${LOOPBACK}:${port}/?speaker=talk&motion=off`);
    const far = await device.newPage();
    await far.goto(relay.invite('speaker', {}));
    for (const page of [near, far]) await page.getByText('Stage connected').waitFor();
    await stage.evaluate(() => {
      const record = (): void => void (document.documentElement.dataset['movedAt'] = String(performance.timeOrigin + performance.now()));
      new MutationObserver(record).observe(document.documentElement, { attributeFilter: ['data-stop'] });
    });
    for (const page of [near, far])
      await page.evaluate(() => {
        const record = ({ timeStamp }: Event): void =>
          void (document.documentElement.dataset['pressedAt'] = String(performance.timeOrigin + timeStamp));
        document.addEventListener('keydown', record, { capture: true });
      });
    const results = { relay: [] as number[], broadcast: [] as number[] };
    for (let press = 0; press < presses; press += 1) {
      // One window goes on, and the other one back.
      const [first, second] = press % 2 === 0 ? [far, near] : [near, far];
      for (const page of [first, second])
        (page === far ? results.relay : results.broadcast).push(
          await measurePress(stage, page, page === first ? 'ArrowRight' : 'ArrowLeft'),
        );
    }
    log(`remote: ${presses} presses over each way`);
    return results;
  } finally {
    await Promise.all(contexts.map((each) => each.close()));
    relay.close();
    await server.close();
  }
}

async function measurePress(stage: Page, page: Page, key: string): Promise<number> {
  const before = await stage.locator('html').getAttribute('data-stop');
  await page.keyboard.press(key);
  await stage.waitForFunction((stop) => document.documentElement.dataset['stop'] !== stop, before);
  const timeOf = async (from: Page, name: string): Promise<number> => Number(await from.locator('html').getAttribute(name));
  const latency = (await timeOf(stage, 'data-moved-at')) - (await timeOf(page, 'data-pressed-at'));
  // Longer than a burst of presses
  await stage.waitForTimeout(300);
  return latency;
}

import { expect, type Browser, type Page } from '@playwright/test';
import { deviceLink } from '../../src/relay/links';
import { Relay } from '../../src/relay/relay';
import { loadSite } from '../../src/relay/site';
import { LOOPBACK, startTalkServer, type TalkServer } from '../../src/relay/talkServer';

/** A build that is served with a relay, as `understudy present --remote` does. */
export interface RelayTalk {
  readonly relay: Relay;
  /** Address of the presenter's stage, with its token. Motion is off unless asked for. */
  stageUrl(options?: { readonly motion: boolean }): string;
  /** Ends the server: the network is gone. */
  disconnect(): Promise<void>;
  /** Starts it again at the same port. */
  reconnect(): Promise<void>;
  close(): Promise<void>;
}

export async function startRelayTalk(dist: string): Promise<RelayTalk> {
  const site = await loadSite(dist);
  let port = 0;
  const relay = new Relay({ linkFor: (view, code) => deviceLink(`${LOOPBACK}:${port}`, 'talk', view, code) });
  const listen = (): Promise<TalkServer> => startTalkServer({ site, relay, addresses: [LOOPBACK], port });
  let server = await listen();
  ({ port } = server);
  return {
    relay,
    stageUrl: ({ motion } = { motion: false }) =>
      `http://${LOOPBACK}:${port}/?session=talk${motion ? '' : '&motion=off'}#relay=${relay.presenterToken}`,
    disconnect: () => server.close(),
    reconnect: async () => {
      server = await listen();
    },
    close: () => {
      relay.close();
      return server.close();
    },
  };
}

/** Opens a link on another device: a browser of its own, which shares neither storage nor channels. */
export async function openDevice(browser: Browser, url: string, size = { width: 390, height: 844 }): Promise<Page> {
  const context = await browser.newContext({ viewport: size, hasTouch: true, reducedMotion: 'reduce', serviceWorkers: 'block' });
  const page = await context.newPage();
  await page.goto(url);
  await expect(page).not.toHaveURL(/pair=/u);
  return page;
}

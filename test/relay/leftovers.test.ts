import { setTimeout as wait } from 'node:timers/promises';
import { isDeepStrictEqual } from 'node:util';
import { WebSocket } from 'ws';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { RelayLink, type RelayLinkOptions } from '../../src/player/relayLink';
import { LOOPBACK } from '../../src/relay/talkServer';
import { RelayClient, startTestTalk } from '../support/relayClient';
import { createMemoryStore } from '../support/testPlayer';

beforeEach(() => {
  watchTimers();
  vi.stubGlobal('WebSocket', WebSocket);
  vi.stubGlobal('document', Object.assign(new EventTarget(), { visibilityState: 'visible' }));
  vi.stubGlobal('addEventListener', () => {});
});
afterEach(() => vi.unstubAllGlobals());

const timers = new Set<unknown>();

/** Counts the timers that have not ended, of this process's own code. */
function watchTimers(): void {
  timers.clear();
  for (const [start, end] of [
    ['setTimeout', 'clearTimeout'],
    ['setInterval', 'clearInterval'],
  ] as const) {
    const { [start]: begin, [end]: stop } = globalThis;
    vi.stubGlobal(start, (run: () => void, ms?: number) => {
      const timer = begin(() => {
        if (start === 'setTimeout') timers.delete(timer);
        run();
      }, ms);
      timers.add(timer);
      return timer;
    });
    vi.stubGlobal(end, (timer: NodeJS.Timeout | undefined) => {
      timers.delete(timer);
      stop(timer);
    });
  }
}

/** Counts open sockets, servers and timers. */
function countActive(): Readonly<Record<string, number>> {
  const active = process.getActiveResourcesInfo();
  const count = (kind: string): number => active.filter((each) => each === kind).length;
  return { sockets: count('TCPSocketWrap'), connecting: count('TCPConnectWrap'), servers: count('TCPServerWrap'), timers: timers.size };
}

/** Waits until what is active equals `wanted`. */
async function expectActive(wanted: ReturnType<typeof countActive>): Promise<void> {
  for (let round = 0; round < 100 && !isDeepStrictEqual(countActive(), wanted); round += 1) await wait(30);
  expect(countActive()).toEqual(wanted);
}

function openLink(port: number, key: string): RelayLink {
  const channel = { attach: () => () => {} } as unknown as RelayLinkOptions['channel'];
  const open = (): WebSocket =>
    new WebSocket(`ws://${LOOPBACK}:${port}/relay`, { origin: `http://${LOOPBACK}:${port}` }).on('error', () => {});
  return new RelayLink({ channel, key, sessionStore: createMemoryStore(), open: open as unknown as () => globalThis.WebSocket });
}

it('A closed relay leaves no socket and no timer, whether its devices have joined, only connected, or were refused', async () => {
  const before = countActive();
  const talk = await startTestTalk();
  await talk.openStage();
  await talk.pair('phone');
  await new RelayClient(talk.port).opened;
  await new RelayClient(talk.port).join('a wrong key');
  expect(countActive()).not.toEqual(before);
  await talk.close();
  await expectActive(before);
});

it('A link that is closed, in whatever state, leaves no socket and no timer; a refused one ends by itself', async () => {
  const talk = await startTestTalk();
  const before = countActive();
  const joined = openLink(talk.port, talk.relay.presenterToken);
  await vi.waitFor(() => expect(joined.getState().status).toBe('online'));
  const connecting = openLink(talk.port, talk.relay.presenterToken);
  const reconnecting = openLink(1, 'nobody listens there');
  const refused = openLink(talk.port, 'a wrong key');
  await vi.waitFor(() => expect(refused.getState().status).toBe('refused'));
  for (const link of [joined, connecting, reconnecting]) link.close();
  await expectActive(before);
  await talk.close();
});

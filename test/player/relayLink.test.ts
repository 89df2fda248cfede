import { WebSocket } from 'ws';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { CLOSE_CODES } from '../../src/core/relayProtocol';
import type { SharedShowState, SpeakerMessage } from '../../src/core/speakerProtocol';
import type { Channel } from '../../src/player/channel';
import { RelayLink, type RelayState } from '../../src/player/relayLink';
import { Relay } from '../../src/relay/relay';
import { LOOPBACK, startTalkServer, type TalkServer } from '../../src/relay/talkServer';
import { createMemoryStore } from '../support/testPlayer';

const THREE_HOURS = 3 * 3_600_000;

let relay: Relay;
let server: TalkServer;
let code = '';
let port = 0;
const links: RelayLink[] = [];

const listen = async (): Promise<void> => {
  server = await startTalkServer({ site: new Map(), relay, addresses: [LOOPBACK], port });
  ({ port } = server);
};

beforeEach(async () => {
  port = 0;
  // The relay and the stage beside it have a clock that is three hours ahead of the device's.
  relay = new Relay({ linkFor: (_, each) => (code = each), wallTime: () => Date.now() + THREE_HOURS });
  await listen();
  vi.stubGlobal('WebSocket', WebSocket);
  vi.stubGlobal('document', Object.assign(new EventTarget(), { visibilityState: 'visible' }));
  vi.stubGlobal('addEventListener', () => {});
});
afterEach(async () => {
  for (const link of links.splice(0)) link.close();
  relay.close();
  await server.close();
  vi.unstubAllGlobals();
});

interface TestWindow {
  readonly link: RelayLink;
  readonly received: SpeakerMessage[];
  readonly stored: Record<string, unknown>;
  readonly send: (message: SpeakerMessage) => void;
}

let windows = 0;

/** A window whose channel has only the relay, as on another device. */
function openWindow(key: string): TestWindow {
  const received: SpeakerMessage[] = [];
  const store = createMemoryStore();
  let forward: Parameters<Channel['attach']>[0] = () => {};
  const channel: Channel = {
    send: () => {},
    listen: () => () => {},
    close: () => {},
    attach: (link) => {
      forward = link;
      return ({ message }) => received.push(message);
    },
  };
  const open = (): WebSocket => new WebSocket(`ws://${LOOPBACK}:${port}/relay`, { origin: `http://${LOOPBACK}:${port}` });
  const link = new RelayLink({ channel, key, sessionStore: store, open: open as unknown as () => globalThis.WebSocket });
  links.push(link);
  windows += 1;
  const from = `window-${windows}`;
  let count = 0;
  return { link, received, stored: store.stored, send: (message) => forward({ from, count: (count += 1), message }) };
}

const until = (link: RelayLink, isReached: (state: RelayState) => boolean): Promise<void> =>
  vi.waitFor(() => expect(isReached(link.getState())).toBe(true), { timeout: 10_000, interval: 5 });

async function openStageAndPhone(): Promise<{ stage: TestWindow; phone: TestWindow }> {
  const stage = openWindow(relay.presenterToken);
  relay.invite('phone', {});
  const phone = openWindow(code);
  await Promise.all([stage, phone].map(({ link }) => until(link, ({ status }) => status === 'online')));
  return { stage, phone };
}

const next = (): SpeakerMessage => ({ kind: 'wish', wish: { type: 'next', at: Date.now(), repeat: false } });
const show = { stop: 1, playing: false, arrival: 1, curtain: 'open', covered: false, wire: false, autoplay: false } as SharedShowState;

describe('a device whose clock is three hours behind', () => {
  it('sends the times of its presses in the time of the stage, with the pauses between them', async () => {
    const { stage, phone } = await openStageAndPhone();
    phone.send(next());
    await new Promise((resolve) => setTimeout(resolve, 120));
    phone.send(next());
    await vi.waitFor(() => expect(stage.received).toHaveLength(2));
    const [first = 0, second = 0] = stage.received.map((each) => (each.kind === 'wish' ? each.wish.at : 0));
    const stageTime = Date.now() + THREE_HOURS;
    expect(stageTime - second).toBeGreaterThanOrEqual(0);
    expect(stageTime - second).toBeLessThan(1000);
    expect(second - first).toBeGreaterThanOrEqual(100);
    expect(second - first).toBeLessThan(1000);
  });

  it('gets the beginning of the talk in its own time', async () => {
    const { stage, phone } = await openStageAndPhone();
    const startedAt = Date.now() + THREE_HOURS - 60_000;
    stage.send({ kind: 'show', show: { ...show, startedAt, blackSince: startedAt, detours: [{ from: 'a/0', since: startedAt }] } });
    await vi.waitFor(() => expect(phone.received).toHaveLength(1));
    const [message] = phone.received;
    const shown = message?.kind === 'show' ? message.show : undefined;
    for (const time of [shown?.startedAt, shown?.blackSince, shown?.detours?.[0]?.since])
      expect(Math.abs(Date.now() - 60_000 - (time ?? 0))).toBeLessThan(1000);
  });
});

describe('a device', () => {
  it('keeps the token in its tab, and comes back by itself when the network does; what was pressed meanwhile never arrives', async () => {
    const { stage, phone } = await openStageAndPhone();
    expect(phone.stored['relay']).not.toBe(code);
    await server.close();
    await until(phone.link, ({ status }) => status === 'reconnecting');
    phone.send(next());
    phone.send({ kind: 'hello' });
    await listen();
    await Promise.all([stage, phone].map(({ link }) => until(link, ({ status }) => status === 'online')));
    phone.send({ kind: 'leave' });
    await vi.waitFor(() => expect(stage.received.map(({ kind }) => kind)).toContain('leave'));
    expect(stage.received.map(({ kind }) => kind).filter((kind) => kind === 'wish')).toEqual([]);
  });

  it('says why it is refused, and does not try again', async () => {
    const { phone } = await openStageAndPhone();
    const second = openWindow(code);
    await until(second.link, ({ status }) => status === 'refused');
    expect(second.link.getState().refusal).toBe(CLOSE_CODES.usedCode);
    expect(second.stored['relay']).toBeNull();
    const broken = openWindow('x'.repeat(99));
    await until(broken.link, ({ status }) => status === 'refused');
    expect(phone.link.getState().status).toBe('online');
  });

  it('is listed for the presenter, who removes it; it forgets its token', async () => {
    const { stage, phone } = await openStageAndPhone();
    await until(stage.link, ({ devices }) => devices[0]?.isOnline === true);
    stage.link.removeDevice(stage.link.getState().devices[0]!.id);
    await until(phone.link, ({ status }) => status === 'refused');
    expect(phone.link.getState().refusal).toBe(CLOSE_CODES.removed);
    expect(phone.stored['relay']).toBeNull();
    await until(stage.link, ({ devices }) => devices.length === 0);
  });

  it('leaves out what is too long for the relay, instead of losing its connection', async () => {
    const { stage, phone } = await openStageAndPhone();
    phone.send({ kind: 'point', actions: ['x'.repeat(20_000)] });
    phone.send(next());
    await vi.waitFor(() => expect(stage.received).toHaveLength(1));
    expect(stage.received[0]?.kind).toBe('wish');
  });
});

it('shows the next code at once after one was used', async () => {
  const stage = openWindow(relay.presenterToken);
  await until(stage.link, ({ status }) => status === 'online');
  stage.link.invite('phone');
  await until(stage.link, ({ invitation }) => invitation !== undefined);
  const { url } = stage.link.getState().invitation!;
  openWindow(url);
  await until(stage.link, ({ invitation }) => invitation !== undefined && invitation.url !== url);
});

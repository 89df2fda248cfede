import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { presentStory, startTalk } from '../../src/cli/commands/present';
import { LOOPBACK } from '../../src/relay/talkServer';
import { makeFolder } from '../support/folder';
import { RelayClient } from '../support/relayClient';

const occupier = createServer();
let port = 0;
beforeAll(async () => {
  occupier.listen(0, LOOPBACK);
  await once(occupier, 'listening');
  ({ port } = occupier.address() as AddressInfo);
});
afterAll(() => occupier.close());

const site = new Map([['index.html', { body: Buffer.from('<p>The talk</p>'), type: 'text/html', cacheControl: 'no-cache' }]]);

test('an address for other devices without --remote is refused before anything is built', async () => {
  await expect(presentStory(await makeFolder({}), { host: '192.168.1.5' })).rejects.toThrow(
    '--host is the address for other devices, which need --remote.',
  );
});

test('an address of another computer is refused, with those of this one if it is in a network', async () => {
  await expect(presentStory(undefined, { remote: true, host: '203.0.113.9' })).rejects.toThrow(
    /^203\.0\.113\.9 is no address of this computer in a network\. It has: |^This computer is in no network/u,
  );
});

test('a folder that holds no story is refused', async () => {
  await expect(presentStory(await makeFolder({}), {})).rejects.toThrow('There is no story.json in');
  await expect(presentStory('no-such-talk', {})).rejects.toThrow('The story folder is "no-such-talk", but there is no such folder');
});

test('a port that is in use is refused, and nothing listens afterwards', async () => {
  await expect(startTalk({ site, network: undefined, port, log: () => {} })).rejects.toThrow('EADDRINUSE');
});

test('without --remote the talk is served without a relay', async () => {
  const talk = await startTalk({ site, network: undefined, port: 0, log: () => {} });
  try {
    expect(await (await fetch(talk.url)).text()).toBe('<p>The talk</p>');
    expect(talk.url).not.toContain('#');
    expect(await new RelayClient(Number(new URL(talk.url).port)).opened).toBe(false);
  } finally {
    await talk.close();
  }
});

/** Another loopback address, which stands in for that of a network; only Linux has it without being asked. */
const OTHER = '127.0.0.2';

test.runIf(process.platform === 'linux')(
  'with --remote a phone is paired by the printed link; the next code is printed at once',
  async () => {
    const logged: string[] = [];
    const talk = await startTalk({ site, network: OTHER, log: (text) => logged.push(text) });
    const links = (): string[] => logged.join('\n').match(/http:\S+#pair=\S+/gu) ?? [];
    const address = (): URL => new URL(links().at(-1)!);
    const connect = (): RelayClient =>
      new RelayClient(Number(address().port), { host: OTHER, headers: { host: address().host }, origin: address().origin });
    try {
      talk.printInvitation();
      expect(address().searchParams.get('speaker')).toBe(new URL(talk.url).searchParams.get('session'));
      const phone = connect();
      expect(await phone.join(address().hash.replace('#pair=', ''))).toMatchObject({ view: 'phone' });
      expect(logged).toContainEqual(expect.stringMatching(/^Paired: Phone — /u));
      expect(new Set(links()).size).toBe(2);
      // The presenter's token is for this computer alone.
      expect(typeof (await connect().join(talk.relay!.presenterToken))).toBe('number');
    } finally {
      await talk.close();
    }
    await expect(fetch(talk.url.replace(/#.*/u, ''))).rejects.toThrow();
  },
);

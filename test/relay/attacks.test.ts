import { connect } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { CLOSE_CODES, MAX_MESSAGE_LENGTH } from '../../src/core/relayProtocol';
import { createSecret } from '../../src/relay/secrets';
import { RelayClient, startTestTalk, TIMEOUT_MS, type TestTalk } from '../support/relayClient';

const NEXT = { kind: 'wish', wish: { type: 'next', at: 0, repeat: false } } as const;
const SHOW = { stop: 1, playing: false, arrival: 1, curtain: 'open', covered: false, wire: false, autoplay: false };
const CLAIM = { id: 'stage-of-a-phone', term: 99, since: 0 };

let talk: TestTalk;
let stage: RelayClient;
let code = '';
beforeEach(async () => {
  talk = await startTestTalk(new Map(), { linkFor: (_, each) => (code = each) });
  stage = await talk.openStage();
});
afterEach(() => talk.close());

/** Expects that the stage was asked for nothing, and that it is still asked for what a paired phone wishes. */
async function expectUnmoved(): Promise<void> {
  await stage.settle();
  expect(stage.received.filter(({ type }) => type === 'message')).toEqual([]);
  const phone = await talk.pair('phone');
  phone.say(NEXT);
  expect((await stage.next('message')).message.kind).toBe('wish');
}

/** Opens a connection that has not joined, and sends `texts`. Returns the code with which it is closed. */
async function sendUnjoined(...texts: readonly string[]): Promise<number> {
  const client = new RelayClient(talk.port);
  await client.opened;
  for (const text of texts) client.sendText(text);
  return client.closed;
}

const message = (content: unknown): string => JSON.stringify({ type: 'message', from: 'x', count: 1, message: content });

describe('a connection is refused', () => {
  const own = (): string => `127.0.0.1:${talk.port}`;
  const HANDSHAKES: readonly (readonly [string, () => ConstructorParameters<typeof RelayClient>[1]])[] = [
    ['from a page of another origin', () => ({ origin: 'https://evil.example' })],
    ['from another port of this computer', () => ({ origin: 'http://127.0.0.1:1' })],
    ['from the other name of this computer', () => ({ origin: `http://localhost:${talk.port}` })],
    ['from a page without an origin', () => ({ origin: 'null' })],
    ['from a program that names no origin', () => ({ origin: '' })],
    ['over https', () => ({ origin: `https://${own()}` })],
    ['under a name that was pointed here', () => ({ headers: { host: 'evil.example' }, origin: 'http://evil.example' })],
    ['under such a name with the right port', () => ({ headers: { host: `evil.example:${talk.port}` }, origin: `http://${own()}` })],
  ];
  it.each(HANDSHAKES)('%s, even with the right token', async (_, options) => {
    const client = new RelayClient(talk.port, options());
    expect(await client.opened).toBe(false);
    await expectUnmoved();
  });

  it('without a token', async () => {
    expect(await sendUnjoined(message(NEXT))).toBe(CLOSE_CODES.badMessage);
    await expectUnmoved();
  });

  it('that says nothing, after a while', async () => {
    const started = performance.now();
    await new RelayClient(talk.port).closed;
    expect(performance.now() - started).toBeGreaterThan(TIMEOUT_MS / 2);
    await expectUnmoved();
  });

  const KEYS: readonly (readonly [string, () => string])[] = [
    ['a wrong token', createSecret],
    ['a token with one letter changed', () => `${talk.relay.presenterToken.slice(0, -1)}~`],
    ['the beginning of the token', () => talk.relay.presenterToken.slice(0, 21)],
    ['the token and more', () => `${talk.relay.presenterToken}A`],
  ];
  it.each(KEYS)('with %s', async (_, key) => {
    expect(await new RelayClient(talk.port).join(key())).toBe(CLOSE_CODES.unknownKey);
    await expectUnmoved();
  });

  it('with an empty key, or one that is no text', async () => {
    for (const key of ['', 1, null, ['x'], { toString: 1 }, 'x'.repeat(65)])
      expect(await sendUnjoined(JSON.stringify({ type: 'join', key }))).toBe(CLOSE_CODES.badMessage);
    await expectUnmoved();
  });
});

describe('a pairing code', () => {
  it('pairs one device, and tells the second one why it is refused', async () => {
    talk.relay.invite('phone', {});
    const [first, second] = await Promise.all([new RelayClient(talk.port).join(code), new RelayClient(talk.port).join(code)]);
    const answers = [first, second];
    expect(answers.filter((each) => typeof each !== 'number')).toHaveLength(1);
    expect(answers).toContain(CLOSE_CODES.usedCode);
    expect(await new RelayClient(talk.port).join(code)).toBe(CLOSE_CODES.usedCode);
    await expectUnmoved();
  });

  it('ends with the window that asked for it, and with a new one', async () => {
    const other = await talk.openStage();
    other.send({ type: 'invite', view: 'phone' });
    const { url: one } = await other.next('invitation');
    other.send({ type: 'invite', view: 'phone' });
    const { url: two } = await other.next('invitation');
    expect(await new RelayClient(talk.port).join(one)).toBe(CLOSE_CODES.expiredCode);
    other.socket.close();
    await other.closed;
    expect(await new RelayClient(talk.port).join(two)).toBe(CLOSE_CODES.expiredCode);
  });
});

describe('a paired phone is disconnected', () => {
  const TEXTS: readonly (readonly [string, string, number])[] = [
    ['malformed JSON', '{"type":"message"', CLOSE_CODES.badMessage],
    ['an empty message', '', CLOSE_CODES.badMessage],
    ['null', 'null', CLOSE_CODES.badMessage],
    ['an unknown type', '{"type":"eval"}', CLOSE_CODES.badMessage],
    ['an unknown kind', message({ kind: 'eval' }), CLOSE_CODES.badMessage],
    ['an unknown command', message({ kind: 'wish', wish: { type: 'escape', at: 0, repeat: false } }), CLOSE_CODES.badMessage],
    ['a command without a time', message({ kind: 'wish', wish: { type: 'next', repeat: false } }), CLOSE_CODES.badMessage],
    ['a state, as if it were a stage', message({ kind: 'show', show: SHOW, stage: CLAIM }), CLOSE_CODES.badMessage],
    ['a rehearsal', message({ kind: 'rehearsal', rehearsal: null }), CLOSE_CODES.badMessage],
    ['that the stage closes', message({ kind: 'bye', stage: 'x' }), CLOSE_CODES.badMessage],
    [
      'the size of the stage, as if it were one',
      message({ kind: 'point', actions: [{ type: 'screen', width: 1, height: 1, bar: 1, textScale: 1 }] }),
      CLOSE_CODES.badMessage,
    ],
    ['movements of the pointer that are none', message({ kind: 'point', actions: [{ type: 'move', x: '1' }] }), CLOSE_CODES.badMessage],
    ['that it stands by', message({ kind: 'standby' }), CLOSE_CODES.badMessage],
    ['a wish for a code', '{"type":"invite","view":"phone"}', CLOSE_CODES.badMessage],
    ['a wish to remove a device', '{"type":"remove","device":"x"}', CLOSE_CODES.badMessage],
    ['the prototype of objects', '{"type":"message","__proto__":{"isAdmin":true}}', CLOSE_CODES.badMessage],
    ['a prototype inside', message(NEXT).replace('"type":"next"', '"type":"next","__proto__":{"x":1}'), CLOSE_CODES.badMessage],
    ['a constructor', message(NEXT).replace('"type":"next"', '"type":"next","constructor":{"prototype":{"x":1}}'), CLOSE_CODES.badMessage],
    ['a long message', message({ ...NEXT, to: 'x'.repeat(MAX_MESSAGE_LENGTH) }), CLOSE_CODES.badMessage],
    ['1 MB', message({ ...NEXT, to: 'x'.repeat(1_000_000) }), 1009],
    ['a long id', message(NEXT).replace('"from":"x"', `"from":"${'x'.repeat(65)}"`), CLOSE_CODES.badMessage],
  ];
  it.each(TEXTS)('when it sends %s', async (_, text, closeCode) => {
    const phone = await talk.pair('phone');
    phone.sendText(text);
    expect(await phone.closed).toBe(closeCode);
    expect(({} as { x?: number; isAdmin?: boolean }).x).toBeUndefined();
    await expectUnmoved();
  });

  it('when it sends a binary frame', async () => {
    const phone = await talk.pair('phone');
    phone.socket.send(Buffer.from(message(NEXT)), { binary: true });
    expect(await phone.closed).toBe(CLOSE_CODES.badMessage);
    await expectUnmoved();
  });

  it('when it speaks as another window', async () => {
    stage.say({ kind: 'show', show: SHOW, stage: { id: 'the-stage', term: 0, since: 1 } });
    const phone = await talk.pair('phone');
    phone.say(NEXT, stage.windowId);
    expect(await phone.closed).toBe(CLOSE_CODES.badMessage);
    const standby = await talk.pair('standby');
    standby.say({ kind: 'show', show: SHOW, stage: { id: 'the-stage', term: 9, since: 1 } });
    expect(await standby.closed).toBe(CLOSE_CODES.badMessage);
    const other = await talk.pair('standby');
    other.say({ kind: 'bye', stage: 'the-stage' });
    expect(await other.closed).toBe(CLOSE_CODES.badMessage);
    await expectUnmoved();
  });

  it('when it sends 1,000 messages at once; the stage gets as many as a finger can send', async () => {
    const phone = await talk.pair('phone');
    for (let index = 0; index < 1000; index += 1) phone.say({ kind: 'hello' });
    expect(await phone.closed).toBe(CLOSE_CODES.tooManyMessages);
    await stage.settle();
    expect(stage.received.filter(({ type }) => type === 'message').length).toBeLessThan(300);
    stage.received.length = 0;
    await expectUnmoved();
  });

  it('when it is removed, at once and for good; what it sends meanwhile does nothing', async () => {
    const phone = new RelayClient(talk.port);
    const joined = await phone.join(talk.code('phone'));
    const { token } = joined as Exclude<typeof joined, number>;
    await stage.settle();
    const [device] = stage.received.filter((each) => each.type === 'devices').at(-1)!.devices;
    stage.send({ type: 'remove', device: device!.id });
    for (let index = 0; index < 100; index += 1) phone.say(NEXT);
    expect(await phone.closed).toBe(CLOSE_CODES.removed);
    stage.received.length = 0;
    expect(await new RelayClient(talk.port).join(token)).toBe(CLOSE_CODES.unknownKey);
    await expectUnmoved();
  });
});

describe('a crowd', () => {
  it('of 300 connections that say nothing keeps no device out', async () => {
    const crowd = Array.from({ length: 300 }, () => new RelayClient(talk.port));
    await Promise.all(crowd.map((each) => Promise.race([each.opened, each.closed])));
    await expectUnmoved();
    for (const each of crowd) each.socket.terminate();
  });

  it('of devices is limited', async () => {
    for (let count = 0; count < 12; count += 1) await talk.pair('phone');
    expect(await new RelayClient(talk.port).join(talk.code('phone'))).toBe(CLOSE_CODES.tooManyDevices);
    stage.send({ type: 'time', sent: 1 });
    await stage.next('time');
  });

  it('of half-open requests is disconnected', async () => {
    const slow = connect(talk.port, '127.0.0.1').resume();
    slow.on('error', () => {});
    slow.write('GET /relay HTTP/1.1\r\nHost: ');
    await new Promise((resolve) => slow.once('close', resolve));
    await expectUnmoved();
  });
});

import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { CLOSE_CODES, maxMessageLength } from '../../src/core/relayProtocol';
import { deviceName } from '../../src/relay/deviceName';
import { CODE_LIFETIME_MS } from '../../src/relay/invitations';
import { RelayClient, startTestTalk, type TestTalk } from '../support/relayClient';

const SHOW = { stop: 3, playing: false, arrival: 1, curtain: 'open', covered: false, wire: false, autoplay: false, startedAt: 5 };
const STAGE = { id: 'stage', term: 0, since: 1 };

let time = 1_000_000_000;
let talk: TestTalk;
let paired: string[] = [];
beforeEach(async () => {
  paired = [];
  talk = await startTestTalk(new Map(), { wallTime: () => time, onPaired: (name) => paired.push(name) });
});
afterEach(() => talk.close());

describe('the relay', () => {
  it('takes what a phone wishes to the stage, and what the stage shows to every device', async () => {
    const stage = await talk.openStage();
    const [phone, laptop] = [await talk.pair('phone'), await talk.pair('speaker')];
    phone.say({ kind: 'wish', wish: { type: 'next', at: time - 100, repeat: false }, to: 'stage' });
    const { message, from } = await stage.next('message');
    expect(message).toEqual({ kind: 'wish', wish: { type: 'next', at: time - 100, repeat: false }, to: 'stage' });
    expect(from).toBe(phone.windowId);
    stage.say({ kind: 'show', show: SHOW, stage: STAGE });
    for (const device of [phone, laptop])
      expect((await device.next('message')).message).toEqual({ kind: 'show', show: SHOW, stage: STAGE });
    expect(laptop.wishes()).toEqual([]);
  });

  it('leaves out what a message has beside the fields of the protocol', async () => {
    const stage = await talk.openStage();
    const phone = await talk.pair('phone');
    phone.say({ kind: 'hello', html: '<script>' });
    expect((await stage.next('message')).message).toEqual({ kind: 'hello' });
  });

  it('accepts no time of the future, and none that is long past: presses keep their order, and no clock can stop a talk', async () => {
    const stage = await talk.openStage();
    const phone = await talk.pair('phone');
    for (const at of [time + 3_600_000, time - 3_600_000]) phone.say({ kind: 'wish', wish: { type: 'next', at, repeat: false } });
    expect((await stage.next('message')).message).toMatchObject({ wish: { at: time } });
    expect((await stage.next('message')).message).toMatchObject({ wish: { at: time - 5000 } });
  });

  it('takes the rehearsal of a long story to a device, and none without end', async () => {
    const stage = await talk.openStage();
    const laptop = await talk.pair('speaker');
    const seconds = Object.fromEntries(Array.from({ length: 8000 }, (_, index) => [`scene-of-a-long-story/${index}`, 1]));
    stage.say({ kind: 'rehearsal', rehearsal: { seconds } });
    expect((await laptop.next('message')).message).toEqual({ kind: 'rehearsal', rehearsal: { seconds } });
    stage.say({ kind: 'rehearsal', rehearsal: 'x'.repeat(maxMessageLength('presenter')) });
    expect(await stage.closed).toBe(1009);
  });

  it('answers with its time', async () => {
    const phone = await talk.pair('phone');
    phone.send({ type: 'time', sent: 12.5 });
    expect(await phone.next('time')).toEqual({ type: 'time', sent: 12.5, time });
  });

  it('lets a device come back with its token, as after a reload', async () => {
    const phone = new RelayClient(talk.port);
    const joined = await phone.join(talk.code('phone'));
    phone.socket.close();
    const again = await new RelayClient(talk.port).join((joined as Exclude<typeof joined, number>).token);
    expect(again).toEqual(joined);
    expect(paired).toEqual(['Phone — a browser on another system']);
  });

  it('lists the devices for the presenter alone, and who is gone', async () => {
    const stage = await talk.openStage();
    expect((await stage.next('devices')).devices).toEqual([]);
    const phone = await talk.pair('phone');
    expect((await stage.next('devices')).devices).toMatchObject([{ view: 'phone', since: time, isOnline: true }]);
    phone.socket.close();
    expect((await stage.next('devices')).devices).toMatchObject([{ isOnline: false }]);
    expect(phone.received.filter(({ type }) => type === 'devices')).toEqual([]);
  });

  it('ends a code after ten minutes', async () => {
    const code = talk.code('phone');
    time += CODE_LIFETIME_MS;
    expect(await new RelayClient(talk.port).join(code)).toBe(CLOSE_CODES.expiredCode);
  });

  it('says nothing by itself: a window that opens or closes moves no stage', async () => {
    const stage = await talk.openStage();
    const phone = await talk.pair('phone');
    phone.socket.terminate();
    await phone.closed;
    await stage.settle();
    expect(stage.received.filter(({ type }) => type === 'message')).toEqual([]);
  });
});

describe('deviceName', () => {
  const SAFARI = 'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 Version/18.0 Mobile/15E148 Safari/604.1';
  const CHROME = 'Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 Chrome/130.0.0.0 Mobile Safari/537.36';
  const EDGE = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/130.0.0.0 Safari/537.36 Edg/130.0.0.0';
  it.each([
    ['phone', SAFARI, 'Phone — Safari on iPhone'],
    ['phone', CHROME, 'Phone — Chrome on Android'],
    ['speaker', EDGE, 'Speaker window — Edge on Windows'],
    ['standby', '<b>You won</b>', 'Standby stage — a browser on another system'],
  ] as const)('of a %s with %s', (view, userAgent, name) => expect(deviceName(view, userAgent)).toBe(name));
});

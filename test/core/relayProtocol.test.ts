import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseClientMessage, parseRelayMessage, shiftWallTimes } from '../../src/core/relayProtocol';
import type { SharedShowState, SpeakerMessage } from '../../src/core/speakerProtocol';

const DEVICE = { id: 'a', name: 'Phone — Safari on iPhone', view: 'phone', since: 1, isOnline: true };

describe('parseRelayMessage', () => {
  it.each([
    { type: 'joined', token: 't', view: 'presenter' },
    { type: 'time', sent: 1, time: 2 },
    { type: 'message', from: 'a', count: 1, message: { kind: 'hello' } },
    { type: 'devices', devices: [DEVICE] },
    { type: 'invitation', view: 'standby', url: 'http://x/', seconds: 600, qr: ['10', '01'] },
  ])('accepts $type', (message) => expect(parseRelayMessage(message)).toEqual(message));

  it('leaves out devices that are none', () => {
    expect(parseRelayMessage({ type: 'devices', devices: [DEVICE, null, { ...DEVICE, view: 'root' }] })).toEqual({
      type: 'devices',
      devices: [DEVICE],
    });
  });
});

it('never throws, whatever is sent', () => {
  const type = fc.constantFrom('join', 'time', 'message', 'invite', 'remove', 'joined', 'devices', 'invitation');
  const message = fc.record({ type, key: fc.anything(), message: fc.anything(), devices: fc.anything() });
  fc.assert(
    fc.property(fc.oneof(fc.anything(), message), (data) => {
      parseClientMessage(data);
      parseRelayMessage(data);
    }),
  );
});

describe('shiftWallTimes', () => {
  const show = { stop: 1, startedAt: 1000 } as SharedShowState;
  const MESSAGES: readonly (readonly [SpeakerMessage, SpeakerMessage])[] = [
    [
      { kind: 'wish', wish: { type: 'next', at: 1000, repeat: false }, to: 'x' },
      { kind: 'wish', wish: { type: 'next', at: 1500, repeat: false }, to: 'x' },
    ],
    [
      { kind: 'show', show },
      { kind: 'show', show: { ...show, startedAt: 1500 } },
    ],
    [
      { kind: 'show', show: { ...show, startedAt: undefined } },
      { kind: 'show', show: { ...show, startedAt: undefined } },
    ],
    [{ kind: 'hello' }, { kind: 'hello' }],
  ];
  it.each(MESSAGES)('of %j', (message, shifted) => expect(shiftWallTimes(message, 500)).toEqual(shifted));

  it('leaves the claim of a stage as it is, by which all windows compare stages', () => {
    const message: SpeakerMessage = { kind: 'show', show, stage: { id: 'a', term: 0, since: 5 } };
    expect(shiftWallTimes(message, 500)).toMatchObject({ stage: { id: 'a', term: 0, since: 5 } });
  });
});

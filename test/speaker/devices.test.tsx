import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { CLOSE_CODES } from '../../src/core/relayProtocol';
import type { RelayLink, RelayState } from '../../src/player/relayLink';
import Devices from '../../src/speaker/Devices';
import { PressButton } from '../../src/speaker/phone/PressButton';
import { relayProblem } from '../../src/speaker/relayProblem';

afterEach(cleanup);

const PHONE = { id: 'a', name: 'Phone — Safari on iPhone', view: 'phone', since: 0, isOnline: true } as const;
const ONLINE: RelayState = { status: 'online', refusal: undefined, view: 'presenter', devices: [], invitation: undefined };

function fakeRelay(state: Partial<RelayState>): RelayLink {
  const current = { ...ONLINE, ...state };
  return {
    getState: () => current,
    subscribe: () => () => {},
    invite: vi.fn(),
    endInvitation: vi.fn(),
    removeDevice: vi.fn(),
  } as unknown as RelayLink;
}

describe('the list of devices', () => {
  it('asks for a code while it is open, for the chosen kind of device, and ends it when it closes', () => {
    const relay = fakeRelay({});
    const { unmount } = render(<Devices relay={relay} onClose={() => {}} />);
    expect(relay.invite).toHaveBeenLastCalledWith('phone');
    fireEvent.click(screen.getByRole('button', { name: 'Standby stage' }));
    expect(relay.invite).toHaveBeenLastCalledWith('standby');
    unmount();
    expect(relay.endInvitation).toHaveBeenCalledOnce();
  });

  it('shows the code of the chosen kind only', () => {
    const invitation = { type: 'invitation', view: 'speaker', url: 'http://x/#pair=y', seconds: 600, qr: ['10', '01'] } as const;
    render(<Devices relay={fakeRelay({ invitation })} onClose={() => {}} />);
    expect(screen.queryByText('http://x/#pair=y')).toBeNull();
    fireEvent.click(screen.getByRole('button', { name: 'Second laptop' }));
    expect(screen.getByText('http://x/#pair=y')).toBeDefined();
    expect(screen.getByRole('img').querySelector('path')?.getAttribute('d')).toBe('M0 0h1v1h-1zM1 1h1v1h-1z');
  });

  it('removes a device', () => {
    const relay = fakeRelay({ devices: [PHONE, { ...PHONE, id: 'b', name: 'Phone — Chrome on Android', isOnline: false }] });
    render(<Devices relay={relay} onClose={() => {}} />);
    expect(screen.getByText(/out of reach/u)).toBeDefined();
    fireEvent.click(screen.getByRole('button', { name: 'Remove Phone — Chrome on Android' }));
    expect(relay.removeDevice).toHaveBeenCalledWith('b');
  });

  it('says that the relay does not answer', () => {
    render(<Devices relay={fakeRelay({ status: 'reconnecting', devices: [PHONE] })} onClose={() => {}} />);
    expect(screen.getByText(/paired devices stay paired/u)).toBeDefined();
  });
});

describe('a button of the phone', () => {
  it('acts once, as soon as the finger is down, and also without a pointer', () => {
    const onPress = vi.fn();
    render(
      <PressButton label="Next" className="x" disabled={false} onPress={onPress}>
        →
      </PressButton>,
    );
    const button = screen.getByRole('button', { name: 'Next' });
    fireEvent.pointerDown(button, { isPrimary: true, button: 0 });
    fireEvent.click(button, { detail: 1 });
    expect(onPress).toHaveBeenCalledTimes(1);
    fireEvent.click(button, { detail: 0 });
    expect(onPress).toHaveBeenCalledTimes(2);
    fireEvent.pointerDown(button, { isPrimary: false, button: 0 });
    expect(onPress).toHaveBeenCalledTimes(2);
  });
});

describe('relayProblem', () => {
  it.each<[Partial<RelayState> | undefined, boolean, string | undefined]>([
    [{}, false, undefined],
    [{}, true, 'The stage does not answer.'],
    [{ status: 'reconnecting' }, false, 'Reconnecting…'],
    [{ status: 'refused', refusal: CLOSE_CODES.usedCode }, true, 'This code has paired a device already.'],
    [{ status: 'refused', refusal: CLOSE_CODES.expiredCode }, true, 'This code has expired.'],
    [{ status: 'refused', refusal: CLOSE_CODES.removed }, true, 'The presenter has removed this device.'],
    [{ status: 'refused', refusal: CLOSE_CODES.unknownKey }, true, 'This device is not paired.'],
    [undefined, true, 'This page belongs to no talk.'],
  ])('of %j, stage offline: %s, says what to do', (state, isOffline, expected) => {
    const problem = relayProblem(state && { ...ONLINE, ...state }, isOffline);
    if (expected === undefined) expect(problem).toBeUndefined();
    else expect(problem?.startsWith(expected)).toBe(true);
  });
});

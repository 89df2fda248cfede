import { CLOSE_CODES } from '../core/relayProtocol';
import type { RelayState } from '../player/relayLink';

const ASK = 'Ask the presenter for a new code: “Devices” in the speaker window shows one.';

const REFUSALS: Readonly<Record<number, string>> = {
  [CLOSE_CODES.usedCode]: `This code has paired a device already. ${ASK}`,
  [CLOSE_CODES.expiredCode]: `This code has expired. ${ASK}`,
  [CLOSE_CODES.removed]: `The presenter has removed this device. ${ASK}`,
  [CLOSE_CODES.tooManyDevices]: 'Too many devices are paired. Remove one under “Devices” in the speaker window, then scan again.',
};

/** Returns what keeps this device from the stage, with what to do; undefined if nothing does. */
export function relayProblem(relay: RelayState | undefined, isOffline: boolean): string | undefined {
  if (relay === undefined) return `This page belongs to no talk. ${ASK}`;
  if (relay.status === 'refused') return REFUSALS[relay.refusal ?? 0] ?? `This device is not paired. ${ASK}`;
  if (relay.status === 'reconnecting') return 'Reconnecting… The stage plays on; nothing pressed here arrives until then.';
  if (relay.status === 'connecting') return isOffline ? 'Connecting…' : undefined;
  return isOffline ? 'The stage does not answer. It is followed again once it does.' : undefined;
}

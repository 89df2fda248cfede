/** Messages between a window and the relay of `understudy present --remote`, as JSON over a WebSocket. ADR 057 */
import { asRecord } from './asRecord';
import { parseSpeakerMessage, type SpeakerMessage } from './speakerProtocol';

/** What another device shows: buttons for a hand, the whole speaker window, or a stage that stands by. */
const DEVICE_VIEWS = ['phone', 'speaker', 'standby'] as const;
export type DeviceView = (typeof DEVICE_VIEWS)[number];

/** Path of the relay's WebSocket, on the address of the page. */
export const RELAY_PATH = '/relay';

/** A paired device, as the presenter sees it. */
export interface Device {
  readonly id: string;
  /** Such as “Phone — Safari on iPhone”. */
  readonly name: string;
  readonly view: DeviceView;
  /** When it was paired, in milliseconds since 1970. */
  readonly since: number;
  readonly isOnline: boolean;
}

/** A message of a window with the window's id and its sequence number, which identify duplicates. */
export interface NumberedMessage {
  readonly from: string;
  readonly count: number;
  readonly message: SpeakerMessage;
}

/** A message of a window to the relay. The first one is `join`. */
export type ClientMessage =
  /** `key` is a pairing code or a token. */
  | { readonly type: 'join'; readonly key: string }
  /** Asks for the relay's time; `sent` comes back in the answer. */
  | { readonly type: 'time'; readonly sent: number }
  | ({ readonly type: 'message' } & NumberedMessage)
  /** The presenter's windows only: asks for a pairing code. */
  | { readonly type: 'invite'; readonly view: DeviceView }
  /** The presenter's windows only: no code that this window asked for is valid any more. */
  | { readonly type: 'endInvitation' }
  /** The presenter's windows only: removes a device. */
  | { readonly type: 'remove'; readonly device: string };

/** A message of the relay to a window. */
export type RelayMessage =
  /** `token` joins again, also after a reload. */
  | { readonly type: 'joined'; readonly token: string; readonly view: DeviceView | 'presenter' }
  /** `time` is the relay's, in milliseconds since 1970. */
  | { readonly type: 'time'; readonly sent: number; readonly time: number }
  | ({ readonly type: 'message' } & NumberedMessage)
  | { readonly type: 'devices'; readonly devices: readonly Device[] }
  /** `qr` are the rows of the QR code of `url`: 1 is dark, 0 light. */
  | {
      readonly type: 'invitation';
      readonly view: DeviceView;
      readonly url: string;
      readonly seconds: number;
      readonly qr: readonly string[];
    };

/** Codes with which the relay closes a connection. After those from {@link CLOSE_CODES.unknownKey} on, joining again is useless. */
export const CLOSE_CODES = {
  badMessage: 4400,
  tooManyMessages: 4429,
  unknownKey: 4501,
  usedCode: 4502,
  expiredCode: 4503,
  removed: 4504,
  tooManyDevices: 4505,
} as const;

const MAX_ID_LENGTH = 64;

/** Characters of a message: stages send rehearsals and ink, which have a line for each stop or stroke; all else is small. */
const MAX_STAGE_MESSAGE_LENGTH = 262_144;
export const MAX_MESSAGE_LENGTH = 16_384;

/** Returns how many characters a message of a window may have. */
export function maxMessageLength(view: DeviceView | 'presenter' | undefined): number {
  return view === 'presenter' || view === 'standby' ? MAX_STAGE_MESSAGE_LENGTH : MAX_MESSAGE_LENGTH;
}

function isId(value: unknown): value is string {
  return typeof value === 'string' && value.length > 0 && value.length <= MAX_ID_LENGTH;
}

function isView(value: unknown): value is DeviceView {
  return (DEVICE_VIEWS as readonly unknown[]).includes(value);
}

/** Parses what a window sent to the relay; undefined if it is invalid. Never throws. */
export function parseClientMessage(data: unknown): ClientMessage | undefined {
  const { type, key, sent, view, device } = asRecord(data);
  if (type === 'join' && isId(key)) return { type, key };
  if (type === 'time' && Number.isFinite(sent)) return { type, sent: sent as number };
  if (type === 'message') return withType(parseNumberedMessage(data));
  if (type === 'invite' && isView(view)) return { type, view };
  if (type === 'endInvitation') return { type };
  if (type === 'remove' && isId(device)) return { type, device };
  return undefined;
}

/** Parses what the relay sent; undefined if it is invalid. Never throws. */
export function parseRelayMessage(data: unknown): RelayMessage | undefined {
  const { type, token, view, sent, time, devices, url, seconds, qr } = asRecord(data);
  if (type === 'joined' && isId(token) && (view === 'presenter' || isView(view))) return { type, token, view };
  if (type === 'time' && Number.isFinite(sent) && Number.isFinite(time)) return { type, sent: sent as number, time: time as number };
  if (type === 'message') return withType(parseNumberedMessage(data));
  if (type === 'devices' && Array.isArray(devices)) return { type, devices: devices.filter(isDevice) };
  if (type === 'invitation' && isView(view) && typeof url === 'string' && typeof seconds === 'number' && isQrCode(qr))
    return { type, view, url, seconds, qr };
  return undefined;
}

function isQrCode(rows: unknown): rows is readonly string[] {
  return Array.isArray(rows) && rows.every((row) => typeof row === 'string' && /^[01]{1,200}$/u.test(row));
}

function parseNumberedMessage(data: unknown): NumberedMessage | undefined {
  const { from, count, message: sent } = asRecord(data);
  const message = parseSpeakerMessage(sent);
  return isId(from) && Number.isSafeInteger(count) && message ? { from, count: count as number, message } : undefined;
}

function withType(message: NumberedMessage | undefined): ({ readonly type: 'message' } & NumberedMessage) | undefined {
  return message && { type: 'message', ...message };
}

function isDevice(value: unknown): value is Device {
  const { id, name, view, since, isOnline } = asRecord(value);
  return isId(id) && typeof name === 'string' && isView(view) && Number.isFinite(since) && typeof isOnline === 'boolean';
}

/**
 * Returns `message` with its wall times `ms` later. Clocks of two devices differ, so messages between devices carry the times of the
 * relay's clock.
 */
export function shiftWallTimes(message: SpeakerMessage, ms: number): SpeakerMessage {
  if (message.kind === 'wish') return { ...message, wish: { ...message.wish, at: message.wish.at + ms } };
  if (message.kind !== 'show') return message;
  const { startedAt, blackSince, detours } = message.show;
  const shifted = {
    startedAt: startedAt === undefined ? undefined : startedAt + ms,
    blackSince: blackSince === undefined ? undefined : blackSince + ms,
    detours: detours?.map((each) => ({ ...each, since: each.since + ms })),
  };
  return { ...message, show: { ...message.show, ...shifted } };
}

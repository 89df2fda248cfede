import type { DeviceView } from '../core/relayProtocol';

const VIEW_NAMES: Readonly<Record<DeviceView, string>> = { phone: 'Phone', speaker: 'Speaker window', standby: 'Standby stage' };

/** The first one found in the user agent is the browser: most others name Safari or Chrome as well. */
const BROWSERS: readonly (readonly [pattern: RegExp, name: string])[] = [
  [/\bEdg/u, 'Edge'],
  [/\bOPR\//u, 'Opera'],
  [/\bSamsungBrowser\//u, 'Samsung Internet'],
  [/\b(?:Firefox|FxiOS)\//u, 'Firefox'],
  [/\b(?:Chrome|CriOS)\//u, 'Chrome'],
  [/\bSafari\//u, 'Safari'],
];
const SYSTEMS: readonly (readonly [pattern: RegExp, name: string])[] = [
  [/\biPhone\b/u, 'iPhone'],
  [/\biPad\b/u, 'iPad'],
  [/\bAndroid\b/u, 'Android'],
  [/\bWindows\b/u, 'Windows'],
  [/\bMacintosh\b/u, 'Mac'],
  [/\bCrOS\b/u, 'Chromebook'],
  [/\bLinux\b/u, 'Linux'],
];

/** Returns the name of a device for the presenter, such as “Phone — Safari on iPhone”. It has no text of the device's own. */
export function deviceName(view: DeviceView, userAgent = ''): string {
  const find = (list: typeof BROWSERS): string | undefined => list.find(([pattern]) => pattern.test(userAgent))?.[1];
  return `${VIEW_NAMES[view]} — ${find(BROWSERS) ?? 'a browser'} on ${find(SYSTEMS) ?? 'another system'}`;
}

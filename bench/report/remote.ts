import type { RemoteResults } from '../measure/remote';
import { formatNumber, formatTable } from './format';
import { median, p95, pairedRatio } from './stats';
import type { TargetResult } from './targetResult';

const MAX_MEDIAN_MS = 50;

/** Returns the target of presses on another device. */
export function remoteTargets({ relay }: RemoteResults): TargetResult[] {
  const found = median(relay);
  return [
    {
      text: `Another device: press → stage within ${MAX_MEDIAN_MS} ms at the median`,
      found: `${formatNumber(found, 1)} ms`,
      met: found <= MAX_MEDIAN_MS,
    },
  ];
}

/** Returns a table of both ways from a press to the stage. */
export function formatRemote({ relay, broadcast }: RemoteResults): string {
  const row = (name: string, values: readonly number[]): string[] => [
    name,
    String(values.length),
    formatNumber(median(values), 1),
    formatNumber(p95(values), 1),
    `${pairedRatio(values, broadcast).toFixed(2)}×`,
  ];
  return formatTable(
    ['press → stage, CPU ×1', 'presses', 'median, ms', '95 %, ms', 'of BroadcastChannel'],
    [row('another device, over the relay on loopback', relay), row('the same browser, BroadcastChannel', broadcast)],
  );
}

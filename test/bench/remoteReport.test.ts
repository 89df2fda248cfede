import { expect, test } from 'vitest';
import { formatRemote, remoteTargets } from '../../bench/report/remote';

const RESULTS = { relay: [10, 12, 40], broadcast: [5, 6, 8] };

test('meets the target by the median', () => {
  expect(remoteTargets(RESULTS)).toMatchObject([{ found: '12.0 ms', met: true }]);
  expect(remoteTargets({ ...RESULTS, relay: [10, 51, 90] })).toMatchObject([{ met: false }]);
});

test('has a row for each way, with its ratio in the same run', () => {
  expect(formatRemote(RESULTS)).toContain('| another device, over the relay on loopback | 3 | 12.0 | 37.2 | 2.00× |');
});

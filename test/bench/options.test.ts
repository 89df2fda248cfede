import { expect, test } from 'vitest';
import { parseBenchOptions } from '../../bench/options';

test('no option asks for the whole run, which is published', () => {
  expect(parseBenchOptions([])).toMatchObject({ rounds: 9, quick: false, whole: true });
  expect(parseBenchOptions(['--rounds', '15'])).toMatchObject({ rounds: 15, whole: true });
});

test('part of a run is not published', () => {
  const options = parseBenchOptions(['--only', 'ours, static', '--parts', 'loads', '--rounds', '2']);
  expect([...(options?.only ?? [])]).toEqual(['ours', 'static']);
  expect([...(options?.parts ?? [])]).toEqual(['loads']);
  expect(options?.whole).toBe(false);
  expect(parseBenchOptions(['--quick'])?.whole).toBe(false);
});

test('--help asks for nothing else', () => {
  expect(parseBenchOptions(['--help'])).toBeUndefined();
});

test.each([
  [['--only', 'ours,keynote'], /--only knows no keynote; it takes ours, static/u],
  [['--rounds', 'many'], /whole number from 1, not "many"/u],
  [['--round', '3'], /Unknown option '--round'/u],
])('%j is refused with a reason', (argv, message) => {
  expect(() => parseBenchOptions(argv)).toThrow(message);
});

import { expect, test } from 'vitest';
import { parseBenchOptions } from '../../bench/options';

test('runs everything and writes the document without options', () => {
  expect(parseBenchOptions([])).toMatchObject({ rounds: 9, walks: 200, quick: false, isFullRun: true });
  expect(parseBenchOptions(['--rounds', '15'])).toMatchObject({ rounds: 15, isFullRun: true });
});

test('does not write the document for a part of a run', () => {
  const options = parseBenchOptions(['--only', 'ours, static', '--parts', 'loads', '--rounds', '2']);
  expect([...(options?.only ?? [])]).toEqual(['ours', 'static']);
  expect([...(options?.parts ?? [])]).toEqual(['loads']);
  expect(options?.isFullRun).toBe(false);
  expect(parseBenchOptions(['--quick'])?.isFullRun).toBe(false);
  expect(parseBenchOptions(['--walks', '20'])).toMatchObject({ walks: 20, isFullRun: false });
});

test('returns undefined for --help', () => {
  expect(parseBenchOptions(['--help'])).toBeUndefined();
});

test.each([
  [['--only', 'ours,keynote'], /--only knows no keynote; it takes ours, static/u],
  [['--rounds', 'many'], /whole number from 1, not "many"/u],
  [['--walks', '0'], /--walks takes a whole number from 1, not "0"/u],
  [['--round', '3'], /Unknown option '--round'/u],
])('rejects %j with a reason', (argv, message) => {
  expect(() => parseBenchOptions(argv)).toThrow(message);
});

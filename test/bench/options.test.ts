import { expect, test } from 'vitest';
import { optionsOf } from '../../bench/options';

test('no option asks for the whole run, which is published', () => {
  expect(optionsOf([])).toMatchObject({ rounds: 9, quick: false, whole: true });
  expect(optionsOf(['--rounds', '15'])).toMatchObject({ rounds: 15, whole: true });
});

test('part of a run is not published', () => {
  const options = optionsOf(['--only', 'ours, static', '--parts', 'loads', '--rounds', '2']);
  expect([...(options?.only ?? [])]).toEqual(['ours', 'static']);
  expect([...(options?.parts ?? [])]).toEqual(['loads']);
  expect(options?.whole).toBe(false);
  expect(optionsOf(['--quick'])?.whole).toBe(false);
});

test('--help asks for nothing else', () => {
  expect(optionsOf(['--help'])).toBeUndefined();
});

test.each([
  [['--only', 'ours,keynote'], /--only knows no keynote; it takes ours, static/u],
  [['--rounds', 'many'], /whole number from 1, not "many"/u],
  [['--round', '3'], /Unknown option '--round'/u],
])('%j is refused with a reason', (argv, message) => {
  expect(() => optionsOf(argv)).toThrow(message);
});

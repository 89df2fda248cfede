import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createInkFile, parseInkFile } from '../../src/core/inkFile';

const screen = { width: 1920, height: 997, bar: 83, textScale: 1, terminal: { font: 32.25, row: 38 } };
const ink = { 'agent/1': [{ id: 'a', colour: 'pink', straight: true, points: [0, 0, 10, 10] }] } as const;

test('a saved file is read as it was written', () => {
  const file = createInkFile('demo', screen, ink);
  expect(parseInkFile(JSON.parse(JSON.stringify(file)), 'demo')).toEqual({ file });
});

test.each([
  ['another kind of file', { talk: 'demo' }, /no ink/u],
  ['a list', [], /no ink/u],
  ['nothing', null, /no ink/u],
  ['the ink of another story', createInkFile('other', screen, ink), /story "other", and this one is "demo"/u],
  ['a stroke without points', { ...createInkFile('demo', screen, {}), ink: { 'agent/1': [{}] } }, /damaged/u],
  ['a stage without size', { ...createInkFile('demo', screen, ink), screen: {} }, /damaged/u],
])('%s is refused with a reason', (_, value, reason) => {
  const parsed = parseInkFile(value, 'demo');
  expect('problem' in parsed ? parsed.problem : '').toMatch(reason);
});

test('never throws', () => {
  fc.assert(
    fc.property(fc.anything(), fc.anything(), (any, story) => {
      expect(() => parseInkFile(any, 'demo')).not.toThrow();
      expect(() => parseInkFile({ type: 'understudy-ink', story }, 'demo')).not.toThrow();
    }),
  );
});

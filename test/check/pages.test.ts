import { describe, expect, test } from 'vitest';
import { overflowRule } from '../../src/check/rules/overflow';
import { pagesRule } from '../../src/check/rules/pages';
import { secretsRule } from '../../src/check/rules/secrets';
import { found, storyOf } from './runRule';

const step = { title: 'A stop', notes: { say: 'Words.', point: 'At it.' } };
const PARTS = [
  { type: 'status', id: 'build', text: 'Build', state: 'running' },
  { type: 'field', id: 'description', label: 'Name' },
  { type: 'button', id: 'go', label: 'Go' },
];
const page = (...changes: object[]) =>
  storyOf({ scenes: [{ kind: 'page', id: 'p', title: 'P', parts: PARTS, steps: changes.map((change) => ({ ...step, ...change })) }] });
const RUNNING = { set: { build: { state: 'running' } } };
const OK = { set: { build: { state: 'ok' } } };

describe('the rule pages', () => {
  test.each<[string, object]>([
    ['sets a value', OK],
    ['adds', { add: [{ parts: [{ type: 'divider' }] }] }],
    ['removes', { remove: ['build'] }],
    ['types', { type: { description: 'x' } }],
    ['scrolls', { scroll: 'go' }],
    ['points', { pointer: 'go' }],
    ['presses', { press: 'go' }],
  ])('finds nothing in a step that %s', async (_, change) => {
    expect(await found(pagesRule, page({}, change))).toEqual([]);
  });

  test('reports a step that shows the same as the one before', async () => {
    expect(await found(pagesRule, page({}, {}, { scroll: 'go' }, { scroll: 'go' }, OK, { pointer: 'go' }, { pointer: 'go' }))).toEqual(
      [1, 3, 6].map((at) => expect.stringMatching(new RegExp(String.raw`^warning p\.json:\d+:\d+ {2}steps\[${at}\]: shows the same`, 'u'))),
    );
  });

  test('reports an accent that cannot be told from the page', async () => {
    const withLook = (look: object) =>
      storyOf({ scenes: [{ kind: 'page', id: 'p', title: 'P', look, parts: PARTS, steps: [step, { ...step, ...OK }] }] });
    expect(await found(pagesRule, withLook({ accent: '#ffee00' }))).toEqual([
      expect.stringContaining('look.accent: #ffee00 has a contrast of 1.2:1'),
    ]);
    expect(await found(pagesRule, withLook({ accent: '#ffee00', theme: 'dark' }))).toEqual([]);
    expect(await found(pagesRule, withLook({ accent: '#1f883d' }))).toEqual([]);
  });

  test('reports each change after which nothing is different, where it is written', async () => {
    expect(await found(pagesRule, page(RUNNING, OK, OK))).toEqual([
      expect.stringContaining('steps[0].set.build.state: changes nothing'),
      expect.stringContaining('steps[2].set.build.state: changes nothing'),
    ]);
  });
});

test('words of all parts, changes and typed fields are looked at by the rules', async () => {
  const key = (letter: string) => `AKIAQ3EGR5TWUIOPL2Z${letter}`;
  const files = page(
    { type: { description: key('A') } },
    { set: { description: { error: key('B') } } },
    { add: [{ parts: [{ type: 'table', rows: [['x', { type: 'badge', text: key('C') }]] }] }] },
  );
  const findings = await found(secretsRule, files);
  for (const place of ['steps[0].type.description', 'steps[1].set.description.error', 'steps[2].add[0].parts[0].rows[0][1].text'])
    expect(findings).toContainEqual(expect.stringContaining(place));
});

describe('the rule overflow', () => {
  const fine = { problems: [], wrappedTexts: [], smallestText: undefined, pictures: [] };
  const problems = ['“One” scrolled out of sight by 12 px', '“Two” scrolled out of sight by 240 px'];
  const layout = { viewport: { width: 1280, height: 720 }, stops: [fine, { ...fine, problems }, { ...fine, problems }, fine] };

  test('warns once of a page whose lower part no step shows', async () => {
    expect(await found(overflowRule, page({}, OK), layout)).toEqual([
      expect.stringMatching(/^warning p\.json:.*no step shows what is 240 px below the window of the page.*Let a step/u),
    ]);
  });

  test('finds nothing in one that a step scrolls to its end', async () => {
    expect(await found(overflowRule, page({}, OK, { scroll: 'go' }), layout)).toEqual([]);
  });

  test('warns of one that is scrolled elsewhere only', async () => {
    expect(await found(overflowRule, page({}, { scroll: 'build' }), layout)).toHaveLength(1);
  });

  test('reports words of a page that are cut off', async () => {
    const cut = { ...layout, stops: [fine, { ...fine, problems: ['“Build” cut off by 9 px'] }, fine] };
    expect(await found(overflowRule, page({}, OK), cut)).toEqual([expect.stringContaining('error p.json:')]);
  });
});

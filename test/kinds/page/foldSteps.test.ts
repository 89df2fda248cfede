import fc from 'fast-check';
import { splitGraphemes } from '../../../src/core/terminal/width';
import { describe, expect, test } from 'vitest';
import { partsAt, validPage } from './compilePage';

const text = (id: string, fields: object = {}): object => ({ type: 'text', id, text: id, ...fields });
const section = (id: string, ...parts: object[]): object => ({ type: 'section', id, parts });
const PAGE = [
  section('box', text('a'), text('b')),
  { type: 'field', id: 'name', label: 'Name' },
  { type: 'button', id: 'go', label: 'Go' },
  { type: 'table', id: 'table', rows: [['one', { type: 'status', id: 'cell', text: 'Build', state: 'running' }]] },
];

/** Returns the ids of all parts of a step in order, those inside others after them. */
const idsAt = (...args: Parameters<typeof partsAt>): readonly string[] =>
  JSON.stringify(partsAt(...args)).match(/(?<="id":")[^"]+/gu) ?? [];

describe('the parts of a step', () => {
  test.each<[string, object, readonly string[]]>([
    ['nothing', {}, ['box', 'a', 'b', 'name', 'go', 'table', 'cell']],
    ['remove', { remove: ['a', 'go'] }, ['box', 'b', 'name', 'table', 'cell']],
    ['remove with all that is inside', { remove: ['box'] }, ['name', 'go', 'table', 'cell']],
    ['add at the end', { add: [{ parts: [text('new')] }] }, ['box', 'a', 'b', 'name', 'go', 'table', 'cell', 'new']],
    ['add inside', { add: [{ in: 'box', parts: [text('new')] }] }, ['box', 'a', 'b', 'new', 'name', 'go', 'table', 'cell']],
    ['add before', { add: [{ before: 'b', parts: [text('new')] }] }, ['box', 'a', 'new', 'b', 'name', 'go', 'table', 'cell']],
    [
      'add inside what was added',
      { add: [{ parts: [section('new')] }, { in: 'new', parts: [text('inner')] }] },
      ['box', 'a', 'b', 'name', 'go', 'table', 'cell', 'new', 'inner'],
    ],
    ['set of the parts inside', { set: { box: { parts: [text('b'), text('c')] } } }, ['box', 'b', 'c', 'name', 'go', 'table', 'cell']],
  ])('with %s', async (_, change, ids) => {
    expect(idsAt(await validPage(PAGE, [{}, change]), 1)).toEqual(ids);
  });

  test('have the new values of set; null takes a field away', async () => {
    const page = await validPage(
      [{ type: 'heading', id: 'a', text: 'Old', note: '#1', level: 2 }],
      [{}, { set: { a: { text: 'New', note: null, level: null } } }],
    );
    expect(partsAt(page, 1)).toEqual([{ type: 'heading', id: 'a', text: ['New'], level: 1 }]);
    expect(page.steps[1]).toMatchObject({ changed: [page.parts[page.steps[1]!.root[0]!.part]!.key], lines: ['New'] });
  });

  test('change in cells of tables and in entries of lists', async () => {
    const list = { type: 'list', items: ['one', { type: 'badge', id: 'badge', text: 'Open' }] };
    const page = await validPage([...PAGE, list], [{}, { set: { cell: { state: 'ok' }, badge: { text: 'Merged' } } }]);
    expect(JSON.stringify(partsAt(page, 1))).toMatch(/"state":"ok".*"text":"Merged"/u);
    expect(page.steps[1]!.changed).toHaveLength(2);
  });

  test('name what scroll, pointer and press are on', async () => {
    const { steps, parts } = await validPage(PAGE, [{ scroll: 'b', pointer: 'cell', press: { part: 'go', hint: 'Here' } }]);
    const keyOf = (id: string) => parts.find((part) => part.id === id)!.key;
    expect(steps[0]).toMatchObject({ scroll: keyOf('b'), pointer: keyOf('cell'), press: { key: keyOf('go'), hint: 'Here' } });
  });

  test('name changes after which nothing is different', async () => {
    const same = { set: { a: { text: 'a', tone: 'ok' }, name: { hint: null }, box: { parts: [text('a', { tone: 'ok' }), text('b')] } } };
    const { steps } = await validPage(PAGE, [{}, same]);
    expect(steps[1]!.unchanged).toEqual(['a.text', 'name.hint', 'box.parts']);
  });

  test('take an id again after its part has gone', async () => {
    const page = await validPage(PAGE, [
      {},
      { remove: ['go'] },
      { add: [{ in: 'box', parts: [text('go')] }] },
      { set: { go: { text: 'Back' } } },
    ]);
    expect(partsAt(page, 3)[0]).toMatchObject({ parts: [{}, {}, { id: 'go', text: ['Back'] }] });
  });
});

describe('a page', () => {
  const steps = async (...changes: object[]) => (await validPage(PAGE, changes)).steps.map(({ scroll }) => scroll);

  test('stays where a step has scrolled it', async () => {
    const [none, first, kept, second] = await steps({}, { scroll: 'a' }, { set: { name: { value: 'x' } } }, { scroll: 'go' });
    expect([none, first === undefined, first === kept, first === second]).toEqual([undefined, false, true, false]);
  });

  test('goes back to where it was scrolled before if the part goes', async () => {
    const [, first, second, back] = await steps({}, { scroll: 'a' }, { scroll: 'go' }, { remove: ['go'] });
    expect([second === first, back === first]).toEqual([false, true]);
  });
});

describe('typed fields', () => {
  const chat = { type: 'chat', id: 'chat', parts: [] };

  test('hold the words at the end, and are not also marked as changed', async () => {
    const page = await validPage([...PAGE, chat], [{}, { type: { name: 'Ann Lee', chat: 'Hello' } }]);
    expect(partsAt(page, 1)).toMatchObject([{}, { value: 'Ann Lee' }, {}, {}, { draft: 'Hello' }]);
    expect(page.steps[1]!.changed).toBeUndefined();
  });

  test('appear one character after the other, one field after the other', async () => {
    const typed = fc.dictionary(fc.constantFrom('one', 'two', 'three'), fc.stringMatching(/^[\p{L}0-9 .]{1,40}$/u), { minKeys: 1 });
    await fc.assert(
      fc.asyncProperty(typed, async (type) => {
        const fields = ['one', 'two', 'three'].map((id) => ({ type: 'field', id }));
        const { steps } = await validPage(fields, [{ type }]);
        // The keys of the fields are 1, 2 and 3.
        const times = Object.keys(type).map((id) => steps[0]!.typed![fields.findIndex((field) => field.id === id) + 1]!);
        expect(times.map((each) => each.length)).toEqual(Object.values(type).map((words) => splitGraphemes(words).length));
        const inOrder = times.flat();
        expect(inOrder[0]).toBeGreaterThanOrEqual(0);
        expect(inOrder).toEqual(inOrder.toSorted((a, b) => a - b));
      }),
      { numRuns: 50 },
    );
  });
});

describe('any changes', () => {
  const IDS = ['a', 'b', 'c', 'd'];
  const status = (id: string): object => ({ type: 'status', id, text: id, state: 'pending' });
  /** A part of `IDS` that changes to a state, or goes and comes. */
  const change = fc.record({ id: fc.constantFrom(...IDS), state: fc.constantFrom('pending', 'ok', 'failed'), moves: fc.boolean() });
  const base = [section('box', ...IDS.slice(0, 2).map(status)), ...IDS.slice(2).map(status)];
  const asStep = ({ id, state, moves }: { id: string; state: string; moves: boolean }): object =>
    moves ? { remove: [id], add: [{ in: 'box', parts: [{ type: 'status', id, text: id, state }] }] } : { set: { [id]: { state } } };
  const changes = fc.array(change.map(asStep), { minLength: 1, maxLength: 6 });

  test('give the same page in steps of their own and in a story that ends earlier', () =>
    fc.assert(
      fc.asyncProperty(changes, async (all) => {
        const whole = await validPage(base, [{}, ...all]);
        for (let end = 0; end <= all.length; end += 1) {
          const prefix = await validPage(base, [{}, ...all.slice(0, end)]);
          expect(partsAt(prefix, end)).toEqual(partsAt(whole, end));
          expect(prefix.steps[end]!.lines).toEqual(whole.steps[end]!.lines);
        }
      }),
      { numRuns: 30 },
    ));

  test('keep the numbers of parts that are the same', () =>
    fc.assert(
      fc.asyncProperty(changes, async (all) => {
        const page = await validPage(base, [{}, ...all, {}]);
        expect(page.steps.at(-1)!.root).toEqual(page.steps.at(-2)!.root);
        expect(page.steps.at(-1)).not.toHaveProperty('changed');
        expect(new Set(page.parts.map((part) => JSON.stringify(part))).size).toBe(page.parts.length);
      }),
      { numRuns: 30 },
    ));

  test('and those that undo them give the page from before, with the same numbers', async () => {
    const set = (state: string, tone: string | null) => ({ set: { a: { state }, box: { note: tone } } });
    const page = await validPage(base, [{}, set('ok', 'Done'), set('pending', null), set('ok', 'Done')]);
    expect(page.steps[2]!.root).toEqual(page.steps[0]!.root);
    expect(page.steps[3]!.root).toEqual(page.steps[1]!.root);
  });

  test('compile to the same data each time', () =>
    fc.assert(
      fc.asyncProperty(changes, async (all) => {
        expect(JSON.stringify(await validPage(base, all))).toBe(JSON.stringify(await validPage(base, all)));
      }),
      { numRuns: 10 },
    ));
});

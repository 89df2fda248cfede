import { describe, expect, test } from 'vitest';
import { compilePage } from './compilePage';

const text = (id: string, fields: object = {}): object => ({ type: 'text', id, text: 'x', ...fields });

/** Ways to write a part in a scene, with the start of its path. */
const PLACES: readonly [string, string, (part: object) => Parameters<typeof compilePage>][] = [
  ['in parts', 'parts[0]', (part) => [[part]]],
  ['in a card', 'parts[0].parts[0]', (part) => [[{ type: 'card', parts: [part] }]]],
  ['in a cell', 'parts[0].rows[0][0]', (part) => [[{ type: 'table', rows: [[part]] }]]],
  ['in a list', 'parts[0].items[0]', (part) => [[{ type: 'list', items: [part] }]]],
  ['in add', 'steps[0].add[0].parts[0]', (part) => [[text('a')], [{ add: [{ parts: [part] }] }]]],
  [
    'in set of parts',
    'steps[0].set.s.parts[0]',
    (part) => [[{ type: 'section', id: 's', parts: [] }], [{ set: { s: { parts: [part] } } }]],
  ],
  [
    'in set of rows',
    'steps[0].set.t.rows[0][0]',
    (part) => [[{ type: 'table', id: 't', rows: [['x']] }], [{ set: { t: { rows: [[part]] } } }]],
  ],
];

describe.each(PLACES)('a part %s', (_, path, write) => {
  test.each<[string, object, string, RegExp]>([
    ['of an unknown type', { type: 'buton', label: 'x' }, '.type', /found "buton", expected one of "columns".*Did you mean "button"\?$/u],
    ['with an unknown field', { type: 'button', label: 'x', wid: true }, '.wid', /Did you mean "wide"\?$/u],
    ['without a required field', { type: 'button' }, '.label', /expected a text/u],
    ['with HTML', { type: 'text', text: '<b>x</b>' }, '.text', /expected Markdown without HTML/u],
    ['with an unknown icon', { type: 'text', text: 'x', icon: 'git-marge' }, '.icon', /Did you mean "git-merge"\?$/u],
    ['with a state that is none', { type: 'status', text: 'x', state: 'okk' }, '.state', /Did you mean "ok"\?$/u],
  ])('%s', async (__, part, field, message) => {
    const { problems } = await compilePage(...write(part));
    expect(problems).toEqual([expect.stringMatching(/^\d+:\d+ /u)]);
    expect(problems[0]!.replace(/^\d+:\d+ /u, '').startsWith(`${path}${field}: `) || problems[0]!.includes(`${path}: `), problems[0]).toBe(
      true,
    );
    expect(problems[0]).toMatch(message);
  });
});

const PAGE = [
  text('a'),
  { type: 'section', id: 'box', parts: [text('b')] },
  { type: 'button', id: 'off', label: 'Off', disabled: true },
  { type: 'code', id: 'code', lang: 'js', text: ['x'] },
];

test.each<[string, object, string]>([
  [
    'an id that no part has',
    { set: { bx: {} } },
    'set.bx: found "bx", expected the id of a part that is on the page at this step. Did you mean',
  ],
  ['a name of JavaScript’s own', { set: { constructor: {} } }, 'set.constructor: found "constructor", expected the id'],
  [
    'a field of JavaScript’s own',
    { set: { a: { toString: 'x' } } },
    'set.a.toString: found the field "toString", expected a field of a text',
  ],
  [
    'a field that the part has not',
    { set: { a: { siz: 'small' } } },
    'set.a.siz: found the field "siz", expected a field of a text: text, tone, size, align, icon. Did you mean "size"?',
  ],
  ['the id', { set: { a: { id: 'z' } } }, 'set.a.id: found the field "id", expected a field'],
  ['null for a required field', { set: { a: { text: null } } }, 'set.a.text: found nothing, expected a text'],
  ['a value of another form', { set: { a: { size: 'huge' } } }, 'set.a.size: found "huge", expected one of "normal", "small", "large"'],
  ['fields that exclude each other', { set: { code: { json: 1 } } }, 'set.code: found both, expected exactly one of "json"'],
  ['a part removed twice', { remove: ['a', 'a'] }, 'remove[1]: found "a", expected the id of a part that is on the page at this step'],
  ['a part removed and named', { remove: ['box'], set: { b: { text: 'y' } } }, 'set.b: found "b", expected the id'],
  [
    'an id for a second part',
    { add: [{ parts: [text('b')] }] },
    'add[0].parts[0].id: found "b" for a second part, expected an id of its own',
  ],
  ['an id twice in what is added', { add: [{ parts: [text('z'), text('z')] }] }, 'add[0].parts[1].id: found "z" for a second part'],
  [
    'an addition to a part without parts',
    { add: [{ in: 'a', parts: [text('z')] }] },
    'add[0].in: found a text, which has no parts inside, expected a part with `parts`',
  ],
  [
    'an addition to itself',
    { add: [{ in: 'z', parts: [{ type: 'section', id: 'z', parts: [] }] }] },
    'add[0].in: found "z", expected the id',
  ],
  [
    'a place before a part elsewhere',
    { add: [{ in: 'box', before: 'a', parts: [text('z')] }] },
    'add[0].before: found "a", which is not in "box", expected a part of "box"',
  ],
  [
    'a dialog in a section',
    { add: [{ in: 'box', parts: [{ type: 'dialog', parts: [] }] }] },
    'add[0].parts[0]: found a dialog inside a section, expected a dialog in "parts" of the scene',
  ],
  [
    'a toast before a part in a section',
    { add: [{ before: 'b', parts: [{ type: 'toast', title: 'x' }] }] },
    'add[0].parts[0]: found a toast inside a section',
  ],
  ['words typed into a text', { type: { a: 'x' } }, 'type.a: found the text "a", expected a field, or a chat'],
  ['a text pressed', { press: 'a' }, 'press: found the text "a", expected a button'],
  ['a disabled button pressed', { press: { part: 'off', hint: 'Here' } }, 'press.part: found "off", which is disabled'],
  [
    'a pointer on nothing',
    { pointer: 'of' },
    'pointer: found "of", expected the id of a part that is on the page at this step. Did you mean "off"?',
  ],
])('reports %s', async (_, change, message) => {
  const { problems, page } = await compilePage(PAGE, [{}, change]);
  expect(page).toBeUndefined();
  expect(problems).toEqual([expect.stringContaining(` steps[1].${message}`)]);
});

test('reports dialogs and toasts inside other parts of the page', async () => {
  const dialog = { type: 'dialog', parts: [{ type: 'row', parts: [{ type: 'toast', title: 'x' }] }] };
  const { problems } = await compilePage([dialog, { type: 'columns', parts: [dialog] }]);
  expect(problems.map((problem) => /found .*?,/u.exec(problem)![0])).toEqual([
    'found a toast inside a row,',
    'found a dialog inside a columns,',
    'found a toast inside a row,',
  ]);
});

test('reports everything at once, and a name only where it is written', async () => {
  const { problems } = await compilePage(
    [text('a', { icon: 'git-marge' }), text('a'), { type: 'list', items: [{ type: 'badge', id: 'c', text: 'x', icon: 'git-marge' }] }],
    [{ set: { c: { text: 'y' } } }, { set: { nobody: {} }, pointer: 'nobody' }],
  );
  expect(problems.map((problem) => /^\d+:\d+ (.*?):/u.exec(problem)![1])).toEqual([
    'parts[1].id',
    'steps[1].set.nobody',
    'steps[1].pointer',
    'parts[0].icon',
    'parts[2].items[0].icon',
  ]);
});

test('takes icons by their earlier names, emoji and letters', async () => {
  const { problems, page } = await compilePage(
    ['check-circle-2', 'git-merge', '🐙', 'AB'].map((icon) => text(icon, { id: undefined, icon })),
  );
  expect(problems).toEqual([]);
  expect(Object.keys(page!.icons)).toEqual(['check-circle-2', 'git-merge']);
});

test('takes parts 16 deep, and reports deeper ones once', async () => {
  const nest = (depth: number): object => (depth === 1 ? text('z') : { type: 'section', parts: [nest(depth - 1)] });
  expect((await compilePage([nest(16)])).problems).toEqual([]);
  expect((await compilePage([nest(30)])).problems).toEqual([expect.stringContaining('found parts inside parts, more than 16 deep')]);
});

test('reports a page with too many parts, and looks no further', async () => {
  const parts = Array.from({ length: 5000 }, (_, index) => ({ type: 'code', id: `p${index}`, lang: 'js', text: ['x'] }));
  expect((await compilePage(parts)).problems).toEqual([
    expect.stringContaining('parts: found 5000 parts on the page, expected at most 1000'),
  ]);
  const some = parts.slice(0, 600).map((part) => ({ ...part, id: undefined }));
  expect((await compilePage(some, [{}, { add: [{ parts: some }] }])).problems).toEqual([
    expect.stringContaining('steps[1].add[0].parts: found 1200 parts on the page'),
  ]);
});

const DIALOG = { type: 'dialog', id: 'dialog', parts: [{ type: 'button', id: 'yes', label: 'Yes' }] };
const COVERED = [{ type: 'nav', id: 'bar', items: [] }, { type: 'button', id: 'go', label: 'Go' }, DIALOG];

test.each<[string, object, RegExp]>([
  [
    'presses a button that a dialog covers',
    { press: 'go' },
    /steps\[0\]\.press: found "go", which a dialog covers, expected a button that can be/u,
  ],
  [
    'presses a button of a closed dialog',
    { set: { dialog: { open: false } }, press: 'yes' },
    /found "yes", which is in a dialog that is closed/u,
  ],
  ['scrolls to the bar of the page', { scroll: 'bar' }, /steps\[0\]\.scroll: found "bar", which stays in place when the page scrolls/u],
  ['scrolls to a dialog', { scroll: 'yes' }, /found "yes", which stays in place/u],
])('a step that %s', async (_, change, message) => {
  expect((await compilePage(COVERED, [change])).problems).toEqual([expect.stringMatching(message)]);
});

test.each([{ press: 'yes' }, { set: { dialog: { open: false } }, press: 'go' }, { scroll: 'go' }])('a step may be %j', async (change) => {
  expect((await compilePage(COVERED, [change])).problems).toEqual([]);
});

import { expect, test } from 'vitest';
import { compileStory } from '../../src/compiler/compileStory';
import { StoryError } from '../../src/compiler/story/problem';
import { makeFolder, STORY } from '../support/folder';

type Fields = Readonly<Record<string, unknown>>;

const step = (fields: Fields = {}): Fields => ({
  title: 'A step',
  notes: { say: 'Say it.', point: 'There.' },
  ...fields,
  blocks: [{ type: 'text', lines: ['Words'] }],
});
const scene = (fields: Fields = {}, ...steps: Fields[]): Fields => ({
  kind: 'terminal',
  title: 'A scene',
  window: 'Terminal',
  ...fields,
  steps: steps.length > 0 ? steps : [step()],
});
const split = (): Fields => ({
  kind: 'split',
  title: 'Two',
  panes: [{ scene: 'a.json' }, { scene: 'pane.json' }],
  steps: [{ title: 'Both', notes: { say: 'Both.', point: 'Both.' } }],
});
const noteOf = (say: string): Fields => step({ notes: { say, point: 'There.' } });

/** Returns the messages of all problems, without line and column. */
async function problemsOf(
  scenes: Readonly<Record<string, Fields>>,
  others: Readonly<Record<string, Fields>> = {},
): Promise<readonly string[]> {
  const list = Object.keys(scenes).map((name) => `"${name}.json"`);
  const files = Object.entries({ ...scenes, ...others }).map(([id, fields]) => [`${id}.json`, JSON.stringify({ ...fields, id }, null, 2)]);
  const folder = await makeFolder({ 'story.json': STORY.replace('"a.json"', list.join(', ')), ...Object.fromEntries(files) });
  try {
    await compileStory(folder);
    return [];
  } catch (error) {
    if (!(error instanceof StoryError)) throw error;
    return error.problems.map(({ file, message }) => `${file.split('/').at(-1)}  ${message}`);
  }
}

test.each<[what: string, scenes: Readonly<Record<string, Fields>>, problems: readonly string[]]>([
  [
    'a detour, optional steps and short versions',
    { a: scene(), d: scene({ detour: true }), b: scene({ cuts: ['short'] }, step({ optional: true })) },
    [],
  ],
  [
    'a detour that continues a terminal',
    { a: scene(), d: scene({ detour: true, continues: true }) },
    ['d.json  continues: found true, expected false or nothing: a detour begins on an empty stage. Let it show what it needs itself'],
  ],
  [
    'a detour over the scene before it',
    { a: scene(), d: scene({ detour: true, over: true }) },
    ['d.json  over: found true, expected false or nothing: a detour begins on an empty stage. Let it show what it needs itself'],
  ],
  [
    'a scene that continues a detour',
    { a: scene(), d: scene({ detour: true }), b: scene({ continues: true }) },
    [
      'b.json  continues: found true, expected false or nothing: d.json before it is a detour. List that one at the end of "scenes" in ' +
        'story.json',
    ],
  ],
  [
    'nothing but detours',
    { a: scene({ detour: true }), d: scene({ detour: true }) },
    ['story.json  scenes: found only detours, expected at least one scene that is on the way'],
  ],
  [
    'a short version without a stop',
    { a: scene({}, step({ cuts: ['x', 'short'] }), step({ cuts: ['short'] })), d: scene({ detour: true }), b: scene({ cuts: ['short'] }) },
    ['a.json  steps[0].cuts[1]: found "short", which leaves out every stop on the way, expected a short version with at least one stop'],
  ],
  [
    'a detour in the notes that is misspelled, one that is on the way, and one in brackets that are escaped',
    { a: scene({}, noteOf('If asked: [[what-of]], [[b]], \\[[such]] and [[ no ]].')), b: scene(), 'what-if': scene({ detour: true }) },
    [
      'a.json  steps[0].notes.say: found "[[what-of]]", expected the id of a detour. To show the brackets themselves, write ' +
        '\\\\[[what-of]]. Did you mean "what-if"?',
      'a.json  steps[0].notes.say: found "[[b]]", expected the id of a detour. Give that scene "detour": true',
    ],
  ],
])('compiles or reports %s', async (_, scenes, problems) => {
  expect(await problemsOf(scenes)).toEqual(problems);
});

test('reports scenes in panes that are optional or detours', async () => {
  const expected = 'nothing: the scene around this pane says what is left out, and whether it is a detour';
  expect(await problemsOf({ a: scene(), s: split() }, { pane: scene({ detour: true }, step({ cuts: ['short'] })) })).toEqual([
    `pane.json  detour: found true, expected ${expected}`,
    `pane.json  steps[0].cuts: found ["short"], expected ${expected}`,
  ]);
});

test('keeps what a scene of any kind says about the way', async () => {
  const texts = { title: 'Page', address: 'localhost:1', mark: 'x', heading: 'Done', tagline: 'Well', rows: [], done: 'Close it.' };
  const page = { kind: 'callback', ...texts, rows: [{ label: 'a', value: 'b' }], over: true, cuts: ['short'] };
  const folder = await makeFolder({
    'story.json': STORY.replace('"a.json"', '"a.json", "b.json"'),
    'a.json': JSON.stringify({ ...scene(), id: 'a' }),
    'b.json': JSON.stringify({ ...page, id: 'b', steps: [{ title: 'Done', notes: { say: '1', point: '2' }, optional: true }] }),
  });
  const { story } = await compileStory(folder);
  expect(story.scenes[1]).toMatchObject({ over: true, cuts: ['short'], steps: [{ optional: true }] });
});

import { expect, it } from 'vitest';
import { compileStory } from '../../src/compiler/compileStory';
import { StoryError } from '../../src/compiler/story/problem';
import { fillStory } from '../../src/core/variables';
import type { SlideScene } from '../../src/kinds/slide/scene';
import { makeFolder } from '../support/folder';

const STEP = { title: 'A stop', notes: { say: 'Words.', point: 'At it.' } };

async function compileSlide(fields: object, variables: object = {}): Promise<Awaited<ReturnType<typeof compileStory>>['story']> {
  const index = {
    id: 'demo',
    title: 'Demo',
    description: 'A demo.',
    status: { topic: 'topic', hint: 'hint', end: 'end' },
    footer: [],
    variables,
    scenes: ['a.json'],
  };
  const scene = { kind: 'slide', id: 'a', title: 'A', steps: [STEP], ...fields };
  const { story } = await compileStory(await makeFolder({ 'story.json': JSON.stringify(index), 'a.json': JSON.stringify(scene, null, 1) }));
  return story;
}

it('shows values of variables as they are, whether the build or the page fills them', async () => {
  const value = '**a** <b> [x](javascript:y) `c`';
  const variables = { closed: { value }, open: { value, open: true }, host: { value: 'https://example.com' } };
  const fields = { heading: '*{{closed}}*', subtitle: '**{{open}}**', bullets: ['[words]({{host}}/{{open}})', String.raw`\{{open}}`] };
  const [scene] = fillStory(await compileSlide(fields, variables)).scenes as unknown as SlideScene[];
  expect(scene?.heading).toEqual([{ style: 'emphasis', text: [value] }]);
  expect(scene?.subtitle).toEqual([{ style: 'strong', text: [value] }]);
  expect(scene?.bullets?.map(({ text }) => text)).toEqual([
    [{ style: 'link', href: `https://example.com/${value}`, text: ['words'] }],
    ['{{open}}'],
  ]);
});

it('refuses an address that a variable makes unsafe', async () => {
  const variables = { url: { value: 'javascript:alert(1)' }, open: { value: 'https://example.com', open: true } };
  for (const name of ['url', 'open'])
    await expect(compileSlide({ heading: `[x]({{${name}}})` }, variables)).rejects.toThrow(
      'a link to an address that starts with https://',
    );
});

it('reports every mistake at its line, with what to write instead', async () => {
  const fields = { heading: 'a <b>b</b>', bullets: ['one<br>two', { text: '![x](y.png)', bullets: ['[z](data:text/html,z)'] }], tabel: {} };
  const error = await compileSlide(fields).catch((reason: unknown) => reason);
  if (!(error instanceof StoryError)) throw new Error('The mistakes pass.');
  const lines = error.message.split('\n').slice(1);
  expect(lines.map((line) => /:(\d+):/u.exec(line)?.[1])).toEqual(['14', '16', '18', '20', '24']);
  expect(error.message).toContain('in place of <b> write **words**');
  expect(error.message).toContain('"table"');
});

import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { compileStory } from '../../src/compiler/compileStory';
import { parseJsonFile } from '../../src/compiler/story/parseJsonFile';
import { resolveVariables } from '../../src/compiler/story/resolveVariables';
import { fillText } from '../../src/core/variables';
import { formatJson } from '../../src/compiler/story/formatJson';
import type { HighlightedCode } from '../../src/core/story';
import { ROLES } from '../../src/core/roles';
import { makeFolder, SCENE, STORY } from '../support/folder';

const FILES = ['story.json', 'agent.json', 'cognito.json', 'sso.json', 'callback.json', 'comparison.json'];

test('the demo has 12 stops in five scenes', async () => {
  const { story, files } = await compileStory('scenes');
  expect(story.scenes.map(({ id, steps }) => [id, steps.length])).toEqual([
    ['agent', 2],
    ['cognito', 1],
    ['sso', 1],
    ['callback', 1],
    ['comparison', 7],
  ]);
  expect(files).toEqual([...FILES, 'wire.json'].map((name) => path.join('scenes', name)));
});

test('the story is plain data', async () => {
  const { story } = await compileStory('scenes');
  expect(JSON.parse(JSON.stringify(story))).toEqual(story);
  expect(JSON.stringify(story)).not.toContain('$schema');
});

test('the text of every code field is as written', async () => {
  const { story } = await compileStory('scenes');
  const sources = await Promise.all(
    FILES.slice(1).map(async (name) => JSON.parse(await readFile(path.join('scenes', name), 'utf8')) as unknown),
  );
  const index = parseJsonFile('story.json', await readFile(path.join('scenes', 'story.json')));
  const { values } = resolveVariables(index);
  const written = sources
    .flatMap((source) => objectsIn(source).filter(isCodeSource))
    .map(({ json, text }) => fillText(json === undefined ? [text].flat().join('\n') : formatJson(json), values));
  const codes = objectsIn(story).filter(isCode);
  expect(written.length).toBeGreaterThan(6);
  expect(codes.map(({ lines }) => lines.map((line) => line.map(([token]) => token).join('')).join('\n'))).toEqual(written);
});

test('compiled code has roles and none of its source fields', async () => {
  const { story } = await compileStory('scenes');
  for (const code of objectsIn(story).filter(isCode)) {
    expect(Object.keys(code)).not.toEqual(expect.arrayContaining([expect.stringMatching(/^(lang|json|text|mark)$/u)]));
    for (const [token, role] of code.lines.flat()) {
      expect(ROLES).toContain(role);
      expect(token).not.toBe('');
    }
  }
});

test('highlights code by grammar, applies marks and fills defaults', async () => {
  const json = { error: 'forbidden', ok: [true, null], n: -1.5 };
  const block = {
    type: 'code',
    label: '// out',
    json,
    mark: [
      { text: 'forbidden', role: 'error' },
      { text: '"ok"', role: 'warn' },
    ],
  };
  const { story } = await compileStory(
    await makeFolder({ 'story.json': STORY, 'a.json': SCENE.replace('{ "type": "rule" }', JSON.stringify(block)) }),
  );
  expect(story).toMatchObject({ lang: 'en', timing: { key: 42, seed: 1 }, status: { scene: 'Scene {n} / {of}' } });
  expect((story.scenes[0]!.steps[0] as unknown as { blocks: unknown[] }).blocks[0]).toEqual({
    type: 'code',
    label: '// out',
    lines: [
      [['{', 'punctuation']],
      [
        ['  ', 'text'],
        ['"error"', 'key'],
        [':', 'punctuation'],
        [' ', 'text'],
        ['"', 'string'],
        ['forbidden', 'error'],
        ['"', 'string'],
        [',', 'punctuation'],
      ],
      [
        ['  ', 'text'],
        ['"ok"', 'warn'],
        [':', 'punctuation'],
        [' ', 'text'],
        ['[', 'punctuation'],
        ['true', 'number'],
        [',', 'punctuation'],
        [' ', 'text'],
        ['null', 'number'],
        ['],', 'punctuation'],
      ],
      [
        ['  ', 'text'],
        ['"n"', 'key'],
        [':', 'punctuation'],
        [' ', 'text'],
        ['-1.5', 'number'],
      ],
      [['}', 'punctuation']],
    ],
  });
});

test('highlights other languages, comments and empty lines', async () => {
  const block = { type: 'code', lang: 'bash', text: ['export A="b" # c', '', 'ls'] };
  const { story } = await compileStory(
    await makeFolder({ 'story.json': STORY, 'a.json': SCENE.replace('{ "type": "rule" }', JSON.stringify(block)) }),
  );
  const [code] = objectsIn(story).filter(isCode);
  expect(code!.lines).toEqual([
    [
      ['export', 'key'],
      [' A', 'text'],
      ['=', 'punctuation'],
      ['"b"', 'string'],
      [' ', 'text'],
      ['# c', 'comment'],
    ],
    [],
    [['ls', 'text']],
  ]);
});

/** All objects in `value`, depth first. */
function objectsIn(value: unknown): object[] {
  if (typeof value !== 'object' || value === null) return [];
  const inside = Object.entries(value).flatMap(([key, each]) => (key === 'json' ? [] : objectsIn(each)));
  return [value, ...inside];
}

function isCodeSource(value: object): value is { json?: unknown; text?: string | string[] } {
  return 'json' in value || ('text' in value && 'label' in value && String(value.label).startsWith('//'));
}

function isCode(value: object): value is HighlightedCode {
  return 'lines' in value && Array.isArray(value.lines) && Array.isArray(value.lines[0]?.[0]);
}

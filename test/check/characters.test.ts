import { expect, test } from 'vitest';
import { charactersRule } from '../../src/check/rules/characters';
import { contrastRule } from '../../src/check/rules/contrast';
import { createCheckInput } from '../../src/check/checkInput';
import { compileStory } from '../../src/compiler/compileStory';
import { recordingScene, asciicastV3 } from '../support/recording';
import { makeFolder, STORY } from '../support/folder';
import { found, pageOf, storyOf } from './runRule';

/** Returns the files of a story with a recording that prints `outputs`, half a second apart. */
const recordedFiles = (...outputs: readonly string[]) => ({
  'story.json': STORY,
  'a.json': recordingScene(),
  'demo.cast': asciicastV3(outputs.map((output, index) => [index === 0 ? 0 : 0.5, 'o', output])),
});

const text = (line: string) => storyOf({ blocks: [{ type: 'text', lines: [line] }] });

test.each([
  ['words, marks and emoji the page brings', text('Ünïcode ✓ ● → 🔒 ⠋'), []],
  ['signs and emoji the build cuts a font for', text('⏺ ⎿ ✻ ⏵ ⚙ ➜ \ue0b0 \uf115 \u{1fb00} Ж ⚠️ 🫠 👩‍💻 👍🏽 🇭🇰 1️⃣'), []],
  ['an emoji newer than the font', text('🫩'), ['🫩 (U+1FAE9): each machine takes one of its own']],
  ['an emoji nobody draws', text('👩‍🚒‍💻'), ['no 👩‍🚒‍💻 (U+1F469 U+200D U+1F692 U+200D U+1F4BB): machines draw the parts one by one']],
  [
    'letters of another script',
    text('ที่นี่ ไทย'),
    [
      ': the page’s fonts have no ที่ (U+0E17 U+0E35 U+0E48), นี่ (U+0E19 U+0E35 U+0E48), ไ (U+0E44), ท (U+0E17), ย (U+0E22): ' +
        'each machine takes letters of its own',
    ],
  ],
  [
    'a recording with a letter no font has',
    recordedFiles('ok\r\n\u001b[31mཀ\u001b[0m'),
    ['warning a.json:6:11  file: the page’s fonts have no ཀ (U+0F40), first shown 0.0 s into stop 1 of the recording:'],
  ],
  [
    'a recording that shows a sign for a moment',
    recordedFiles('ok', '\u001b[2J\u{1fbcb}', '\u001b[2J\u001b[Hdone'),
    [
      'no \u{1fbcb} (U+1FBCB), first shown 0.5 s into stop 1 of the recording: ' +
        'each machine takes one of its own, or shows a box. Record again',
    ],
  ],
  ['a recording of what agents print', recordedFiles('⏺ Read\r\n  ⎿ ok \ue0b0 🫠 ⚠️ 👩‍💻 ⣿ \u{1fb00}'), []],
  ['a letter no font has', text('aཀbཀ'), ['warning a.json:17:7  steps[0].blocks[0].lines[0]: the page’s fonts have no ཀ (U+0F40):']],
  ['ideographs, which the build cuts a font for', text('漢字'), []],
  ['many of them', text('ཀཁགངཅཆཇ'), ['ཅ (U+0F45) and 2 more in this file:']],
  [
    'a flag of no country on a page',
    storyOf({ scenes: [pageOf('🇽🇽')] }),
    ['warning b.json:5:13  address: the page’s fonts have no 🇽🇽 (U+1F1FD U+1F1FD): machines draw the parts one by one, or letters'],
  ],
  [
    'a change of direction in JSON',
    storyOf({ blocks: [{ type: 'code', json: { who: 'a\u202Eb' } }] }),
    ['warning a.json:17:14  steps[0].blocks[0].json.who: U+202E is shown as an escape code'],
  ],
  ['notes, which the presenter’s own fonts show', storyOf({ steps: [{ notes: { say: 'ཀ', point: '🇭🇰' } }] }), []],
])('%s', async (_, files, findings) => {
  expect(await found(charactersRule, files)).toEqual(findings.map((words) => expect.stringContaining(words)));
});

test('reports each character once, and those of a file together', async () => {
  const files = storyOf({ blocks: [{ type: 'text', lines: ['ཀ', 'ཀཁ'] }], scenes: [pageOf('ཀ'), { ...pageOf('ཁག'), id: 'c' }] });
  expect(await found(charactersRule, files)).toEqual([
    expect.stringMatching(/^warning a\.json:17:7 .* no ཀ \(U\+0F40\), ཁ \(U\+0F41\):/u),
    expect.stringMatching(/^warning c\.json:5:13 .* no ག \(U\+0F42\):/u),
  ]);
});

test.each([
  ['a control character', 'a\u0007b'],
  ['a change of direction', 'a\u202Eb'],
  ['a line separator', 'a\u2028b'],
  ['half a surrogate pair', 'a\ud83d'],
])('the schema rejects %s', async (_, line) => {
  await expect(compileStory(await makeFolder(text(line)))).rejects.toThrow('cannot be shown');
});

test('the schema accepts clusters of every kind', async () => {
  const lines = ['👩‍💻', '👍🏽', '⚠️', '1️⃣', '🏴󠁧󠁢󠁳󠁣󠁴󠁿', '🇭🇰', 'x̂', 'नमस्ते', 'ที่', 'שָׁלוֹם', '\u1112\u1161'];
  await expect(compileStory(await makeFolder(storyOf({ blocks: [{ type: 'text', lines }] })))).resolves.toBeDefined();
});

test('compares the accents with the windows of both themes', async () => {
  const input = createCheckInput(await compileStory(await makeFolder(text('x'))), { skipped: '' });
  const of = (theme: (typeof input)['theme']) => contrastRule.check({ ...input, theme }).map(({ message }) => message);
  expect(of({ accent: '#ff5c9e' })).toEqual([]);
  expect(of({ accent: '#333344' })).toEqual([
    expect.stringMatching(/^theme\.accent: #333344 has a contrast of 1\.\d:1 against the dark .* shown as #[\da-f]{6}/u),
  ]);
  expect(of({ accent: '#ff5c9e', accentLight: '#ff5c9e' })).toEqual([
    expect.stringMatching(/^theme\.accentLight: .* against the light .* shown as #[\da-f]{6}/u),
  ]);
});

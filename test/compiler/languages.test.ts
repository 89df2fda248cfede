import { describe, expect, test } from 'vitest';
import { UNPRINTABLE } from '../../src/core/richText';
import { compileStory } from '../../src/compiler/compileStory';
import { describeStep } from '../../src/kinds/registry';
import { makeFolder } from '../support/folder';

/** A sentence for each way in which scripts combine characters. */
const SENTENCES: readonly (readonly [script: string, text: string])[] = [
  ['Thai, vowels above and below', 'สวัสดี นี่คือระบบของเรา'],
  ['Devanagari, conjuncts', 'नमस्ते, यह हमारा सिस्टम है'],
  ['Devanagari with joiners', 'क्\u200Dष क्\u200Cष'],
  ['pointed Hebrew', 'בְּרֵאשִׁית בָּרָא'],
  ['Persian with ZWNJ', 'می\u200Cخواهم وارد شوم'],
  ['Urdu', 'سسٹم میں خوش آمدید'],
  ['vocalised Arabic', 'بِسْمِ اللَّهِ'],
  ['Arabic with a direction mark', 'C++\u200F لغة'],
  ['Tamil', 'உள்நுழைவு வெற்றி'],
  ['Khmer with zero-width spaces', 'ប្រព័ន្ធ\u200Bរបស់\u200Bយើង'],
  ['Tibetan', 'བོད་སྐད་'],
  ['Vietnamese, decomposed', 'tie\u0302\u0301ng Vie\u0323\u0302t'],
  ['a letter with a mark that nothing composes', 'x̂'],
  ['an emoji sequence with ZWJ', '👩‍💻'],
  ['a variation selector', '⚠️ 葛\u{E0100}'],
];

const storyOf = (text: string): Readonly<Record<string, string>> => ({
  'story.json': JSON.stringify({
    id: 'words',
    title: text,
    description: text,
    status: { topic: text, hint: text, end: text, scene: text },
    footer: [text, { text, href: 'https://example.com' }],
    variables: { closed: { value: text } },
    scenes: ['terminal.json', 'page.json', 'board.json'],
  }),
  'terminal.json': JSON.stringify({
    kind: 'terminal',
    id: 'terminal',
    title: text,
    window: text,
    steps: [
      {
        title: text,
        notes: { say: text, point: text },
        blocks: [
          { type: 'say', who: text, role: 'agent', text: [text] },
          { type: 'code', json: { [text]: text } },
        ],
      },
    ],
  }),
  'page.json': JSON.stringify({
    kind: 'callback',
    id: 'page',
    title: text,
    address: text,
    mark: text,
    heading: text,
    tagline: text,
    rows: [
      { label: text, value: text },
      { label: `${text} 2`, tags: [text] },
    ],
    done: '{{closed}}',
    leave: { text, ms: 500 },
    steps: [{ title: text, notes: { say: `${text}\n${text}`, point: text } }],
  }),
  'board.json': JSON.stringify({
    kind: 'comparison',
    id: 'board',
    title: text,
    window: text,
    steps: [
      {
        title: text,
        notes: { say: text, point: text },
        panel: {
          tone: 'good',
          heading: text,
          title: text,
          body: [
            { type: 'points', mark: text, items: [text] },
            { type: 'code', code: { label: text, text: [text] } },
          ],
        },
        closing: text,
      },
    ],
  }),
});

describe('texts of pages, boards, bars, titles and notes', () => {
  test.each(SENTENCES)('accept %s', async (_, text) => {
    const { story } = await compileStory(await makeFolder(storyOf(text)));
    expect(story.title).toBe(text.normalize('NFC'));
    expect(story.scenes[1]).toMatchObject({ steps: [{ notes: { point: story.title } }] });
    // The heading, and the line below the table, which is a variable.
    expect(describeStep(story.scenes[1]!, 0).textLines.filter((line) => line === story.title).length).toBeGreaterThanOrEqual(2);
  });

  test.each([
    ['an override of direction', '\u202E'],
    ['an embedding that is never closed', '\u202B'],
    ['an isolate', '\u2067'],
    ['a control character', '\u001B'],
    ['half a surrogate pair', '\uD83D'],
  ])('reject %s and name it', async (_, char) => {
    const code = char.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0');
    await expect(compileStory(await makeFolder(storyOf(`a${char}b`)))).rejects.toThrow(`U+${code} at position 2 cannot be shown`);
  });
});

test('accepts every letter, mark, digit and symbol of Unicode and rejects control characters', () => {
  for (let code = 0; code <= 0x10ffff; code += 1) {
    const char = String.fromCodePoint(code);
    if (/[\p{L}\p{M}\p{N}\p{S}\p{P}\p{Zs}]/u.test(char) && UNPRINTABLE.test(char)) throw new Error(`U+${code.toString(16)} is refused`);
    if (/[\p{Cc}\p{Cs}\p{Zl}\p{Zp}]/u.test(char) && !UNPRINTABLE.test(char)) throw new Error(`U+${code.toString(16)} is taken`);
  }
});

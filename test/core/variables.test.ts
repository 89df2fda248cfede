import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { UNPRINTABLE } from '../../src/core/richText';
import { fillStory, queryOverrides, referencesIn } from '../../src/core/variables';

const story = {
  title: 'Hello {{user}}',
  scenes: [{ id: 'a', text: ['{{user}} at {{company}}', { deep: '\\{{user}} stays, {{unknown}} too' }], count: 3, on: true, none: null }],
  variables: { user: { value: 'dev', open: true }, company: { value: 'Example', open: false } },
};

describe('fillStory', () => {
  it('puts the values in wherever a text refers to them', () => {
    const filled = fillStory(story);
    expect(filled.title).toBe('Hello dev');
    expect(filled.scenes[0]).toEqual({
      id: 'a',
      text: ['dev at Example', { deep: '{{user}} stays, {{unknown}} too' }],
      count: 3,
      on: true,
      none: null,
    });
  });

  it('takes the address’s word for open variables, and for those alone', () => {
    expect(fillStory(story, new URLSearchParams('?user=ann&company=Evil')).scenes[0]?.text[0]).toBe('ann at Example');
  });

  it('leaves the story it was given as it was', () => {
    const before = JSON.stringify(story);
    fillStory(story, new URLSearchParams('?user=ann'));
    expect(JSON.stringify(story)).toBe(before);
  });

  it('makes nothing anew that refers to nothing', () => {
    const [scene] = story.scenes;
    const plain = { ...story, title: 'Hello', scenes: [{ ...scene, text: ['dev', { deep: 'stays' }] }] };
    expect(fillStory(plain)).toBe(plain);
    const half = { ...plain, title: '{{user}}' };
    expect(fillStory(half).scenes).toBe(plain.scenes);
    expect(fillStory(half).title).toBe('dev');
  });

  it('keeps a field of any name a field', () => {
    const odd = { ...story, odd: JSON.parse('{"__proto__": "{{user}}", "other": 1}') as Record<string, unknown> };
    expect(Object.entries(fillStory(odd).odd)).toEqual([
      ['__proto__', 'dev'],
      ['other', 1],
    ]);
  });
});

describe('overridesIn', () => {
  it.each([
    ['?user=', undefined],
    ['?user=%20%20', undefined],
    ['?other=1', undefined],
    ['', undefined],
    ['?user=%1b[31mred', '[31mred'],
    ['?user=a%0d%0ab%00', 'ab'],
    ['?user=%F0%9F%91%A9%E2%80%8D%F0%9F%92%BB', '👩\u200d💻'],
    [`?user=${encodeURIComponent(`a\u202eb${'👩\u200d💻'.repeat(40)}`)}`, `ab${'👩\u200d💻'.repeat(26)}`],
    ['?user=<img src=x onerror=alert(1)>', '<img src=x onerror=alert(1)>'],
    ['?user={{company}}', '{{company}}'],
    ['?user=%E0%A4%A', '\uFFFD%A'],
  ])('reads %s as %s', (search, value) => {
    expect(queryOverrides(story.variables, new URLSearchParams(search)).get('user')).toBe(value);
  });

  it('lets nothing through that the terminal cannot show, whatever comes', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (value) => {
        const given = queryOverrides(story.variables, new URLSearchParams({ user: value })).get('user') ?? 'x';
        expect(UNPRINTABLE.test(given)).toBe(false);
        expect(Array.from(given).length).toBeLessThanOrEqual(80);
        expect(given.trim()).not.toBe('');
      }),
      { numRuns: 1000 },
    );
  });
});

it('finds references, and no escapes', () => {
  expect(referencesIn('a {{b}} \\{{c}} {{ d }} {{e-f}} {{.g}}').map(({ name }) => name)).toEqual(['b', 'e-f']);
});

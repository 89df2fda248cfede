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
  it('replaces every reference by its value, except escaped and unknown ones', () => {
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

  it('takes values of open variables from the query, and of no others', () => {
    expect(fillStory(story, new URLSearchParams('?user=ann&company=Evil')).scenes[0]?.text[0]).toBe('ann at Example');
  });

  it('does not change the story it is given', () => {
    const before = JSON.stringify(story);
    fillStory(story, new URLSearchParams('?user=ann'));
    expect(JSON.stringify(story)).toBe(before);
  });

  it('returns the same objects where nothing is replaced', () => {
    const [scene] = story.scenes;
    const withoutReferences = { ...story, title: 'Hello', scenes: [{ ...scene, text: ['dev', { deep: 'stays' }] }] };
    expect(fillStory(withoutReferences)).toBe(withoutReferences);
    const withReference = { ...withoutReferences, title: '{{user}}' };
    expect(fillStory(withReference).scenes).toBe(withoutReferences.scenes);
    expect(fillStory(withReference).title).toBe('dev');
  });

  it('keeps a field named __proto__', () => {
    const withProto = { ...story, fields: JSON.parse('{"__proto__": "{{user}}", "other": 1}') as Record<string, unknown> };
    expect(Object.entries(fillStory(withProto).fields)).toEqual([
      ['__proto__', 'dev'],
      ['other', 1],
    ]);
  });
});

describe('queryOverrides', () => {
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

  it('returns only printable values of at most 80 characters', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (value) => {
        const result = queryOverrides(story.variables, new URLSearchParams({ user: value })).get('user') ?? 'x';
        expect(UNPRINTABLE.test(result)).toBe(false);
        expect(Array.from(result).length).toBeLessThanOrEqual(80);
        expect(result.trim()).not.toBe('');
      }),
      { numRuns: 1000 },
    );
  });
});

it('referencesIn finds references, and no escaped ones', () => {
  expect(referencesIn('a {{b}} \\{{c}} {{ d }} {{e-f}} {{.g}}').map(({ name }) => name)).toEqual(['b', 'e-f']);
});

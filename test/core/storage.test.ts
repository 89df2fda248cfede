import { describe, expect, it } from 'vitest';
import { folderOf, storageKey, storedText } from '../../src/core/storage';

it.each([
  ['/', '/'],
  ['/index.html', '/'],
  ['/talks/demo/', '/talks/demo/'],
  ['/talks/demo/index.html', '/talks/demo/'],
  ['/talks/d%C3%A9mo%201/standalone.html', '/talks/d%C3%A9mo%201/'],
])('folderOf(%s) is %s', (pathname, folder) => {
  expect(folderOf(pathname)).toBe(folder);
});

describe('storedText', () => {
  const storage = (values: Readonly<Record<string, string>>) => ({ getItem: (key: string) => values[key] ?? null });

  it('has a different key for each folder, story and name', () => {
    const keys = ['/', '/a/', '/a/b/'].flatMap((folder) =>
      ['talk', 'b'].flatMap((story) => ['settings', 'rehearsal'].map((name) => storageKey(folder, story, name))),
    );
    expect(new Set(keys).size).toBe(keys.length);
  });

  it.each([
    [{}, null],
    [{ 'understudy:talk:settings': 'old' }, 'old'],
    [{ 'understudy:/a/talk:settings': 'own' }, 'own'],
    [{ 'understudy:/a/talk:settings': 'own', 'understudy:talk:settings': 'old' }, 'own'],
    // A cleared value hides the value under the old key.
    [{ 'understudy:/a/talk:settings': 'null', 'understudy:talk:settings': 'old' }, 'null'],
    [{ 'understudy:/b/talk:settings': 'other' }, null],
    [{ 'understudy:/a/other:settings': 'other' }, null],
  ])('of %j is %j', (values, text) => {
    expect(storedText(storage(values), '/a/', 'talk', 'settings')).toBe(text);
  });
});

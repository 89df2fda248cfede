import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { QUERY_NAMES } from '../../src/core/query';

/** What the browser runs. */
const SOURCES = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .filter((file) => /\.tsx?$/u.test(file) && !/^(?:project|compiler|fonts|vite|chromium|check|export|cli)\b/u.test(file))
  .map((file) => ({ file: file.replaceAll(path.sep, '/'), text: readFileSync(path.join('src', file), 'utf8') }));

describe('QUERY_NAMES', () => {
  it('types every query of an address, so that the compiler refuses a name that is not in the list', () => {
    const untyped = SOURCES.flatMap(({ file, text }) =>
      text
        .split('\n')
        .filter(
          (line) =>
            /new URLSearchParams|\.searchParams/u.test(line) && !/^\s*const \w+: (PageQuery|Query|PageQuery & Query) = /u.test(line),
        )
        .map((line) => `${file}: ${line.trim()}`),
    );
    expect(untyped).toEqual([]);
  });

  it('lists no unused name', () => {
    const all = SOURCES.map(({ text }) => text).join('\n');
    const read = new Set([...all.matchAll(/\b(?:query|wishes)\.(?:get|has)\('([\w-]+)'\)/gu)].map(([, name]) => name));
    expect([...read].toSorted()).toEqual([...QUERY_NAMES].toSorted());
  });
});

import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { QUERY_NAMES } from '../../src/core/query';

/** Source files that run in the browser. */
const SOURCES = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .filter(
    (file) => /\.tsx?$/u.test(file) && !/^(?:project|compiler|fonts|vite|chromium|check|export|import|cli|kinds.\w+.compile)\b/u.test(file),
  )
  .map((file) => ({ file: file.replaceAll(path.sep, '/'), text: readFileSync(path.join('src', file), 'utf8') }));

describe('QUERY_NAMES', () => {
  it('is enforced by the type of every query in the sources', () => {
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

  it('has exactly the names that the sources read', () => {
    const all = SOURCES.map(({ text }) => text).join('\n');
    const namesRead = new Set([...all.matchAll(/\bquery\.(?:get|has)\('([\w-]+)'\)/gu)].map(([, name]) => name));
    expect([...namesRead].toSorted()).toEqual([...QUERY_NAMES].toSorted());
  });
});

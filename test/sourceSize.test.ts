import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';

const MAX_LINE_LENGTH = 140;
const MAX_LINES = 250;

const SOURCE_FILE = /\.(?:tsx?|mjs|jsx?|css|html)$/u;

/** Installed or built; src/fonts/*.json, licences and lockfiles are no source files. */
const EXCLUDED = ['bench/node_modules/', 'bench/dist/'];

function sourceFiles(...folders: string[]): string[] {
  return folders
    .flatMap((folder) => readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => path.posix.join(folder, name)))
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => SOURCE_FILE.test(file) && !EXCLUDED.some((excluded) => file.startsWith(excluded)));
}

function linesOf(file: string): string[] {
  return readFileSync(file, 'utf8').trimEnd().split('\n');
}

test(`no line is longer than ${MAX_LINE_LENGTH} characters`, () => {
  const long = sourceFiles('src', 'tools', 'bench', 'test').flatMap((file) =>
    linesOf(file).flatMap((line, index) => (Array.from(line).length > MAX_LINE_LENGTH ? [`${file}:${index + 1}`] : [])),
  );
  expect(long).toEqual([]);
});

test(`no file of src and tools has more than ${MAX_LINES} lines`, () => {
  expect(sourceFiles('src', 'tools').filter((file) => linesOf(file).length > MAX_LINES)).toEqual([]);
});

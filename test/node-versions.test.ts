import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';

const read = (file: string): string => readFileSync(file, 'utf8');
const json = <T>(file: string): T => JSON.parse(read(file)) as T;

interface Package {
  readonly engines?: { readonly node?: string };
  readonly optional?: boolean;
}

const ENGINES = json<Required<Package>>('package.json').engines.node ?? '';
/** The first version of each line that engines names: 20.19.0, 22.13.0, 24.0.0. */
const FIRST = ENGINES.split(' || ').map((each) => each.replace(/^\D+/u, ''));

/** Whether `version` is in `range`: alternatives of `^1.2.3`, `>=1.2.3` or `1`. */
function isIn(version: string, range: string): boolean {
  const parts = (text: string): readonly number[] => [0, 1, 2].map((at) => Number(text.replace(/^\D+/u, '').split('.')[at] ?? 0));
  const [major = 0, minor = 0, patch = 0] = parts(version);
  return range.split('||').some((part) => {
    const [lowMajor = 0, lowMinor = 0, lowPatch = 0] = parts(part.trim());
    const isNewEnough = major > lowMajor || (major === lowMajor && (minor > lowMinor || (minor === lowMinor && patch >= lowPatch)));
    return isNewEnough && (part.includes('>') || part.trim() === '*' || major === lowMajor);
  });
}

test('the documents name the versions of Node that package.json names', () => {
  const [low = '', middle = '', high = ''] = FIRST.map((version) => version.replace(/(?:\.0)+$/u, ''));
  const sentence = `${low} or later, ${middle} or later, or ${high} and newer`;
  expect(FIRST).toHaveLength(3);
  for (const file of ['README.md', 'CONTRIBUTING.md', 'docs/authoring.md'])
    expect(read(file).replaceAll(/\s+/gu, ' '), file).toContain(sentence);
  const named = [
    'README.md',
    'CONTRIBUTING.md',
    ...readdirSync('docs')
      .filter((name) => name.endsWith('.md') && name !== 'benchmarks.md')
      .map((name) => path.join('docs', name)),
  ];
  for (const file of named)
    expect(read(file).match(/Node(?:\.js)?\]?(?:\(\S+\))? \d+(?:\.\d+)*/gu) ?? [], file).toEqual(
      read(file).includes(sentence) ? [expect.stringMatching(/ 20\.19$/u)] : [],
    );
});

test('the lockfile, the version for contributors and the workflows agree with package.json', () => {
  const { packages } = json<{ readonly packages: Readonly<Record<string, Package>> }>('package-lock.json');
  expect(packages['']?.engines?.node).toBe(ENGINES);
  expect(FIRST.map((version) => version.split('.')[0])).toContain(read('.nvmrc').trim());
  for (const name of readdirSync('.github/workflows')) {
    const uses = read(path.join('.github/workflows', name)).match(/node-version\S*: .*/gu) ?? [];
    expect(
      uses.every((each) => each === 'node-version-file: .nvmrc'),
      name,
    ).toBe(true);
  }
});

test('every package that is installed runs on the first of those versions', () => {
  const { packages } = json<{ readonly packages: Readonly<Record<string, Package>> }>('package-lock.json');
  const needed = Object.entries(packages).filter(([name, { optional }]) => name !== '' && !optional);
  const refused = needed.flatMap(([name, { engines }]) =>
    FIRST.filter((version) => engines?.node !== undefined && !isIn(version, engines.node)).map((version) => `${name} ${version}`),
  );
  expect(refused).toEqual([]);
});

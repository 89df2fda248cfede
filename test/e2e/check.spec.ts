import { spawnSync } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { expect, test } from '@playwright/test';

/** A story of two stops: the first page fits the stage, and the rows of the second do not. */
const NAMES = ['story', 'fits', 'overflows', 'many', 'few'];
const page = (id: string, rows: number) => ({
  kind: 'callback',
  id,
  title: id,
  address: 'localhost:9876/callback',
  mark: '✓',
  heading: 'Done',
  tagline: 'It worked.',
  rows: Array.from({ length: rows }, (_, row) => ({ label: `Row ${row}`, value: `value ${row}` })),
  done: `The end of ${id}.`,
  steps: [{ title: 'Page', notes: { say: `Say ${id}.`, point: 'There.' } }],
});
/** A sign-in page with `fields` fields, and with or without its optional parts. */
const signIn = (id: string, fields: number, others: object) => ({
  kind: 'sso',
  id,
  title: id,
  address: 'sso.example.com',
  look: { brand: '#767676' },
  logo: 'ACME',
  name: 'Example Corp',
  fields: Array.from({ length: fields }, (_, field) => ({ label: `Field ${field}`, value: `value ${field}` })),
  submit: 'Sign in',
  steps: [{ title: `Page ${id}`, notes: { say: `Say ${id}.`, point: 'Here.' } }],
  ...others,
});
const ALL = { tagline: 'Tag', pill: 'SAML', note: 'Note', remember: 'Remember me', forgot: 'Forgot?', hint: 'Click', foot: 'Foot' };
const story = {
  id: 'overflow',
  title: 'Overflow',
  description: 'A page that is too long.',
  status: { topic: 'topic', hint: 'hint', end: 'an end that goes on and on '.repeat(4) },
  footer: [],
  scenes: ['fits.json', 'overflows.json', 'many.json', 'few.json'],
};

test('npm run check reports what the stage cuts off, with its place in the story, and leaves dist/ unchanged', async () => {
  const folder = await mkdtemp(path.join(tmpdir(), 'understudy-'));
  const before = await readFile('dist/index.html', 'utf8');
  try {
    for (const [at, data] of [story, page('fits', 3), page('overflows', 14), signIn('many', 6, ALL), signIn('few', 0, {})].entries())
      await writeFile(path.join(folder, `${NAMES[at]}.json`), JSON.stringify(data));
    const { status, stdout } = spawnSync(process.execPath, ['src/cli/understudy.mjs', 'check', folder], { encoding: 'utf8' });
    const [title, ...found] = stdout.trim().split('\n');
    expect(title).toBe('Errors:');
    expect(found).toEqual([
      expect.stringMatching(/overflows\.json:1:\d+ {2}\S+: at 1280×720 “.+” is cut off by \d+ px, and \d+ more; the room cannot scroll/u),
      '',
      'Warnings:',
      expect.stringMatching(/story\.json:1:\d+ {2}status\.end: takes more than one row at 1280×720/u),
      '',
      '1 error, 1 warning',
    ]);
    expect(status).toBe(1);
    expect(await readFile('dist/index.html', 'utf8')).toBe(before);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});

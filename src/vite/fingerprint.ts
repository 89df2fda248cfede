import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { HtmlTagDescriptor } from 'vite';
import type { CompiledProject } from '../config/compileProject';
import { IS_PACKAGED, ROOT } from '../project/project.mjs';
import { listFiles } from './listFiles.ts';

/** The sources of the page except the story. In the package, its version stands for them. */
const SOURCES = IS_PACKAGED ? ['package.json'] : ['src', 'public', 'index.html', 'vite.config.ts', 'package-lock.json'];

const META_NAME = 'understudy-build';

/** What a page is built from, besides the sources of this project. */
export interface PageSource extends Pick<CompiledProject, 'wire' | 'moduleFiles'> {
  readonly story: CompiledProject['story'] | undefined;
}

/**
 * Hashes a compiled story, its own modules, the base of its page and the project's sources. Builds with equal fingerprints show the same
 * page (ADR 021).
 */
export async function computeFingerprint({ story, wire, moduleFiles }: PageSource, base = './'): Promise<string> {
  const hash = createHash('sha256').update(JSON.stringify([story, wire ?? null, base]));
  for (const file of moduleFiles.toSorted()) hash.update('\0').update(await readFile(file));
  for (const file of await sourceFiles()) hash.update(`\0${file}\0`).update(await readFile(path.join(ROOT, file)));
  return hash.digest('hex').slice(0, 16);
}

export function fingerprintTag(fingerprint: string): HtmlTagDescriptor {
  return { tag: 'meta', attrs: { name: META_NAME, content: fingerprint } };
}

/** Reads the fingerprint of a built page; undefined if there is no file or no fingerprint. */
export async function readFingerprint(page: string): Promise<string | undefined> {
  const html = await readFile(page, 'utf8').catch(() => '');
  return new RegExp(`<meta name="${META_NAME}" content="(\\w+)"`, 'u').exec(html)?.[1];
}

/** The files of {@link SOURCES}, relative to the project's root, sorted. */
async function sourceFiles(): Promise<readonly string[]> {
  const filesIn = (name: string): Promise<readonly string[]> =>
    listFiles(path.join(ROOT, name)).then(
      (files) => files.map((file) => `${name}/${file}`),
      () => [name],
    );
  return (await Promise.all(SOURCES.map(filesIn))).flat().sort();
}

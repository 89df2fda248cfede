import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { buildInto } from '../../src/vite/withBuild';
import { captureStory } from '../../test/support/captureStory';
import { playableHostilePages } from '../../test/support/hostilePages';

/** Builds a story of hostile pages, passes its folder to `work`, and removes it. */
export async function withHostilePages<T>(work: (dist: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(path.join(tmpdir(), 'understudy-hostile-'));
  try {
    const files = captureStory(playableHostilePages.map(({ html }, index) => ({ id: `page-${index}`, html })));
    for (const [name, content] of Object.entries(files)) {
      await mkdir(path.dirname(path.join(folder, 'scenes', name)), { recursive: true });
      await writeFile(path.join(folder, 'scenes', name), content);
    }
    await buildInto(path.join(folder, 'scenes'), path.join(folder, 'dist'));
    return await work(path.join(folder, 'dist'));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

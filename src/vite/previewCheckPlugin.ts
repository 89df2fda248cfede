import path from 'node:path';
import type { Plugin } from 'vite';
import { readFingerprint, computeFingerprint } from './fingerprint.ts';
import { commandLine } from '../project/project.mjs';
import { shortPath } from '../project/shortPath.ts';
import type { StoryLoader } from './storyLoader';
import { errorWithoutStack } from './viteError.ts';

/**
 * Compares the build that `npm run preview` serves with the story's files (ADR 021). If the build is of another story or out of date,
 * the server does not start if the story is required, and prints a warning otherwise. Without a build it does not start.
 */
export function previewCheckPlugin(source: StoryLoader, isStoryRequired: boolean, base?: string): Plugin {
  return {
    name: 'understudy:preview-check',
    async configurePreviewServer({ config }) {
      const dist = path.resolve(config.root, config.build.outDir);
      const built = await readFingerprint(path.join(dist, 'index.html'));
      if (built === undefined)
        throw errorWithoutStack(
          `There is no build in ${shortPath(dist)}. Build the story first: ${commandLine('build', shortPath(source.folder))}`,
        );
      await source.ready();
      if (source.story && !source.error && built === (await computeFingerprint(source, base))) return;
      const [build, folder] = [dist, source.folder].map(shortPath);
      const message = `${build} does not hold the story in ${folder} as its files are now. Build it first: ${commandLine('build', folder)}`;
      if (isStoryRequired) throw errorWithoutStack(message);
      config.logger.warn(`${message}\nServing the story that was built last.`);
    },
  };
}

import path from 'node:path';
import process from 'node:process';
import type { Plugin } from 'vite';
import { readFingerprint, computeFingerprint } from './fingerprint.ts';
import type { StoryLoader } from './storyLoader';
import { errorWithoutStack } from './viteError.ts';

/**
 * Compares the build that `npm run preview` serves with the story's files (ADR 021). If the build is of another story or out of date,
 * the server does not start when SCENES names the story, and prints a warning otherwise.
 */
export function previewCheckPlugin(source: StoryLoader): Plugin {
  return {
    name: 'understudy:preview-check',
    async configurePreviewServer({ config }) {
      const dist = path.resolve(config.root, config.build.outDir);
      const built = await readFingerprint(path.join(dist, 'index.html'));
      // Vite itself reports that nothing has been built.
      if (built === undefined) return;
      await source.ready();
      const { story, wire, error } = source;
      if (story && !error && built === (await computeFingerprint(story, wire))) return;
      const requested = process.env['SCENES'];
      const message =
        `${path.relative(config.root, dist)}/ does not hold the story in ${requested || 'scenes'} as its files are now. ` +
        'Build it first, with the same SCENES: npm run build';
      if (requested) throw errorWithoutStack(message);
      config.logger.warn(`${message}\nServing the story that was built last.`);
    },
  };
}

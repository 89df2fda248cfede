import path from 'node:path';
import process from 'node:process';
import type { Plugin } from 'vite';
import { readFingerprint, computeFingerprint } from './fingerprint.ts';
import type { StoryLoader } from './storyLoader';

/**
 * Compares the build that `npm run preview` serves with the story's files. Where SCENES asks for a story and the build holds
 * another one, or an older state of it, the server does not start; where SCENES asks for none, it says so and serves the build.
 */
export function previewCheckPlugin(source: StoryLoader): Plugin {
  return {
    name: 'understudy:preview-check',
    async configurePreviewServer({ config }) {
      const dist = path.resolve(config.root, config.build.outDir);
      const built = await readFingerprint(path.join(dist, 'index.html'));
      // Vite itself says that nothing has been built.
      if (built === undefined) return;
      await source.ready();
      const { story, wire, error } = source;
      if (story && !error && built === (await computeFingerprint(story, wire))) return;
      const asked = process.env['SCENES'];
      const message = `${path.relative(config.root, dist)}/ does not hold the story in ${asked || 'scenes'} as its files are now. Build it first, with the same SCENES: npm run build`;
      if (!asked) {
        config.logger.warn(`${message}\nServing the story that was built last.`);
        return;
      }
      const refusal = new Error(message);
      // Vite prints the stack, which would bury the sentence.
      refusal.stack = `${refusal.name}: ${message}`;
      throw refusal;
    },
  };
}

import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Plugin } from 'vite';
import { measureSizes, overBudget, formatSizes, type Budget } from './budget.ts';
import { ROOT } from '../project/root.ts';

/** The folder of the demo, whose size budget.json limits. */
const DEMO_FOLDER = path.join(ROOT, 'scenes');

/**
 * Prints what the first stop needs after a build. The demo in scenes/ is held to budget.json, with a warning here and a test;
 * another story may be as long as its author wants it.
 */
export function sizeCheckPlugin(folder: string): Plugin {
  return {
    name: 'understudy:size-check',
    apply: (_, { command, mode }) => command === 'build' && mode !== 'standalone',
    writeBundle: {
      order: 'post',
      async handler({ dir }) {
        const budget = folder === DEMO_FOLDER ? (JSON.parse(await readFile(path.join(ROOT, 'budget.json'), 'utf8')) as Budget) : {};
        const sizes = await measureSizes(dir ?? path.join(ROOT, 'dist'));
        this.environment.logger.info(`\n${formatSizes(sizes, budget)}\n`);
        const over = overBudget(sizes, budget);
        if (over.length > 0) this.environment.logger.warn(`Over the budget in budget.json: ${over.join(', ')}.\n`);
      },
    },
  };
}

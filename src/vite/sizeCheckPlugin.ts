import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Plugin } from 'vite';
import { measureSizes, overBudget, formatSizes, type Budget } from './budget.ts';
import { ROOT } from '../project/root.ts';

/** The demo's folder. */
const DEMO_FOLDER = path.join(ROOT, 'scenes');

/** Prints the sizes of the first stop after a build, with a warning where the demo exceeds budget.json. Other stories have no limit. */
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

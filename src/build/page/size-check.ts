import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Plugin } from 'vite';
import { measure, overBudget, report, type Budget } from '../budget.ts';
import { ROOT } from './root.ts';

/**
 * Prints what the first stop needs after a build, and warns when that is over budget.json. It is no more than a warning: a
 * story may be as long as its author wants it. A test holds the demo to the budget.
 */
export function sizeCheck(): Plugin {
  return {
    name: 'understudy:size-check',
    apply: (_, { command, mode }) => command === 'build' && mode !== 'standalone',
    writeBundle: {
      order: 'post',
      async handler({ dir }) {
        const budget = JSON.parse(await readFile(path.join(ROOT, 'budget.json'), 'utf8')) as Budget;
        const sizes = await measure(dir ?? path.join(ROOT, 'dist'));
        this.environment.logger.info(`\n${report(sizes, budget)}\n`);
        const over = overBudget(sizes, budget);
        if (over.length > 0) this.environment.logger.warn(`Over the budget in budget.json: ${over.join(', ')}.\n`);
      },
    },
  };
}

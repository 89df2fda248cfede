import type { BlockDefinition, BlockOf } from '../block';

export const ruleBlock: BlockDefinition<BlockOf<'rule'>> = {
  elements: (_, scheduler) => [{ kind: 'rule', at: scheduler.line('─')[0]?.at ?? 0 }],
  textLines: () => [],
};

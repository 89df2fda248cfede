import type { Block } from '../core/story';
import type { BlockDefinition, BlockOf } from './block';
import { badgeBlock } from './badge/block';
import { boxBlock } from './box/block';
import { clearBlock } from './clear/block';
import { codeBlock } from './code/block';
import { listBlock } from './list/block';
import { logBlock } from './log/block';
import { progressBlock } from './progress/block';
import { ruleBlock } from './rule/block';
import { sayBlock } from './say/block';
import { shellBlock } from './shell/block';
import { spinnerBlock } from './spinner/block';
import { tableBlock } from './table/block';
import { textBlock } from './text/block';
import { treeBlock } from './tree/block';

const BLOCKS: { readonly [Type in Block['type']]: BlockDefinition<BlockOf<Type>> } = {
  shell: shellBlock,
  say: sayBlock,
  box: boxBlock,
  list: listBlock,
  badge: badgeBlock,
  code: codeBlock,
  text: textBlock,
  table: tableBlock,
  tree: treeBlock,
  log: logBlock,
  progress: progressBlock,
  rule: ruleBlock,
  clear: clearBlock,
  spinner: spinnerBlock,
};

/** Returns the definition of the type of `block`. ADR 038 */
export function blockDefinition({ type }: Block): BlockDefinition {
  return BLOCKS[type];
}

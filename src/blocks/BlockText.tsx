import type { ComponentType, ReactElement } from 'react';
import type { Block } from '../core/story';
import { blockLines } from '../core/terminal/blockLines';
import type { BlockOf, BlockTextProps } from './block';
import { BadgeText } from './badge/BadgeText';
import { CodeText } from './code/CodeText';
import { ListText } from './list/ListText';
import { SayText } from './say/SayText';
import { ShellText } from './shell/ShellText';
import { TableText } from './table/TableText';
import { TreeText } from './tree/TreeText';
import { TextLines } from './TextLines';

const Lines = ({ block }: BlockTextProps): ReactElement => <TextLines lines={blockLines(block)} />;

const TEXTS: { readonly [Type in Block['type']]: ComponentType<BlockTextProps<BlockOf<Type>>> } = {
  shell: ShellText,
  say: SayText,
  box: Lines,
  list: ListText,
  badge: BadgeText,
  code: CodeText,
  text: Lines,
  table: TableText,
  tree: TreeText,
  log: Lines,
  progress: Lines,
  rule: () => <hr />,
  clear: () => null,
  spinner: Lines,
};

/** Renders a block's text for readers without JavaScript, as lists, tables, code and paragraphs. */
export function BlockText({ block }: BlockTextProps): ReactElement {
  const Text = TEXTS[block.type] as ComponentType<BlockTextProps>;
  return <Text block={block} />;
}

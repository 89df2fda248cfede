import type { Block } from '../../core/story';
import { MARGIN_COLS } from '../../core/terminal/ansi';
import { createElements } from '../../core/terminal/elements';
import { terminalLayoutAt } from '../../core/terminal/terminalLayout';
import { layoutElements } from '../../core/terminal/layoutElements';
import { instantScheduler } from '../../core/terminal/outputScheduler';
import { textWidth } from '../../core/terminal/width';
import type { Stop, Timeline } from '../../core/timeline';
import { MIN_ROWS, NARROW_COLS, WIDE_COLS } from '../../terminal/grid';
import { valueAt } from '../../compiler/story/jsonPath';
import { pluralize } from '../../core/pluralize';
import { createFinding, quote, type Finding, type CheckRule } from '../finding';
import { movingPanes, stepLocation, type CheckInput } from '../checkInput';

const MAX_COMMAND_ROWS = 2;
/** JSON may take more rows than other code: its strings wrap at words, with an indent. */
const MAX_JSON_ROWS = 3;
/** Of {@link WIDE_COLS} columns; the command must fit beside the prompt. */
const MAX_PROMPT_COLUMNS = 40;

/** Compares what a step prints with the rows and columns of the terminal. */
export const terminalRule: CheckRule = {
  name: 'terminal',
  check: (input) => [
    ...input.timeline.stops.flatMap((stop) => [
      ...tallOutputFindings(input, input.timeline, stop, WIDE_COLS),
      ...movingPanes(stop).flatMap((pane) => tallOutputFindings(input, pane.timeline, pane.stop, NARROW_COLS)),
    ]),
    ...input.allStops.flatMap((stop) => (stop.blocks ?? []).flatMap((block, index) => wideBlockFindings(input, stop, block, index))),
  ],
};

function tallOutputFindings(input: CheckInput, timeline: Timeline, stop: Stop, cols: number): readonly Finding[] {
  if (!stop.blocks) return [];
  const { rows } = terminalLayoutAt(timeline, stop, cols);
  if (rows.length <= MIN_ROWS) return [];
  const first = rows.map((row) => row.map(({ text }) => text).join('')).find((text) => /[\p{L}\p{N}]/u.test(text)) ?? '';
  const message =
    `prints ${rows.length} rows, and the terminal shows ${MIN_ROWS}: ${quote(first)} scrolls away before anybody has read it. ` +
    'Make two steps of it';
  return [createFinding('warning', stepLocation(input, stop), message)];
}

function wideBlockFindings(input: CheckInput, stop: Stop, block: Block, index: number): readonly Finding[] {
  const { document, path } = stepLocation(input, stop);
  const warning = (keys: readonly PropertyKey[], message: string): Finding =>
    createFinding('warning', { document, path: [...path, 'blocks', index, ...keys] }, message);
  if (block.type === 'shell') {
    const columns = textWidth(block.prompt);
    const rows = countRows(block);
    const findings: Finding[] = [];
    if (columns > MAX_PROMPT_COLUMNS)
      findings.push(warning(['prompt'], `the prompt takes ${columns} of ${WIDE_COLS} columns and pushes the command away. Shorten it`));
    if (rows > MAX_COMMAND_ROWS) {
      const problem = `the command takes ${pluralize(rows, 'row')}, more than an audience follows while it is typed`;
      findings.push(warning(['command'], `${problem}. Shorten it, or let a script do the rest`));
    }
    return findings;
  }
  if (block.type !== 'code') return [];
  const at = block.tabs ? ['tabs', block.tabs.indexOf(block.show ?? '')] : [];
  const isJson = valueAt(document.value, [...path, 'blocks', index, ...at, 'json']) !== undefined;
  return block.lines.flatMap((line, number): Finding[] => {
    // Without the two rows of the box around it.
    const rows = countRows({ ...block, tabs: undefined, lines: [line] }) - 2;
    if (rows <= (isJson ? MAX_JSON_ROWS : 1)) return [];
    const message =
      `the line ${quote(line.map(([text]) => text).join(''))} takes ${pluralize(rows, 'row')} at ${WIDE_COLS} columns; ` +
      'code that wraps is hard to read aloud. Break it where it makes sense, or shorten it';
    return [warning([...at, ...(isJson ? ['json'] : ['text', number])], message)];
  });
}

function countRows(block: Block): number {
  return layoutElements(createElements([block], instantScheduler), WIDE_COLS - MARGIN_COLS).length;
}

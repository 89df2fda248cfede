import type { Block } from '../../core/story';
import { MARGIN_COLS } from '../../core/terminal/ansi';
import { createElements } from '../../core/terminal/elements';
import { terminalLayoutAt } from '../../core/terminal/terminalLayout';
import { layoutElements } from '../../core/terminal/layoutElements';
import { instantScheduler } from '../../core/terminal/outputScheduler';
import { textWidth } from '../../core/terminal/width';
import type { Stop } from '../../core/timeline';
import { MIN_ROWS, WIDE_COLS } from '../../terminal/grid';
import { valueAt } from '../../compiler/story/jsonPath';
import { pluralize, createFinding, quote, type Finding, type CheckRule } from '../finding';
import { stepLocation, type CheckInput } from '../checkInput';

/** Rows a command may take, and a line of laid-out JSON: its texts wrap at words, below where they begin. */
const MAX_COMMAND_ROWS = 2;
const MAX_JSON_ROWS = 3;
/** Cells a prompt may take, of 92: the command belongs in sight beside it. */
const MAX_PROMPT_COLUMNS = 40;

/** What a step prints, against the rows and columns there are. */
export const terminalRule: CheckRule = {
  name: 'terminal',
  description: `More than ${MIN_ROWS} rows printed by one step, lines of code that wrap at ${WIDE_COLS} columns, commands and prompts that are too long (warning).`,
  check: (subject) =>
    subject.timeline.stops.flatMap((stop) => [
      ...tallOutputFindings(subject, stop),
      ...(stop.blocks ?? []).flatMap((block, index) => wideBlockFindings(subject, stop, block, index)),
    ]),
};

function tallOutputFindings(subject: CheckInput, stop: Stop): readonly Finding[] {
  if (!stop.blocks) return [];
  const { rows } = terminalLayoutAt(subject.timeline, stop, WIDE_COLS);
  const lost = rows.length - MIN_ROWS;
  if (lost <= 0) return [];
  const { document, path } = stepLocation(subject, stop);
  const first = rows.map((row) => row.map(({ text }) => text).join('')).find((text) => /[\p{L}\p{N}]/u.test(text)) ?? '';
  return [
    createFinding(
      'warning',
      document,
      path,
      `prints ${rows.length} rows, and the terminal shows ${MIN_ROWS}: ${quote(first)} scrolls away before anybody has read it. Make two steps of it`,
    ),
  ];
}

function wideBlockFindings(subject: CheckInput, stop: Stop, block: Block, index: number): readonly Finding[] {
  const { document, path } = stepLocation(subject, stop);
  const warning = (keys: readonly PropertyKey[], words: string): Finding =>
    createFinding('warning', document, [...path, 'blocks', index, ...keys], words);
  if (block.type === 'shell') {
    const [cells, rows] = [textWidth(block.prompt), countRows(block)];
    return [
      ...(cells > MAX_PROMPT_COLUMNS
        ? [warning(['prompt'], `the prompt takes ${cells} of ${WIDE_COLS} columns and pushes the command away. Shorten it`)]
        : []),
      ...(rows > MAX_COMMAND_ROWS
        ? [
            warning(
              ['command'],
              `the command takes ${pluralize(rows, 'row')}, more than an audience follows while it is typed. Shorten it, or let a script do the rest`,
            ),
          ]
        : []),
    ];
  }
  if (block.type !== 'code') return [];
  const isJson = valueAt(document.value, [...path, 'blocks', index, 'json']) !== undefined;
  return block.lines.flatMap((line, at): Finding[] => {
    // The frame's own two rows are there however short the line is.
    const rows = countRows({ ...block, lines: [line] }) - 2;
    if (rows <= (isJson ? MAX_JSON_ROWS : 1)) return [];
    const words = line.map(([text]) => text).join('');
    return [
      warning(
        isJson ? ['json'] : ['text', at],
        `the line ${quote(words)} takes ${pluralize(rows, 'row')} at ${WIDE_COLS} columns; code that wraps is hard to read aloud. Break it where it makes sense, or shorten it`,
      ),
    ];
  });
}

/** Rows a block takes by itself. */
function countRows(block: Block): number {
  return layoutElements(createElements([block], instantScheduler), WIDE_COLS - MARGIN_COLS).length;
}

import type { Block } from '../../core/story';
import { MARGIN } from '../../core/terminal/ansi';
import { elementsOf } from '../../core/terminal/elements';
import { frameAt } from '../../core/terminal/terminalLayout';
import { layout } from '../../core/terminal/layoutElements';
import { still } from '../../core/terminal/outputScheduler';
import { textWidth } from '../../core/terminal/width';
import type { Stop } from '../../core/timeline';
import { MIN_ROWS, WIDE_COLS } from '../../terminal/grid';
import { valueAt } from '../../compiler/story/jsonPath';
import { count, finding, quoted, type Finding, type Rule } from '../finding';
import { stepOf, type Subject } from '../checkInput';

/** Rows a command may take, and a line of laid-out JSON: its texts wrap at words, below where they begin. */
const COMMAND_ROWS = 2;
const JSON_ROWS = 3;
/** Cells a prompt may take, of 92: the command belongs in sight beside it. */
const PROMPT_CELLS = 40;

/** What a step prints, against the rows and columns there are. */
export const terminal: Rule = {
  name: 'terminal',
  about: `More than ${MIN_ROWS} rows printed by one step, lines of code that wrap at ${WIDE_COLS} columns, commands and prompts that are too long (warning).`,
  check: (subject) =>
    subject.timeline.stops.flatMap((stop) => [
      ...tooTall(subject, stop),
      ...(stop.blocks ?? []).flatMap((block, index) => tooWide(subject, stop, block, index)),
    ]),
};

function tooTall(subject: Subject, stop: Stop): readonly Finding[] {
  if (!stop.blocks) return [];
  const { rows } = frameAt(subject.timeline, stop, WIDE_COLS);
  const lost = rows.length - MIN_ROWS;
  if (lost <= 0) return [];
  const { document, path } = stepOf(subject, stop);
  const first = rows.map((row) => row.map(({ text }) => text).join('')).find((text) => /[\p{L}\p{N}]/u.test(text)) ?? '';
  return [
    finding(
      'warning',
      document,
      path,
      `prints ${rows.length} rows, and the terminal shows ${MIN_ROWS}: ${quoted(first)} scrolls away before anybody has read it. Make two steps of it`,
    ),
  ];
}

function tooWide(subject: Subject, stop: Stop, block: Block, index: number): readonly Finding[] {
  const { document, path } = stepOf(subject, stop);
  const warning = (keys: readonly PropertyKey[], words: string): Finding =>
    finding('warning', document, [...path, 'blocks', index, ...keys], words);
  if (block.type === 'shell') {
    const [cells, rows] = [textWidth(block.prompt), rowsOf(block)];
    return [
      ...(cells > PROMPT_CELLS
        ? [warning(['prompt'], `the prompt takes ${cells} of ${WIDE_COLS} columns and pushes the command away. Shorten it`)]
        : []),
      ...(rows > COMMAND_ROWS
        ? [
            warning(
              ['command'],
              `the command takes ${count(rows, 'row')}, more than an audience follows while it is typed. Shorten it, or let a script do the rest`,
            ),
          ]
        : []),
    ];
  }
  if (block.type !== 'code') return [];
  const isJson = valueAt(document.value, [...path, 'blocks', index, 'json']) !== undefined;
  return block.lines.flatMap((line, at): Finding[] => {
    // The frame's own two rows are there however short the line is.
    const rows = rowsOf({ ...block, lines: [line] }) - 2;
    if (rows <= (isJson ? JSON_ROWS : 1)) return [];
    const words = line.map(([text]) => text).join('');
    return [
      warning(
        isJson ? ['json'] : ['text', at],
        `the line ${quoted(words)} takes ${count(rows, 'row')} at ${WIDE_COLS} columns; code that wraps is hard to read aloud. Break it where it makes sense, or shorten it`,
      ),
    ];
  });
}

/** Rows a block takes by itself. */
function rowsOf(block: Block): number {
  return layout(elementsOf([block], still), WIDE_COLS - MARGIN).length;
}

import { lineComments } from '../lineComments';
import type { Block } from '../story';
import { maxOf } from '../maxOf';
import type { RichText } from '../richText';
import type { BidiContext } from './bidiLayout';
import type { TerminalElement, TimedRun, TextStyle } from './timedRun';
import { textWidth } from './width';
import type { OutputScheduler } from './outputScheduler';

/** What a list of blocks prints, in order, timed by `pacer`. A blank line parts blocks that are not `tight`. `script`: of stories with text from right to left. */
export function createElements(
  blocks: readonly Block[],
  scheduler: OutputScheduler,
  bidiContext?: BidiContext,
): readonly TerminalElement[] {
  return blocks.flatMap((block, index): readonly TerminalElement[] => {
    scheduler.pause(block.pause);
    const elements = bidiContext
      ? bidiContext.bidi.printBlock(block, scheduler, bidiContext.direction, blockElements)
      : blockElements(block, scheduler);
    return index === 0 || block.tight || blocks[index - 1]?.type === 'clear' ? elements : [{ kind: 'blank' }, ...elements];
  });
}

function blockElements(block: Block, scheduler: OutputScheduler): TerminalElement[] {
  switch (block.type) {
    case 'shell':
      return [line([...scheduler.line(`${block.prompt} `, { role: 'user', bold: true }), ...scheduler.type(block.command)], 2)];
    case 'say':
      return sayElements(block, scheduler);
    case 'box':
      return [
        {
          kind: 'frame',
          role: block.role ?? 'accent',
          hug: true,
          lines: block.lines.map((text) => ({ pieces: scheduler.line(text), hang: 0 })),
        },
      ];
    case 'list':
      return [
        ...(block.heading === undefined ? [] : [line(scheduler.line(block.heading, { role: 'info', bold: true }), 0)]),
        ...block.items.map((item) =>
          line(
            [...scheduler.line(`  ${item.mark} `, { role: item.role, bold: true }), ...scheduler.line(item.text)],
            3 + textWidth(item.mark),
          ),
        ),
      ];
    case 'badge': {
      const tag = scheduler.line(` ${block.label} `, { role: block.role, badge: true, bold: true });
      const hang = textWidth(block.label) + 3;
      return [
        line([...tag, ...scheduler.line([' ', ...asParts(block.text)], { role: block.role })], hang),
        ...(block.detail ?? []).map((text) => line(scheduler.line(text), 2)),
      ];
    }
    case 'code': {
      const comments = lineComments(block.lines);
      return [
        {
          kind: 'frame',
          role: block.role ?? 'dim',
          label: block.label,
          hug: false,
          lines: block.lines.map((tokens, index) => {
            const comment = comments[index];
            const indent = indentOf(tokens.map(([text]) => text).join(''));
            return {
              pieces: scheduler.line(tokens.map(([text, role]) => ({ text, role }))),
              hang: comment?.at === indent ? indent : indent + 2,
              comment,
            };
          }),
        },
      ];
    }
    case 'text':
      return block.lines.map((text) => line(scheduler.line(text), indentOf(typeof text === 'string' ? text : '')));
    case 'table': {
      const columns = maxOf(
        block.rows.map((row) => row.length),
        block.head?.length ?? 0,
      );
      const cells = (row: readonly RichText[], style: Partial<TextStyle> = {}): readonly (readonly TimedRun[])[] =>
        Array.from({ length: columns }, (_, column) => scheduler.line(row[column] ?? '', style));
      return [
        {
          kind: 'table',
          rows: [...(block.head ? [cells(block.head, { role: 'info', bold: true })] : []), ...block.rows.map((row) => cells(row))],
        },
      ];
    }
    case 'tree':
      return treeBranches(block.lines).map(({ lead, text }) =>
        line([...scheduler.line(lead, { role: 'dim' }), ...scheduler.line(text)], textWidth(lead) + 2),
      );
    case 'progress':
      return [
        line(
          [
            ...scheduler.line(block.text),
            ...scheduler.line(' '),
            ...scheduler.fill('█'.repeat(PROGRESS_BAR_COLS), block.ms, { role: block.role ?? 'info' }),
            ...scheduler.line(` ${block.done}`, { role: block.role ?? 'info', bold: true }),
          ],
          2,
        ),
      ];
    case 'clear':
      return [];
    case 'rule': {
      const [piece] = scheduler.line('─');
      return [{ kind: 'rule', at: piece?.at ?? 0 }];
    }
    case 'spinner':
      if (block.done) return [spinnerElement(block, block.done, scheduler)];
      return [
        line(
          [
            ...scheduler.line(`${block.frames[0] ?? ''} `, { role: block.role, bold: true }),
            ...scheduler.line(block.text, { role: block.role }),
          ],
          2,
        ),
      ];
  }
}

type Spinner = Extract<Block, { type: 'spinner' }>;

/** Cells of a full progress bar: as many as fit beside a few words on a phone. */
const PROGRESS_BAR_COLS = 20;

/** The lines of a tree with the branches that lead to them. */
function treeBranches(lines: readonly string[]): readonly { readonly lead: string; readonly text: string }[] {
  const depths = lines.map((each) => indentOf(each) / 2);
  return lines.map((each, index) => {
    const depth = depths[index] ?? 0;
    // Whether the entry at a depth above goes on below this line.
    const hasSibling = (level: number): boolean => {
      const next = depths.slice(index + 1).find((other) => other <= level);
      return next === level;
    };
    const trunk = Array.from({ length: Math.max(0, depth - 1) }, (_, above) => (hasSibling(above + 1) ? '│  ' : '   ')).join('');
    return { lead: depth === 0 ? '' : `${trunk}${hasSibling(depth) ? '├─ ' : '└─ '}`, text: each.trimStart() };
  });
}

/** A speaker’s label and words; lines after the first start below the first word. */
function sayElements(block: Extract<Block, { type: 'say' }>, scheduler: OutputScheduler): TerminalElement[] {
  const label = `${block.who} `;
  const hang = textWidth(label);
  return block.text.map((text, index) => {
    const lead: TimedRun[] = scheduler.line(index === 0 ? label : ' '.repeat(hang), { role: block.role, bold: true });
    return line([...lead, ...(block.typed ? scheduler.type(text) : scheduler.stream(text))], hang);
  });
}

/** A spinner that turns for its time, then gives its place to the line that says how it ended. */
function spinnerElement({ frames, role, text }: Spinner, done: NonNullable<Spinner['done']>, scheduler: OutputScheduler): TerminalElement {
  const interimRows = scheduler.spin(frames, text, { role }, done.ms);
  return {
    kind: 'wait',
    interimRows,
    pieces: [...scheduler.line(`${done.mark} `, { role: done.role, bold: true }), ...scheduler.line(done.text)],
    hang: textWidth(done.mark) + 1,
  };
}

function line(pieces: readonly TimedRun[], hang: number): TerminalElement {
  return { kind: 'line', pieces, hang };
}

function asParts(text: RichText): Exclude<RichText, string> {
  return typeof text === 'string' ? [text] : text;
}

function indentOf(text: string): number {
  return text.length - text.trimStart().length;
}

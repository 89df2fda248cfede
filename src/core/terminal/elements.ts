import { lineComments } from '../lineComments';
import type { Block } from '../story';
import { largest } from '../maxOf';
import type { RichText } from '../richText';
import type { Script } from './bidiLayout';
import type { Element, Piece, Style } from './timedRun';
import { textWidth } from './width';
import type { Pacer } from './outputScheduler';

/** What a list of blocks prints, in order, timed by `pacer`. A blank line parts blocks that are not `tight`. `script`: of stories with text from right to left. */
export function elementsOf(blocks: readonly Block[], pacer: Pacer, script?: Script): readonly Element[] {
  return blocks.flatMap((block, index): readonly Element[] => {
    pacer.pause(block.pause);
    const elements = script ? script.bidi.print(block, pacer, script.direction, blockElements) : blockElements(block, pacer);
    return index === 0 || block.tight || blocks[index - 1]?.type === 'clear' ? elements : [{ kind: 'blank' }, ...elements];
  });
}

function blockElements(block: Block, pacer: Pacer): Element[] {
  switch (block.type) {
    case 'shell':
      return [line([...pacer.line(`${block.prompt} `, { role: 'user', bold: true }), ...pacer.type(block.command)], 2)];
    case 'say':
      return sayElements(block, pacer);
    case 'box':
      return [
        {
          kind: 'frame',
          role: block.role ?? 'accent',
          hug: true,
          lines: block.lines.map((text) => ({ pieces: pacer.line(text), hang: 0 })),
        },
      ];
    case 'list':
      return [
        ...(block.heading === undefined ? [] : [line(pacer.line(block.heading, { role: 'info', bold: true }), 0)]),
        ...block.items.map((item) =>
          line([...pacer.line(`  ${item.mark} `, { role: item.role, bold: true }), ...pacer.line(item.text)], 3 + textWidth(item.mark)),
        ),
      ];
    case 'badge': {
      const tag = pacer.line(` ${block.label} `, { role: block.role, badge: true, bold: true });
      const hang = textWidth(block.label) + 3;
      return [
        line([...tag, ...pacer.line([' ', ...asParts(block.text)], { role: block.role })], hang),
        ...(block.detail ?? []).map((text) => line(pacer.line(text), 2)),
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
              pieces: pacer.line(tokens.map(([text, role]) => ({ text, role }))),
              hang: comment?.at === indent ? indent : indent + 2,
              comment,
            };
          }),
        },
      ];
    }
    case 'text':
      return block.lines.map((text) => line(pacer.line(text), indentOf(typeof text === 'string' ? text : '')));
    case 'table': {
      const columns = largest(
        block.rows.map((row) => row.length),
        block.head?.length ?? 0,
      );
      const cells = (row: readonly RichText[], style: Partial<Style> = {}): readonly (readonly Piece[])[] =>
        Array.from({ length: columns }, (_, column) => pacer.line(row[column] ?? '', style));
      return [
        {
          kind: 'table',
          rows: [...(block.head ? [cells(block.head, { role: 'info', bold: true })] : []), ...block.rows.map((row) => cells(row))],
        },
      ];
    }
    case 'tree':
      return branches(block.lines).map(({ lead, text }) =>
        line([...pacer.line(lead, { role: 'dim' }), ...pacer.line(text)], textWidth(lead) + 2),
      );
    case 'progress':
      return [
        line(
          [
            ...pacer.line(block.text),
            ...pacer.line(' '),
            ...pacer.fill('█'.repeat(BAR), block.ms, { role: block.role ?? 'info' }),
            ...pacer.line(` ${block.done}`, { role: block.role ?? 'info', bold: true }),
          ],
          2,
        ),
      ];
    case 'clear':
      return [];
    case 'rule': {
      const [piece] = pacer.line('─');
      return [{ kind: 'rule', at: piece?.at ?? 0 }];
    }
    case 'spinner':
      if (block.done) return [waitElement(block, block.done, pacer)];
      return [
        line(
          [...pacer.line(`${block.frames[0] ?? ''} `, { role: block.role, bold: true }), ...pacer.line(block.text, { role: block.role })],
          2,
        ),
      ];
  }
}

type Spinner = Extract<Block, { type: 'spinner' }>;

/** Cells of a full progress bar: as many as fit beside a few words on a phone. */
const BAR = 20;

/** The lines of a tree with the branches that lead to them. */
function branches(lines: readonly string[]): readonly { readonly lead: string; readonly text: string }[] {
  const depths = lines.map((each) => indentOf(each) / 2);
  return lines.map((each, index) => {
    const depth = depths[index] ?? 0;
    // Whether the entry at a depth above goes on below this line.
    const goesOn = (level: number): boolean => {
      const next = depths.slice(index + 1).find((other) => other <= level);
      return next === level;
    };
    const trunk = Array.from({ length: Math.max(0, depth - 1) }, (_, above) => (goesOn(above + 1) ? '│  ' : '   ')).join('');
    return { lead: depth === 0 ? '' : `${trunk}${goesOn(depth) ? '├─ ' : '└─ '}`, text: each.trimStart() };
  });
}

/** A speaker’s label and words; lines after the first start below the first word. */
function sayElements(block: Extract<Block, { type: 'say' }>, pacer: Pacer): Element[] {
  const label = `${block.who} `;
  const hang = textWidth(label);
  return block.text.map((text, index) => {
    const lead: Piece[] = pacer.line(index === 0 ? label : ' '.repeat(hang), { role: block.role, bold: true });
    return line([...lead, ...(block.typed ? pacer.type(text) : pacer.stream(text))], hang);
  });
}

/** A spinner that turns for its time, then gives its place to the line that says how it ended. */
function waitElement({ frames, role, text }: Spinner, done: NonNullable<Spinner['done']>, pacer: Pacer): Element {
  const drafts = pacer.turn(frames, text, { role }, done.ms);
  return {
    kind: 'wait',
    drafts,
    pieces: [...pacer.line(`${done.mark} `, { role: done.role, bold: true }), ...pacer.line(done.text)],
    hang: textWidth(done.mark) + 1,
  };
}

function line(pieces: readonly Piece[], hang: number): Element {
  return { kind: 'line', pieces, hang };
}

function asParts(text: RichText): Exclude<RichText, string> {
  return typeof text === 'string' ? [text] : text;
}

function indentOf(text: string): number {
  return text.length - text.trimStart().length;
}

import { Fragment, useMemo, useRef, type CSSProperties, type ReactElement } from 'react';
import { maxOf } from '../../core/maxOf';
import { textWidth } from '../../core/terminal/width';
import { BidiText } from '../parts/BidiText';
import { CodeRowView } from './CodeRowView';
import { SeverityIcon } from './SeverityIcon';
import { drawnRows, morphBetween, rowTop, type LeavingPiece } from './morph';
import type { CodeRow, EditorScene, Message, Pane } from './scene';
import { useHandScroll } from './useHandScroll';
import { useMorph } from './useMorph';
import { caretPlace, useTyping } from './useTyping';

interface CodePaneProps {
  readonly scene: EditorScene;
  readonly pane: Pane;
  /** The same file at the step before, from which the pane moves; undefined once it has. */
  readonly before: Pane | undefined;
  /** What is typed at this step is hidden while it waits, and appears while it plays. */
  readonly typing: 'waits' | 'plays' | 'done';
}

/** The code of a file, scrolled to what matters. Nothing is measured: places are rows and cells. ADR 050 */
export function CodePane({ scene, pane, before, typing }: CodePaneProps): ReactElement {
  const { lines, views } = scene;
  const rows = views[pane.view]!;
  const [first, end] = drawnRows(pane, rows.length);
  const keys = useMemo(() => rowKeys(rows.slice(first, end)), [rows, first, end]);
  const isTyping = pane.typed !== undefined && typing !== 'done';
  const morph = useMemo(() => (before && !isTyping ? morphBetween(scene, before, pane) : undefined), [scene, before, pane, isTyping]);
  const content = useRef<HTMLDivElement>(null);
  const columns = useMemo(() => widestOf(scene, pane), [scene, pane]);
  useHandScroll(content, pane, columns);
  useMorph(content, before !== undefined);
  useTyping(content, scene, pane, typing);
  const isFocused = (row: number): boolean => !pane.focus || pane.focus.some(([from, to]) => row >= from && row <= to);
  const digits = String(rows.at(-1)?.[1] ?? 1).length;
  const caret = pane.typed && caretPlace(scene, pane, pane.typed);
  return (
    <div
      className={`editor__code${pane.focus ? ' editor__code--focus' : ''}${before?.focus ? ' editor__code--from-focus' : ''}`}
      style={
        {
          ...scrollVariables(pane, rows.length),
          ...scrollVariables(before ?? pane, views[(before ?? pane).view]!.length, '-from'),
          '--digits': Math.max(2, digits),
        } as CSSProperties
      }
    >
      <div ref={content} className="editor__content" style={{ '--first': first } as CSSProperties}>
        {rows.slice(first, end).map((row, index) => {
          const at = first + index;
          return (
            <Fragment key={keys[index]}>
              <CodeRowView
                row={row}
                pieces={lines[row[0]]!}
                at={at}
                top={rowTop(pane, at)}
                pane={pane}
                morph={morph}
                typed={isTyping ? pane.typed : undefined}
                isFocused={isFocused(at)}
              />
              {pane.messages?.map((message, entry) => message.row === at && <MessageView key={entry} message={message} />)}
            </Fragment>
          );
        })}
        {morph && (
          <div className="editor__leaving" aria-hidden="true">
            {morph.leaving.map((each) => (
              <Leaving key={`${each.piece[2]} ${each.row}`} leaving={each} />
            ))}
          </div>
        )}
        {caret && (
          <div className="editor__layer" aria-hidden="true">
            <i className="editor__caret" style={{ '--row-at': caret.row, '--column-at': caret.column } as CSSProperties} />
          </div>
        )}
      </div>
    </div>
  );
}

function Leaving({
  leaving: {
    piece: [text, role],
    row,
    column,
  },
}: {
  readonly leaving: LeavingPiece;
}): ReactElement {
  return (
    <span className="editor__gone" style={{ '--row-at': row, '--column-at': column, color: `var(--role-${role})` } as CSSProperties}>
      {text}
    </span>
  );
}

function MessageView({ message: { rows, severity, text } }: { readonly message: Message }): ReactElement {
  return (
    <div className={`editor__message editor__message--${severity}`} style={{ '--rows': rows } as CSSProperties}>
      <span className="editor__message-box" dir="auto">
        <SeverityIcon severity={severity} label={severity} />
        <span>
          <BidiText text={text} />
        </span>
      </span>
    </div>
  );
}

/** Returns the cells of the longest line. */
function widestOf({ lines, views }: EditorScene, { view }: Pane): number {
  return maxOf(views[view]!.map(([line]) => textWidth(lines[line]!.map(([text]) => text).join(''))));
}

/** Returns a key for each row: its line, and how many rows above show the same. So the elements of lines that move stay the same. */
function rowKeys(rows: readonly CodeRow[]): readonly string[] {
  const counts = new Map<number, number>();
  return rows.map(([line]) => {
    const count = counts.get(line) ?? 0;
    counts.set(line, count + 1);
    return `${line} ${count}`;
  });
}

/** Returns the numbers from which editor-code.css computes how far a pane is scrolled, on a stage of any size. */
function scrollVariables(pane: Pane, count: number, end = ''): Record<string, number> {
  const [from, to] = pane.scroll?.rows ?? [0, 0];
  const [left, right] = pane.scroll?.columns ?? [0, 0];
  const bottom = rowTop(pane, to + 1);
  return {
    [`--top${end}`]: rowTop(pane, from),
    [`--middle${end}`]: (rowTop(pane, from) + bottom) / 2,
    [`--total${end}`]: rowTop(pane, count),
    [`--left${end}`]: left,
    [`--right${end}`]: right + 1,
  };
}

import { memo, type CSSProperties, type ReactElement } from 'react';
import type { Role } from '../../core/roles';
import { splitGraphemes, textWidth } from '../../core/terminal/width';
import { movesOf, type Morph, type Move } from './morph';
import type { CodeRow, Mark, Pane, Piece, Range, Typed } from './scene';

interface CodeRowProps {
  readonly row: CodeRow;
  readonly pieces: readonly Piece[];
  /** Position of the row in the view, and in rows from the top. */
  readonly at: number;
  readonly top: number;
  readonly pane: Pane;
  /** How the pane comes from the step before; undefined once it has. */
  readonly morph: Morph | undefined;
  /** What is typed, while it is. */
  readonly typed: Typed | undefined;
  readonly isFocused: boolean;
}

const SIGN_NAMES = { '+': 'added', '-': 'removed', folded: 'folded' } as const;

/** A row of code with its number. */
export function CodeRowView({ row: [, number, sign], pieces, at, top, pane, morph, typed, isFocused }: CodeRowProps): ReactElement {
  const isIn = ([from, to]: readonly [number, number]): boolean => at >= from && at <= to;
  const moves = morph ? movesOf(pieces, top, morph) : 'still';
  const isShared = !Array.isArray(moves);
  const lineMove = isShared ? (moves as Move) : 'still';
  const isBelow = typed !== undefined && at > typed.rows[1];
  const classes = [
    'editor__row',
    sign && `editor__row--${SIGN_NAMES[sign]}`,
    pane.highlight?.some(isIn) && 'editor__row--highlight',
    !isFocused && 'editor__row--dim',
    isBelow && 'editor__row--below',
  ];
  // Rows that do not matter at this step may lie outside the pane.
  const matters = pane.scroll !== undefined && !pane.scroll.kept && isIn(pane.scroll.rows);
  const clippable = matters ? piecesOutside(pieces, pane.scroll.columns) : undefined;
  return (
    <div className={classes.filter(Boolean).join(' ')} {...(!matters && { 'data-clippable': true })}>
      <span className="editor__number" aria-hidden="true">
        {number}
      </span>
      <span className="editor__sign">{sign === '+' || sign === '-' ? sign : ''}</span>
      <code className={`editor__line${moveClass(lineMove)}`} style={moveStyle(lineMove)} data-line>
        {typed && isIn(typed.rows) ? (
          typedPieces(pieces, at, typed)
        ) : (
          <Pieces
            pieces={pieces}
            marks={marksOf(pane, at)}
            clippable={clippable}
            moves={isShared ? undefined : (moves as readonly Move[])}
          />
        )}
        {sign === 'folded' && <span className="editor__fold">…</span>}
        {'\n'}
      </code>
    </div>
  );
}

function marksOf({ marks }: Pane, row: number): readonly Mark[] | undefined {
  const list = marks?.filter((mark) => mark.row === row) ?? [];
  return list.length > 0 ? list : undefined;
}

/** Returns the positions of pieces outside the columns that a step is about; undefined if there are none. */
function piecesOutside(pieces: readonly Piece[], [from, to]: Range): ReadonlySet<number> | undefined {
  let column = 0;
  const outside = pieces.flatMap(([text], index) => {
    const start = column;
    column += textWidth(text);
    return column <= from || start > to ? [index] : [];
  });
  return outside.length > 0 ? new Set(outside) : undefined;
}

interface PiecesProps {
  readonly pieces: readonly Piece[];
  readonly marks: readonly Mark[] | undefined;
  /** Positions of pieces that need not be seen. */
  readonly clippable: ReadonlySet<number> | undefined;
  /** Undefined while none moves by itself. */
  readonly moves: readonly Move[] | undefined;
}

/** The pieces of a line. Most lines stay the same from step to step, also where they move as a whole. */
const Pieces = memo(({ pieces, marks, clippable, moves }: PiecesProps) =>
  pieces.map((piece, index) => (
    <PieceView
      key={index}
      piece={piece}
      type={marks?.find(({ from, to }) => index >= from && index < to)?.type}
      move={moves?.[index] ?? 'still'}
      isClippable={clippable?.has(index)}
    />
  )),
);

interface PieceProps {
  readonly piece: Piece;
  readonly type?: string | undefined;
  readonly move: Move;
  /** @default false */
  readonly isClippable?: boolean | undefined;
}

function PieceView({ piece: [text, role], type, move, isClippable = false }: PieceProps): ReactElement {
  return (
    <span
      className={`editor__piece${type === undefined ? '' : ` editor__piece--${type}`}${moveClass(move)}`}
      style={{ ...colours(role), ...moveStyle(move) }}
      {...(isClippable && { 'data-clippable': true })}
    >
      {text}
    </span>
  );
}

/** The colours of a piece, bright and dim. Those of earlier output in the terminal are dim, and have enough contrast in all themes. */
function colours(role: Role): CSSProperties {
  return { '--bright': `var(--role-${role})`, '--dim': `var(--old-${role})` } as CSSProperties;
}

function moveClass(move: Move): string {
  return move === 'still' ? '' : move === 'new' ? ' editor__new' : ' editor__moved';
}

function moveStyle(move: Move): CSSProperties | undefined {
  return typeof move === 'object' ? ({ '--dx': move.dx, '--dy': move.dy } as CSSProperties) : undefined;
}

/** Returns the pieces of a row that is typed into: each typed character is an element, and what follows moves on. */
function typedPieces(pieces: readonly Piece[], at: number, { rows: [first, last], from, to }: Typed): readonly ReactElement[] {
  const [start, end] = [at === first ? from : 0, at === last ? to : pieces.length];
  return [
    ...pieces.slice(0, start).map((piece, index) => <PieceView key={index} piece={piece} move="still" />),
    ...pieces.slice(start, end).flatMap(([text, role], index) =>
      splitGraphemes(text).map((character, position) => (
        <span key={`typed ${index} ${position}`} className="editor__piece" data-typed style={colours(role)}>
          {character}
        </span>
      )),
    ),
    <span key="rest" className="editor__rest">
      {pieces.slice(end).map((piece, index) => (
        <PieceView key={index} piece={piece} move="still" />
      ))}
    </span>,
  ];
}

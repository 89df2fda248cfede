import { isRightToLeft } from '../../../core/direction';
import type { Role } from '../../../core/roles';
import type { CodeToken } from '../../../core/story';
import { escapeReferences } from '../../../core/variables';
import type { Piece } from '../scene';
import { matchItems } from './matchItems';

/** A word, space or sign of a line. The same `id` stands for the same unit in every version of a file. */
export interface Unit {
  readonly text: string;
  readonly role: Role;
  readonly id: number;
}

/** References to variables stay whole, so that the page can fill them. */
const UNITS = /\\?\{\{[A-Za-z][\w-]*\}\}|\s+|[\p{L}\p{M}\p{N}_$]+|[^\s\p{L}\p{M}\p{N}_$]/gu;
const WORD = /[\p{L}\p{N}]/u;

/** Splits highlighted lines into units. Right-to-left text stays whole: its letters join and change places. */
export function unitsOf(lines: readonly (readonly CodeToken[])[], nextId: () => number): readonly (readonly Unit[])[] {
  return lines.map((tokens) =>
    tokens.flatMap(([text, role]) =>
      (isRightToLeft(text) ? [text] : (text.match(UNITS) ?? [])).map((each) => ({ text: each, role, id: nextId() })),
    ),
  );
}

/** Gives the units of a version the ids that the same units have in the version before. */
export function withIdsOf(before: readonly (readonly Unit[])[], after: readonly (readonly Unit[])[]): readonly (readonly Unit[])[] {
  const ids = new Map<number, number>();
  const [linesBefore, linesAfter] = [before, after].map((lines) => lines.map(lineText)) as [string[], string[]];
  const matches = matchItems(linesBefore, linesAfter);
  addMovedLines(matches, linesBefore, linesAfter);
  matches.forEach((from, to) => {
    if (from < 0) return;
    const same = before[from]!;
    // The grammar may split the same line otherwise, as in a comment that has been opened above it.
    if (same.length === after[to]!.length) after[to]!.forEach(({ id, text }, at) => same[at]!.text === text && ids.set(id, same[at]!.id));
  });
  const taken = new Set(matches);
  let [from, to] = [0, 0];
  // Between two lines that stay, the lines removed and the lines added are compared word by word.
  while (from < before.length || to < after.length) {
    const [fromLine, toLine] = [from, to];
    while (to < after.length && matches[to]! < 0) to += 1;
    while (from < before.length && !taken.has(from)) from += 1;
    matchWords(before.slice(fromLine, from).flat(), after.slice(toLine, to).flat(), ids);
    if (to < after.length) to += 1;
    if (from < before.length) from += 1;
  }
  return after.map((line) => line.map((unit) => ({ ...unit, id: ids.get(unit.id) ?? unit.id })));
}

/** Finds lines that stand elsewhere: those with words that were removed once and added once. */
function addMovedLines(matches: number[], before: readonly string[], after: readonly string[]): void {
  const taken = new Set(matches);
  const removed = before.map((text, at) => ({ text, at })).filter(({ text, at }) => !taken.has(at) && WORD.test(text));
  after.forEach((text, to) => {
    if (matches[to]! >= 0) return;
    const found = removed.filter((each) => each.text === text);
    const isOnce = found.length === 1 && after.filter((each, at) => matches[at]! < 0 && each === text).length === 1;
    if (isOnce) matches[to] = found[0]!.at;
  });
}

/** Matches words; signs only beside others that match, and spaces only between them, so that no bracket flies alone. */
function matchWords(removed: readonly Unit[], added: readonly Unit[], ids: Map<number, number>): void {
  const isSolid = ({ text }: Unit): boolean => text.trim() !== '';
  const [solidBefore, solidAfter] = [removed.filter(isSolid), added.filter(isSolid)];
  const matches = matchItems(
    solidBefore.map(({ text }) => text),
    solidAfter.map(({ text }) => text),
  );
  const kept = matches.map((from, at) => {
    const isBeside = [at - 1, at + 1].some((other) => (matches[other] ?? -1) >= 0 && matches[other]! - from === other - at);
    return from >= 0 && (isBeside || WORD.test(solidAfter[at]!.text));
  });
  kept.forEach((isKept, at) => isKept && ids.set(solidAfter[at]!.id, solidBefore[matches[at]!]!.id));
  const next = new Map(removed.map((unit, at) => [unit.id, removed[at + 1]]));
  added.forEach((unit, at) => {
    if (isSolid(unit)) return;
    const [idBefore, idAfter] = [added[at - 1], added[at + 1]].map((each) => each && ids.get(each.id));
    const space = idBefore === undefined ? undefined : next.get(idBefore);
    const isSame = space?.text === unit.text && idAfter !== undefined && next.get(space.id)?.id === idAfter;
    if (isSame) ids.set(unit.id, space.id);
  });
}

export function lineText(line: readonly { readonly text: string }[]): string {
  return line.map(({ text }) => text).join('');
}

/**
 * Joins neighbouring units of one role into pieces, unless some version has one without the other beside it. So a piece is the same in
 * all versions that have it. `cuts` are ids of units that start a piece in any case.
 */
export class PieceJoiner {
  readonly #versions = new Map<number, number>();
  readonly #pairs = new Map<string, number>();
  readonly #cuts: ReadonlySet<number>;

  constructor(versions: readonly (readonly (readonly Unit[])[])[], cuts: ReadonlySet<number>) {
    this.#cuts = cuts;
    for (const line of versions.flat())
      line.forEach(({ id, role }, at) => {
        const next = line[at + 1];
        this.#versions.set(id, (this.#versions.get(id) ?? 0) + 1);
        if (next?.role === role) this.#pairs.set(`${id} ${next.id}`, (this.#pairs.get(`${id} ${next.id}`) ?? 0) + 1);
      });
  }

  /** Returns the pieces of a line, and the position of the piece that has each unit. */
  join(line: readonly Unit[], isFile: boolean): { readonly pieces: readonly Piece[]; readonly pieceOf: readonly number[] } {
    const pieces: { text: string; role: Role; id: number }[] = [];
    const pieceOf = line.map((unit, at) => {
      const before = line[at - 1];
      if (before && this.#areJoined(before, unit)) pieces.at(-1)!.text += unit.text;
      else pieces.push({ ...unit });
      return pieces.length - 1;
    });
    // A file of the project is shown as it is, whatever it has between two braces.
    return { pieces: pieces.map(({ text, role, id }): Piece => [isFile ? escapeReferences(text) : text, role, id]), pieceOf };
  }

  #areJoined(a: Unit, b: Unit): boolean {
    const together = this.#pairs.get(`${a.id} ${b.id}`);
    return together === this.#versions.get(a.id) && together === this.#versions.get(b.id) && !this.#cuts.has(b.id);
  }
}

import type { Grid } from '../core/terminal/recordedStep';
import { fieldName, placeOf, placeOfKey, type Path } from '../compiler/story/jsonPath';
import type { Document } from '../compiler/story/parseJsonFile';
import type { Problem } from '../compiler/story/problem';
import type { Subject } from './checkInput';

/** Something a presenter should know before the talk. An error would be seen by the room, or must not be; a warning is the author's to judge. */
export interface Finding extends Problem {
  readonly level: 'error' | 'warning';
}

/** One thing that is checked. */
export interface Rule {
  readonly name: string;
  /** What it looks for, in a sentence for the documentation. */
  readonly about: string;
  readonly check: (subject: Subject) => readonly Finding[];
}

/** A finding at the value at `path`. `words` say what is there, why it matters on stage, and what to do. */
export function finding(level: Finding['level'], { file, body }: Document, path: Path, words: string): Finding {
  const { line, column } = placeOf(body, path);
  return { level, file, line, column, message: inField(path, words) };
}

/** A finding at the key at the end of `path`, which it does not name. */
export function keyFinding(level: Finding['level'], { file, body }: Document, path: Path, words: string): Finding {
  const { line, column } = placeOfKey(body, path);
  return { level, file, line, column, message: inField(path.slice(0, -1), words) };
}

function inField(path: Path, words: string): string {
  const field = fieldName(path);
  return field === '' ? words : `${field}: ${words}`;
}

/** `text` in quotation marks, cut to what is needed to recognise it. */
export function quoted(text: string): string {
  const letters = Array.from(text.trim());
  return `“${letters.length > 48 ? `${letters.slice(0, 47).join('')}…` : letters.join('')}”`;
}

/** `1 stop`, `2 stops`. */
export function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}

/** What to do about a recording that is too large for the stage: its words are as they are, and its terminal is not. */
export function smallerTerminal({ cols, rows }: Grid): string {
  return `The recording uses ${cols} columns and ${rows} rows. Record it in a smaller terminal: ${Math.min(cols, 80)} by ${Math.min(rows, 24)}`;
}

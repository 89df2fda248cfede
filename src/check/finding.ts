import type { TerminalSize } from '../core/terminal/recordedStep';
import { formatPath, sourcePositionOf, sourcePositionOfKey, type JsonPath } from '../compiler/story/jsonPath';
import type { JsonDocument } from '../compiler/story/parseJsonFile';
import type { Problem } from '../compiler/story/problem';
import type { CheckInput } from './checkInput';

/** Something a presenter should know before the talk. An error would be seen by the room, or must not be; a warning is the author's to judge. */
export interface Finding extends Problem {
  readonly level: 'error' | 'warning';
}

/** One thing that is checked. */
export interface CheckRule {
  readonly name: string;
  /** What it looks for, in a sentence for the documentation. */
  readonly description: string;
  readonly check: (subject: CheckInput) => readonly Finding[];
}

/** A finding at the value at `path`. `words` say what is there, why it matters on stage, and what to do. */
export function createFinding(level: Finding['level'], { file, body }: JsonDocument, path: JsonPath, message: string): Finding {
  const { line, column } = sourcePositionOf(body, path);
  return { level, file, line, column, message: prefixField(path, message) };
}

/** A finding at the key at the end of `path`, which it does not name. */
export function createKeyFinding(level: Finding['level'], { file, body }: JsonDocument, path: JsonPath, message: string): Finding {
  const { line, column } = sourcePositionOfKey(body, path);
  return { level, file, line, column, message: prefixField(path.slice(0, -1), message) };
}

function prefixField(path: JsonPath, words: string): string {
  const field = formatPath(path);
  return field === '' ? words : `${field}: ${words}`;
}

/** `text` in quotation marks, cut to what is needed to recognise it. */
export function quote(text: string): string {
  const characters = Array.from(text.trim());
  return `“${characters.length > 48 ? `${characters.slice(0, 47).join('')}…` : characters.join('')}”`;
}

/** `1 stop`, `2 stops`. */
export function pluralize(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}

/** What to do about a recording that is too large for the stage: its words are as they are, and its terminal is not. */
export function smallerTerminalAdvice({ cols, rows }: TerminalSize): string {
  return `The recording uses ${cols} columns and ${rows} rows. Record it in a smaller terminal: ${Math.min(cols, 80)} by ${Math.min(rows, 24)}`;
}

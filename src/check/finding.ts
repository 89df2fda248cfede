import type { TerminalSize } from '../core/terminal/recordedStep';
import { formatPath, sourcePositionOf, sourcePositionOfKey, type JsonPath } from '../compiler/story/jsonPath';
import type { Problem } from '../compiler/story/problem';
import type { CheckInput, StoryLocation } from './checkInput';

/** An error is visible to the audience or must not be published; a warning is for the author to judge. */
export interface Finding extends Problem {
  readonly level: 'error' | 'warning';
}

export interface CheckRule {
  /** The name of its file, and of its row in docs/authoring.md, which describes it. */
  readonly name: string;
  readonly check: (input: CheckInput) => readonly Finding[];
}

/** Creates a finding at a value. `message` says what is wrong, why it matters on stage, and what to do. */
export function createFinding(level: Finding['level'], { document: { file, body }, path }: StoryLocation, message: string): Finding {
  const { line, column } = sourcePositionOf(body, path);
  return { level, file, line, column, message: prefixField(path, message) };
}

/** Creates a finding at the key at the end of `path`. The message names its parent only. */
export function createKeyFinding(level: Finding['level'], { document: { file, body }, path }: StoryLocation, message: string): Finding {
  const { line, column } = sourcePositionOfKey(body, path);
  return { level, file, line, column, message: prefixField(path.slice(0, -1), message) };
}

function prefixField(path: JsonPath, message: string): string {
  const field = formatPath(path);
  return field === '' ? message : `${field}: ${message}`;
}

/** Puts `text` in quotation marks, shortened to 48 characters. */
export function quote(text: string): string {
  const characters = Array.from(text.trim());
  return `“${characters.length > 48 ? `${characters.slice(0, 47).join('')}…` : characters.join('')}”`;
}

/** Returns the advice for a recording that is too large: its output cannot be laid out again. */
export function smallerTerminalAdvice({ cols, rows }: TerminalSize): string {
  const smaller = `${Math.min(cols, 80)} by ${Math.min(rows, 24)}`;
  return `The recording uses ${cols} columns and ${rows} rows. Record it in a smaller terminal: ${smaller}`;
}

import { readFileSync } from 'node:fs';
import type { ErrorPayload } from 'vite';
import type { Problem, StoryError } from '../compiler/story/problem';

/** Lines shown round the one at fault. */
const CONTEXT_LINES = 2;

/** An error as Vite and its overlay show it; a story's at the file, line and column of its first problem. */
export type ViteError = ErrorPayload['err'];

export function toViteError(error: Error): ViteError {
  const { message } = error;
  if (!isStoryError(error)) return { message, stack: error.stack ?? '' };
  const [first] = error.problems;
  if (!first) return { message, stack: '' };
  const { file, line, column } = first;
  return { message, stack: '', id: file, loc: { file, line, column }, frame: codeFrame(first) };
}

/** The class itself lives in the pipeline, which is loaded apart from this file. */
function isStoryError(error: Error): error is StoryError {
  return error.name === 'StoryError' && 'problems' in error;
}

function codeFrame({ file, line, column }: Problem): string {
  const lines = readOrEmpty(file).split('\n');
  const from = Math.max(0, line - 1 - CONTEXT_LINES);
  return lines
    .slice(from, line + CONTEXT_LINES)
    .flatMap((text, index) => {
      const number = from + index + 1;
      // The overlay cuts off what a frame begins with, if that is space.
      const gutter = `${String(number).padEnd(4)} | `;
      return number === line ? [gutter + text, `${' '.repeat(4)} | ${' '.repeat(column - 1)}^`] : [gutter + text];
    })
    .join('\n');
}

function readOrEmpty(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}

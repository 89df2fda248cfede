import { readFileSync } from 'node:fs';
import type { ErrorPayload } from 'vite';
import type { Problem, StoryError } from '../compiler/story/problem';

/** Lines shown before and after the line of the problem. */
const CONTEXT_LINES = 2;

/** An error in the form that Vite and its overlay show. */
type ViteError = ErrorPayload['err'];

/** Creates an error that Vite prints without a stack trace, which would hide the message. */
export function errorWithoutStack(message: string): Error {
  const error = new Error(message);
  error.stack = `${error.name}: ${message}`;
  return error;
}

/** Converts an error. That of a story points to the file, line and column of its first problem. */
export function toViteError(error: Error): ViteError {
  const { message } = error;
  if (!isStoryError(error)) return { message, stack: error.stack ?? '' };
  const [first] = error.problems;
  if (!first) return { message, stack: '' };
  const { file, line, column } = first;
  return { message, stack: '', id: file, loc: { file, line, column }, frame: codeFrame(first) };
}

/** Not `instanceof`: the pipeline is loaded separately and has a class of its own. */
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
      // The overlay trims space at the start of the frame.
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

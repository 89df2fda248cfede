import { textWidth } from '../../core/terminal/width';

/** Columns of the stage that a prompt may take; `check` reports longer ones. */
const MAX_COLUMNS = 32;

/** Returns a prompt that leaves room for the command: first without user and host, then with the end of its path alone. */
export function shortPrompt(prompt: string): string {
  const words = prompt.trim();
  if (words === '') return '$';
  const [, start = '', sign = ''] = /^(.*?)\s*([^\s\w)\]]{1,3})$/u.exec(words) ?? [];
  const candidates = [
    words,
    words.replace(/^(\([^)]*\)\s*)?\[?[\w.-]+@[\w.-]+[:\s]+/u, '$1'),
    `${start.replace(/^.*?([^/\\\s]+)[/\\]?$/u, '…/$1')} ${sign}`.trim(),
    sign,
  ];
  return candidates.find((each) => each !== '' && textWidth(each) <= MAX_COLUMNS) ?? '$';
}

const MAX_LENGTH = 60;

// oxlint-disable no-control-regex
/** Escape sequences: of colours and the cursor, of titles and links, and single ones. */
const ESCAPES = /\x1b\[[0-?]*[ -/]*[@-~]|\x1b[\]PX^_][^\x07\x1b]*(?:\x07|\x1b\\)?|\x1b[ -/]*[0-~]?/gu;
const CONTROLS = /[\x00-\x1f\x7f]/gu;
// oxlint-enable no-control-regex

/** Returns the first line with words of a piece of output, such as the command that a shell has echoed; '' if there is none. */
export function titleOf(output: string): string {
  const lines = output.replaceAll(ESCAPES, '').split(/\r*\n/u);
  for (const line of lines) {
    const last = line.slice(line.lastIndexOf('\r') + 1);
    const text = Array.from(last).reduce((all, sign) => (sign === '\b' ? all.slice(0, -1) : all + sign), '');
    const plain = text.replaceAll(CONTROLS, '').replaceAll(/\s+/gu, ' ').trim();
    if (/[\p{L}\p{N}]/u.test(plain)) return plain.length > MAX_LENGTH ? `${plain.slice(0, MAX_LENGTH - 1)}…` : plain;
  }
  return '';
}

/** Whether a piece of output has a whole line with words. */
export function hasTitle(output: string): boolean {
  const end = output.lastIndexOf('\n');
  return end >= 0 && titleOf(output.slice(0, end + 1)) !== '';
}

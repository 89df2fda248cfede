/**
 * Returns the command that a mark of shell integration tells: `E;…` of VS Code, which writes `;` as `\x3b` and `\` twice, or
 * `C;cmdline_url=…` of fish and kitty. Undefined for other marks.
 */
export function toldCommand(mark: string): string | undefined {
  const escaped = /^E;([^;]*)/u.exec(mark)?.[1];
  if (escaped !== undefined)
    return escaped.replaceAll(/\\(?:x([\da-f]{2})|\\)/giu, (_, code?: string) => (code === undefined ? '\\' : byte(code)));
  const url = /^C.*;cmdline_url=([^;]*)/u.exec(mark)?.[1];
  if (url === undefined) return undefined;
  try {
    return decodeURIComponent(url);
  } catch {
    return undefined;
  }
}

function byte(hex: string): string {
  return String.fromCharCode(Number.parseInt(hex, 16));
}

import type { Path } from './jsonPath';

/** Nested deeper than this, nothing is JSON that anybody wrote. */
const DEEPEST = 500;

/**
 * Finds places in JSON without a tree of it, which takes a hundred times the memory of the text: for files of many megabytes.
 */
class Scanner {
  /** Where the value asked for begins, or the innermost one round it. */
  found = 0;
  readonly #text: string;
  readonly #path: Path;
  #at = 0;

  constructor(text: string, path: Path) {
    this.#text = text;
    this.#path = path;
  }

  /** Reads the one value there is. @throws Slip */
  read(): void {
    this.#value(0, true);
    this.#space();
    if (this.#at < this.#text.length) throw new Slip(this.#at);
  }

  #value(depth: number, isOnPath: boolean): void {
    if (depth > DEEPEST) throw new Slip(this.#at);
    this.#space();
    if (isOnPath) this.found = this.#at;
    const start = this.#text[this.#at];
    if (start === '[') this.#items(']', (index) => this.#value(depth + 1, isOnPath && this.#path[depth] === index));
    else if (start === '{') {
      this.#items('}', () => {
        const key = this.#string();
        this.#space();
        this.#expect(':');
        this.#value(depth + 1, isOnPath && this.#path[depth] === key);
      });
    } else if (start === '"') this.#string();
    else this.#word();
  }

  #items(close: string, item: (index: number) => void): void {
    this.#at += 1;
    this.#space();
    if (this.#text[this.#at] === close) {
      this.#at += 1;
      return;
    }
    for (let index = 0; ; index += 1) {
      this.#space();
      item(index);
      this.#space();
      if (this.#text[this.#at] !== ',') break;
      this.#at += 1;
    }
    this.#expect(close);
  }

  #string(): string {
    const start = this.#at;
    this.#expect('"');
    for (;;) {
      const code = this.#text.charCodeAt(this.#at);
      // Past the end it is NaN.
      if (!(code >= 0x20)) throw new Slip(this.#at);
      this.#at += 1;
      if (code === QUOTE) break;
      if (code === BACKSLASH) this.#escape();
    }
    return JSON.parse(this.#text.slice(start, this.#at)) as string;
  }

  #escape(): void {
    const [escape = ''] = /^(?:["\\/bfnrt]|u[\da-fA-F]{4})/u.exec(this.#text.slice(this.#at, this.#at + 5)) ?? [];
    if (escape === '') throw new Slip(this.#at - 1);
    this.#at += escape.length;
  }

  #word(): void {
    const rest = this.#text.slice(this.#at, this.#at + 400);
    const [word] = /^(?:true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?)(?![\w.+-])/u.exec(rest) ?? [];
    if (word === undefined) throw new Slip(this.#at);
    this.#at += word.length;
  }

  #expect(char: string): void {
    if (this.#text[this.#at] !== char) throw new Slip(this.#at);
    this.#at += 1;
  }

  #space(): void {
    while (' \t\n\r'.includes(this.#text[this.#at] ?? 'x')) this.#at += 1;
  }
}

const [QUOTE, BACKSLASH] = ['"', '\\'].map((char) => char.charCodeAt(0));

class Slip extends Error {
  override name = 'Slip';
  readonly offset: number;

  constructor(offset: number) {
    super('not JSON');
    this.offset = offset;
  }
}

/** Returns the offset of the first character that cannot stand in JSON; the text’s length if it breaks off, undefined if it is JSON. */
export function slipIn(text: string): number | undefined {
  try {
    new Scanner(text, []).read();
    return undefined;
  } catch (error) {
    if (error instanceof Slip) return error.offset;
    throw error;
  }
}

/** Returns what stands at `offset`, a word or a character, to be named in a message. */
export function wordAt(text: string, offset: number): string {
  return /^[\w$.+-]+|^./su.exec(text.slice(offset, offset + 40))?.[0] ?? '';
}

/** Returns the offset of the value at `path` in JSON; if there is none, of the innermost object or list round it. */
export function offsetOf(text: string, path: Path): number {
  const scanner = new Scanner(text, path);
  scanner.read();
  return scanner.found;
}

/** Returns the line and column of an offset, both from 1. */
export function lineAndColumn(text: string, offset: number): { readonly line: number; readonly column: number } {
  const start = text.lastIndexOf('\n', offset - 1) + 1;
  let line = 1;
  for (let at = text.indexOf('\n'); at >= 0 && at < start; at = text.indexOf('\n', at + 1)) line += 1;
  return { line, column: offset - start + 1 };
}

/** The value of JSON; undefined if it is none. */
export function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

import type { JsonPath } from './jsonPath';

/** Deeper nesting is reported as an error, since the scanner is recursive. */
const MAX_DEPTH = 500;

/** Finds positions in JSON without a syntax tree, which takes a hundred times the memory of the text: for files of many megabytes. */
class JsonScanner {
  /** Offset of the value at the path; if there is none, of the innermost existing value on the path. */
  valueStart = 0;
  readonly #text: string;
  readonly #path: JsonPath;
  #offset = 0;

  constructor(text: string, path: JsonPath) {
    this.#text = text;
    this.#path = path;
  }

  /** Scans the whole text. @throws {JsonSyntaxError} */
  scan(): void {
    this.#scanValue(0, true);
    this.#skipWhitespace();
    if (this.#offset < this.#text.length) throw new JsonSyntaxError(this.#offset);
  }

  #scanValue(depth: number, isOnPath: boolean): void {
    if (depth > MAX_DEPTH) throw new JsonSyntaxError(this.#offset);
    this.#skipWhitespace();
    if (isOnPath) this.valueStart = this.#offset;
    const start = this.#text[this.#offset];
    if (start === '[') this.#scanElements(']', (index) => this.#scanValue(depth + 1, isOnPath && this.#path[depth] === index));
    else if (start === '{') {
      this.#scanElements('}', () => {
        const key = this.#scanString();
        this.#skipWhitespace();
        this.#expect(':');
        this.#scanValue(depth + 1, isOnPath && this.#path[depth] === key);
      });
    } else if (start === '"') this.#scanString();
    else this.#scanLiteral();
  }

  #scanElements(close: string, item: (index: number) => void): void {
    this.#offset += 1;
    this.#skipWhitespace();
    if (this.#text[this.#offset] === close) {
      this.#offset += 1;
      return;
    }
    for (let index = 0; ; index += 1) {
      this.#skipWhitespace();
      item(index);
      this.#skipWhitespace();
      if (this.#text[this.#offset] !== ',') break;
      this.#offset += 1;
    }
    this.#expect(close);
  }

  #scanString(): string {
    const start = this.#offset;
    this.#expect('"');
    for (;;) {
      const code = this.#text.charCodeAt(this.#offset);
      // `code` is NaN after the end of the text.
      if (!(code >= 0x20)) throw new JsonSyntaxError(this.#offset);
      this.#offset += 1;
      if (code === QUOTE) break;
      if (code === BACKSLASH) this.#scanEscape();
    }
    return JSON.parse(this.#text.slice(start, this.#offset)) as string;
  }

  #scanEscape(): void {
    const [escape = ''] = /^(?:["\\/bfnrt]|u[\da-fA-F]{4})/u.exec(this.#text.slice(this.#offset, this.#offset + 5)) ?? [];
    if (escape === '') throw new JsonSyntaxError(this.#offset - 1);
    this.#offset += escape.length;
  }

  #scanLiteral(): void {
    const rest = this.#text.slice(this.#offset, this.#offset + 400);
    const [literal] = /^(?:true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?)(?![\w.+-])/u.exec(rest) ?? [];
    if (literal === undefined) throw new JsonSyntaxError(this.#offset);
    this.#offset += literal.length;
  }

  #expect(char: string): void {
    if (this.#text[this.#offset] !== char) throw new JsonSyntaxError(this.#offset);
    this.#offset += 1;
  }

  #skipWhitespace(): void {
    while (' \t\n\r'.includes(this.#text[this.#offset] ?? 'x')) this.#offset += 1;
  }
}

const [QUOTE, BACKSLASH] = ['"', '\\'].map((char) => char.charCodeAt(0));

class JsonSyntaxError extends Error {
  override name = 'JsonSyntaxError';
  readonly offset: number;

  constructor(offset: number) {
    super('not JSON');
    this.offset = offset;
  }
}

/** Returns the offset of the first invalid character; the length of a text that ends too early; undefined for valid JSON. */
export function syntaxErrorOffset(text: string): number | undefined {
  try {
    new JsonScanner(text, []).scan();
    return undefined;
  } catch (error) {
    if (error instanceof JsonSyntaxError) return error.offset;
    throw error;
  }
}

/** Returns the word or the character at `offset`, for a message. */
export function tokenAt(text: string, offset: number): string {
  return /^[\w$.+-]+|^./su.exec(text.slice(offset, offset + 40))?.[0] ?? '';
}

/**
 * Returns the offset of the value at `path`; if there is none, of the innermost existing object or list on the path. @throws if
 * `text` is not JSON
 */
export function valueOffset(text: string, path: JsonPath): number {
  const scanner = new JsonScanner(text, path);
  scanner.scan();
  return scanner.valueStart;
}

/** Returns the line and column of an offset, both from 1. */
export function lineAndColumn(text: string, offset: number): { readonly line: number; readonly column: number } {
  const start = text.lastIndexOf('\n', offset - 1) + 1;
  let line = 1;
  for (let at = text.indexOf('\n'); at >= 0 && at < start; at = text.indexOf('\n', at + 1)) line += 1;
  return { line, column: offset - start + 1 };
}

/** Returns the parsed value; undefined if `text` is not JSON. */
export function tryParseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

/** Signs that end a prompt. */
const SIGN = '[$#%>❯❱➜λ»▶⟩⇒⮞✗✘»→]';

/** Prompts of well-known shells and themes. Each matches a whole prompt with the space after it. */
const WELL_KNOWN: readonly RegExp[] = [
  // bash and zsh with user and host, also in a virtual environment; Alpine, macOS, fish
  new RegExp(String.raw`^(?:\([^)]{1,40}\) )?[\[(]?[\w.-]+@[\w.-]+(?:[: ][^\n]{0,120}?)?[\])]?\s?${SIGN}{1,3} $`, 'u'),
  // a path, or nothing, before the sign
  new RegExp(String.raw`^(?:\([^)]{1,40}\) )?(?:[~/][^\s$#%>❯➜λ]{0,120} ?)?[$❯❱➜λ»]{1,3} {1,2}$`, 'u'),
  /^(?:bash|sh|zsh|ksh|dash)-\d[\d.]*[$#] $/u,
  // oh-my-zsh: an arrow, the folder, the branch
  /^[➜→] {1,2}[^\s]{1,60}(?: git:\([^)]{1,80}\))?(?: [✗✘])? $/u,
  // PowerShell and cmd
  /^(?:\([^)]{1,40}\) )?PS [A-Z/~][^>\n]{0,120}> ?$/u,
  /^[A-Z]:\\[^>\n]{0,120}>$/u,
];

/** Prompts of interpreters and databases, and of the second and further lines of a command. */
const INTERPRETERS: readonly RegExp[] = [
  /^>>> $/u,
  /^\.\.\. ?$/u,
  /^In \[\d+\]: $/u,
  /^(?:irb|pry)\([^)]*\)[^>]*> $/u,
  /^(?:mysql|sqlite|MariaDB \[[^\]]*\]|mongo\w*|redis|127\.0\.0\.1:\d+|\w+)> $/u,
  /^\w+[=-][#>] $/u,
];

/** Prompts of a line that goes on: of zsh with what is open, of bash, of Python. */
const OPEN = 'dquote|quote|bquote|pipe|heredoc|cmdsubst|cmdand|cmdor|for|while|if|then|else|function|subsh|cursh|case|braceparam|do|done';
const CONTINUATION = new RegExp(String.raw`^(?:(?:${OPEN})(?: \w+)*)?> $|^\.{3} ?$|^ *\.{3}: $|^∙ $|^\w+-[#>] $`, 'u');

/** Whether a text looks like a prompt: it ends with a sign and a space, or begins with one. */
export function looksLikePrompt(text: string): boolean {
  return new RegExp(String.raw`${SIGN}[)\]]?\s{0,2}$`, 'u').test(text) || /^[➜❯λ»▶→⇒◆●○]\s.*\s$/u.test(text);
}

/** Whether a text is a prompt of a well-known shell. Needs no evidence of typing. */
export function isWellKnownPrompt(text: string): boolean {
  return WELL_KNOWN.some((pattern) => pattern.test(text));
}

/** Whether a prompt names a user and a computer: hard to take for anything else. */
export function isNamedPrompt(text: string): boolean {
  return text.includes('@') && isWellKnownPrompt(text);
}

/** Whether a prompt is hard to take for output. */
function isDistinct(prompt: string): boolean {
  return !/^\W?[>#%] $/u.test(prompt) && !isContinuationPrompt(prompt);
}

/** Groups before a prompt that are a part of it, such as the name of a virtual environment: `(venv) `. */
const ENVIRONMENT = /^(?:\([^)]*\) |\[[^\]]*\] )+$/u;

/**
 * Returns the output that stands before `prompt`, or before one like it with another folder, at the end of `text`, because the output
 * has no line end; undefined if there is none, or if it may be a part of the prompt.
 */
export function outputBefore(text: string, prompt: string): string | undefined {
  if (isNamedPrompt(prompt)) {
    const output = text.slice(0, new RegExp(`${similarTo(prompt)}$`, 'u').exec(text)?.index ?? 0);
    return /[\p{L}\p{N}\p{P}]/u.test(output) && !ENVIRONMENT.test(output) ? output : undefined;
  }
  if (!text.endsWith(prompt) || !isDistinct(prompt) || isWellKnownPrompt(text)) return undefined;
  const output = text.slice(0, -prompt.length);
  // A name may be another prompt's.
  const isProse = /["'{}<>=;,]/u.test(output) || (/\S\s+\S/u.test(output) && !/^[[(]/u.test(output));
  return isProse && /\S$/u.test(output) ? output : undefined;
}

export function isContinuationPrompt(prompt: string): boolean {
  return CONTINUATION.test(`${prompt.trimEnd()} `);
}

/** Finds the prompt at the beginning of a line. */
export class PromptMatcher {
  readonly #own: RegExp | undefined;
  readonly #exact: readonly string[];
  readonly #similar: readonly RegExp[];

  /** @param own what the author says with `--prompt` @param learned prompts that were seen in the recording */
  constructor(own: RegExp | undefined, learned: readonly string[]) {
    this.#own = own;
    this.#exact = learned.toSorted((a, b) => b.length - a.length);
    this.#similar = [...new Set(learned.map(similarTo))].map((source) => new RegExp(`^${source}`, 'u'));
  }

  get isEmpty(): boolean {
    return this.#own === undefined && this.#exact.length === 0;
  }

  /** Returns the prompt that `line` begins with, with the space after it; undefined without one. */
  promptOf(line: string): string | undefined {
    if (this.#own) return this.#own.exec(line)?.[0] || undefined;
    // A line has no spaces at its end.
    const padded = `${line} `;
    const exact = this.#exact.find((prompt) => padded.startsWith(prompt));
    if (exact !== undefined) return exact;
    const similar = this.#similar.map((pattern) => pattern.exec(padded)?.[0] ?? '').toSorted((a, b) => b.length - a.length)[0];
    return similar || undefined;
  }

  /** Whether the whole `text` before the cursor is a prompt. */
  isPrompt(text: string): boolean {
    if (this.#own) {
      const prompt = this.#own.exec(text)?.[0] ?? '';
      return prompt !== '' && text.slice(prompt.length).trim() === '';
    }
    return this.#exact.includes(text) || this.#similar.some((pattern) => pattern.exec(text)?.[0] === text);
  }

  /** Returns where the prompt begins that ends `text`, behind output without a line end; undefined without one. */
  startOf(text: string): number | undefined {
    if (this.isPrompt(text)) return 0;
    if (this.#own) return undefined;
    return this.#exact.map((prompt) => outputBefore(text, prompt)?.length).find((length) => length !== undefined);
  }

  /** Whether `line` begins with a prompt that is seen as it is in the recording and is hard to take for output. */
  isCertain(line: string): boolean {
    if (this.#own) return this.#own.test(line);
    return this.#exact.some((prompt) => line.startsWith(prompt) && isDistinct(prompt));
  }
}

/** Returns the source of a pattern for prompts like this one: with other folders, branches, numbers and states. */
function similarTo(prompt: string): string {
  return prompt
    .split(/(\s+)/u)
    .map((word) => {
      if (/^\s*$/u.test(word)) return word;
      if (/[~/\\]/u.test(word)) return similarPath(word);
      return escapeText(word)
        .replaceAll(/\d+/gu, String.raw`\d+`)
        .replaceAll(/(\\\(|\\\[)[^()[\]]+(\\\)|\\\])/gu, String.raw`$1[^()[\]]+$2`);
    })
    .join('');
}

/** The part before a path, such as `ann@laptop:`, and the sign behind it stay as they are. */
function similarPath(word: string): string {
  const [, start = '', , end = ''] = /^(.*?)([~/\\]|[A-Z]:\\)[^$#%>❯➜λ\])]*(.*)$/u.exec(word) ?? [];
  return `${escapeText(start)}[~/A-Z][^\\s$#%>❯➜λ\\])]*${escapeText(end)}`;
}

function escapeText(text: string): string {
  return text.replaceAll(/[\\^$.*+?()[\]{}|/]/gu, String.raw`\$&`);
}

/** Whether a prompt is that of an interpreter or a database, which is learned from one occurrence. */
export function isInterpreterPrompt(text: string): boolean {
  return INTERPRETERS.some((pattern) => pattern.test(text));
}

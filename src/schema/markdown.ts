import { Lexer, Tokenizer, type Token, type Tokens } from 'marked';
import type { z } from 'zod';
import { plainText, type InlineRun, type InlineText } from '../core/inlineText';
import { escapeReferences, fillText, REFERENCE } from '../core/variables';
import { characterReferenceIn, insteadOfTag, tagName } from './htmlInMarkdown';
import { hrefSchema, nonEmptyLine } from './text';

/** The texts of a file in which variables were filled in. Their values are no Markdown, so the texts as written are parsed. */
export interface FilledTexts {
  /** Each filled text as it is written in the file. */
  readonly written: ReadonlyMap<string, string>;
  readonly values: ReadonlyMap<string, string>;
}

let filledTexts: FilledTexts = { written: new Map(), values: new Map() };

/** Validates with `parse`, in which Markdown is parsed as it was before variables were filled in. zod passes no context to transforms. */
export function withFilledTexts<T>(texts: FilledTexts | undefined, parse: () => T): T {
  const before = filledTexts;
  filledTexts = texts ?? before;
  try {
    return parse();
  } finally {
    filledTexts = before;
  }
}

/** Only words in `[ ](…)` and `<https://…>` are links, and only `~~` strikes out: "3~5 or 7~9" are numbers. */
class InlineTokenizer extends Tokenizer {
  override url(): undefined {
    return undefined;
  }

  override del(source: string, maskedSource: string, previous: string): Tokens.Del | undefined {
    return source.startsWith('~~') ? super.del(source, maskedSource, previous) : undefined;
  }
}

/**
 * Characters that no text has (`UNPRINTABLE` in richText.ts). A reference to a variable stands between the first two while its text is
 * parsed. The third is put around marks in Chinese, Japanese and Korean text: it has no spaces, by which Markdown tells where emphasis
 * beside punctuation starts and ends.
 */
const [OPEN, CLOSE, JOINER] = ['\u206A', '\u206B', '\u206C'];
const WIDE = '\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Hangul}\u3000-\u303F\uFF00-\uFFEF“”‘’…—';
const MARKS_BESIDE_WIDE = new RegExp(`(?<=[${WIDE}])[*~]+(?=[^\\s*~])|(?<=[^\\s*~\\\\])[*~]+(?=[${WIDE}])`, 'gu');
const PLACEHOLDER = new RegExp(`${OPEN}(\\d+)${CLOSE}|${JOINER}`, 'gu');

/** Longest text that is parsed: parsing nested marks takes a time that grows with the square of their number. */
const MAX_LENGTH = 2000;

interface ParsedMarkdown {
  readonly inline: InlineText;
  /** What is expected instead, for each mistake. */
  readonly problems: readonly string[];
}

/** Parses one line of Markdown. References to variables stay as they are; those with a value in `values` are replaced. */
export function parseInlineMarkdown(text: string, values: FilledTexts['values'] = new Map()): ParsedMarkdown {
  const references: string[] = [];
  const masked = text
    .replace(REFERENCE, (reference) => `${OPEN}${references.push(reference) - 1}${CLOSE}`)
    .replace(MARKS_BESIDE_WIDE, `${JOINER}$&${JOINER}`);
  const restore = (part: string): string =>
    escapeReferences(part).replace(PLACEHOLDER, (_, index?: string) =>
      index === undefined ? '' : fillText(references[Number(index)] ?? '', values),
    );
  const problems: string[] = [];
  if (text.length > MAX_LENGTH) return { inline: [text], problems: [`at most ${MAX_LENGTH} characters of Markdown on one line`] };
  const inline = convert(Lexer.lexInline(masked, { gfm: true, tokenizer: new InlineTokenizer() }), {
    restore,
    problems,
    reportedTags: new Set(),
  });
  return { inline, problems };
}

interface Conversion {
  /** Puts references to variables back. */
  readonly restore: (part: string) => string;
  readonly problems: string[];
  /** Names of the HTML elements that are in `problems`. */
  readonly reportedTags: Set<string>;
}

function convert(tokens: readonly Token[], conversion: Conversion): InlineText {
  const runs: InlineRun[] = [];
  for (const token of tokens) {
    for (const run of runsOf(token as Tokens.Generic, conversion)) {
      const last = runs.at(-1);
      if (typeof run === 'string' && typeof last === 'string') runs[runs.length - 1] = last + run;
      else if (run !== '') runs.push(run);
    }
  }
  return runs.map((run) => (typeof run === 'string' ? conversion.restore(run) : run));
}

const STYLES = { strong: 'strong', em: 'emphasis', del: 'strike' } as const;

/** Returns the runs of `token`; strings are still without their references. */
function runsOf(token: Tokens.Generic, conversion: Conversion): InlineText {
  const { restore, problems } = conversion;
  switch (token.type) {
    case 'strong':
    case 'em':
    case 'del':
      return [{ style: STYLES[token.type], text: convert(token.tokens ?? [], conversion) }];
    case 'codespan':
      return [{ style: 'code', text: [restore(String(token['text']))] }];
    case 'link':
      return linkRuns(token as Tokens.Link, conversion);
    case 'image':
      problems.push('Markdown without pictures; a picture has a field of its own');
      return [];
    case 'html': {
      const name = tagName(token.raw);
      const instead = insteadOfTag(restore(token.raw));
      if (instead === undefined || (name !== '' && conversion.reportedTags.has(name))) return [token.raw];
      // An element is one mistake, though it has two tags.
      conversion.reportedTags.add(name);
      problems.push(`Markdown without HTML: in place of ${restore(token.raw)} write ${instead}`);
      return [token.raw];
    }
    case 'escape':
      return [String(token['text'])];
    default: {
      const found = characterReferenceIn(token.raw);
      if (found) problems.push(`Markdown without HTML: in place of ${found.reference} write ${found.instead}`);
      if (token.type === 'text' && /\[[^\]]*\] ?\((https?:|mailto:)/u.test(token.raw))
        problems.push('a link as [words](https://…), with no space in the address or before it');
      return [token.raw];
    }
  }
}

/** Schemes that can run code or read files are an error in `< >` too. With any other scheme that is a text, such as `<std::string>`. */
const UNSAFE_SCHEME = /^(javascript|data|vbscript|file|blob):/iu;

function linkRuns(token: Tokens.Link, conversion: Conversion): InlineText {
  const { restore, problems } = conversion;
  const href = restore(token.href);
  if (token.raw.startsWith('<') && !hrefSchema.safeParse(href).success && !UNSAFE_SCHEME.test(href)) return [token.raw];
  const text = convert(token.tokens, conversion);
  if (!hrefSchema.safeParse(href).success)
    problems.push(`a link to an address that starts with https://, http:// or mailto:, which "${href}" does not`);
  if (token.title) problems.push('a link of words and address only: [words](https://…)');
  if (plainText(text).trim() === '') problems.push('a link with words: [words](https://…)');
  if (containsLink(text)) problems.push('a link without another link in its words');
  return [{ style: 'link', href, text }];
}

function containsLink(text: InlineText): boolean {
  return text.some((run) => typeof run !== 'string' && (run.style === 'link' || containsLink(run.text)));
}

/** One line of Markdown with emphasis, code and links, parsed when the story is built. HTML in it is an error. */
export const inlineMarkdown = nonEmptyLine.transform((filled, context: z.core.$RefinementCtx): InlineText => {
  const { inline, problems } = parseInlineMarkdown(filledTexts.written.get(filled) ?? filled, filledTexts.values);
  problems.forEach((message) => context.addIssue({ code: 'custom', message }));
  return inline;
});

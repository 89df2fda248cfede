import type { RichText } from '../../core/richText';
import type { Block } from '../../core/story';
import { splitGraphemes, textWidth } from '../../core/terminal/width';
import { lastLineOf, linesOf, type FittedStep } from './fitSteps';
import { replaceInText, replaceNames, type Replacement } from './replacements';

/** Columns of a title, and of the last line in the notes. */
const [MAX_TITLE, MAX_POINT] = [40, 60];
/** How fast the words of a step are read. */
const CELLS_PER_SECOND = 17;

export interface StepFields {
  readonly hasDwell: boolean;
  readonly hasCaptions: boolean;
}

/** Gives the steps of an import titles and notes, each once. */
export class TitleList {
  readonly #titles = new Set<string>();
  readonly #session: string;
  readonly #storyText: string;

  /** @param session title of the import @param storyText what the story's other scenes say */
  constructor(session: string, storyText: string) {
    this.#session = session;
    this.#storyText = storyText;
  }

  /** Returns a title, with a number if an earlier step has it. */
  add(title: string): string {
    let unique = title === '' ? 'Output' : title;
    for (let number = 2; this.#titles.has(unique); number += 1) unique = `${title === '' ? 'Output' : title} (${number})`;
    this.#titles.add(unique);
    return unique;
  }

  /** Returns notes to begin with. */
  notes(title: string, lastLine: string | undefined): { readonly say: string; readonly point: string } {
    const point = lastLine === undefined || lastLine === '' ? 'What is new on the screen.' : `The last line: “${lastLine}”.`;
    const says = [`${title}: say what it is for.`, `${title}, in “${this.#session}”: say what it is for.`];
    // No two stops of a story have the same notes.
    const say = says.find((each) => !this.#storyText.includes(JSON.stringify(each).slice(1, -1)));
    return { say: say ?? `${title}, in “${this.#session}” once more: say what it is for.`, point };
  }

  extras(title: string, { hasDwell, hasCaptions }: StepFields, seconds = 10): object {
    return { ...(hasCaptions && { caption: title }), ...(hasDwell && { dwell: seconds }) };
  }
}

/** Returns a scene of the kind `terminal` with these steps, as an author would write it. */
export function terminalScene(
  { id, title }: { readonly id: string; readonly title: string },
  steps: readonly FittedStep[],
  titles: TitleList,
  plan: readonly Replacement[],
  fields: StepFields,
): object {
  return {
    kind: 'terminal',
    id,
    title: replaceInText(title, plan),
    window: 'Terminal',
    steps: steps.map(({ title: own, blocks }) => {
      const written = titles.add(titleOf(own, plan));
      const lastLine = lastLineOf(blocks);
      const cells = blocks.flatMap(linesOf).reduce((sum, line) => sum + textWidth(line), 0);
      return {
        title: written,
        notes: titles.notes(written, lastLine === undefined ? undefined : shortText(lastLine, plan, MAX_POINT)),
        ...titles.extras(written, fields, Math.min(60, Math.max(4, Math.round(cells / CELLS_PER_SECOND)))),
        blocks: blocks.map((block) => writeBlock(block, plan)),
      };
    }),
  };
}

/** Returns a text as a title, with references to variables in place of names: on one line, and cut at a word. */
export function titleOf(text: string, plan: readonly Replacement[]): string {
  return shortText(text, plan, MAX_TITLE);
}

function shortText(text: string, plan: readonly Replacement[], max: number): string {
  // Names are replaced before the text is cut, so that no half of one is left.
  const words = replaceInText(text, plan).replaceAll(/\s+/gu, ' ').trim();
  if (textWidth(words) <= max) return words;
  let kept = '';
  const clusters = words.split(/(\\?\{\{[\w-]+\}\})/u).flatMap((part) => (part.includes('{{') ? [part] : splitGraphemes(part)));
  for (const cluster of clusters) {
    if (textWidth(kept + cluster) > max - 1) break;
    kept += cluster;
  }
  return `${kept.replace(/(?<=\S.{12,})\s\S*$/u, '').trimEnd()}…`;
}

function withText(line: unknown): RichText {
  return (typeof line === 'object' && line !== null && 'text' in line ? line.text : line) as RichText;
}

function writeBlock(block: Block, plan: readonly Replacement[]): object {
  if (block.type === 'shell') {
    const prompt = replaceInText(block.prompt, plan);
    return { ...block, prompt: prompt.trim() === '' ? '$' : prompt, command: replaceInText(block.command, plan) };
  }
  if (block.type === 'text' || block.type === 'log') {
    const { above: _, ...fields } = block as Extract<Block, { type: 'log' }>;
    return {
      ...fields,
      lines: block.lines.map((line) => {
        const text = replaceNames(withText(line), plan);
        return typeof line === 'object' && 'pause' in line ? { text, pause: line.pause } : text;
      }),
    };
  }
  return block;
}

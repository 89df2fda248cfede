import { createInterface, type Interface } from 'node:readline/promises';
import { formatDuration } from '../core/formatDuration';
import type { RecordedStop } from './castDraft';
import { KINDS_OF_KEEPING, type Keeping } from './kindsOfKeeping';

export interface Answers {
  readonly as: Keeping;
  /** Title of the scene. */
  readonly title: string;
  /** A title for each stop. */
  readonly stops: readonly string[];
}

/** Returns the answers that are taken when nothing is asked. Stops with the same words get numbers. */
export function defaultAnswers(stops: readonly RecordedStop[], as: Keeping, title: string): Answers {
  const seen = new Map<string, number>();
  const titles = stops.map(({ suggestion }, index) => {
    const words = suggestion || `Stop ${index + 1}`;
    const count = (seen.get(words) ?? 0) + 1;
    seen.set(words, count);
    return count === 1 ? words : `${words} (${count})`;
  });
  return { as, title, stops: titles };
}

/**
 * Asks for what was not given on the command line. Ctrl+C and the end of the input answer all that is left with the defaults, and keep the
 * recording as it is, so that nothing is lost.
 */
export async function askAnswers(
  stops: readonly RecordedStop[],
  given: { readonly as?: Keeping | undefined; readonly title?: string | undefined },
  defaultTitle: string,
  hasStory: boolean,
): Promise<Answers> {
  const answers = defaultAnswers(stops, given.as ?? 'cast', given.title ?? defaultTitle);
  const titles = [...answers.stops];
  let { title } = answers;
  const lines = createInterface({ input: process.stdin, output: process.stdout });
  try {
    for (const [index, { at }] of stops.entries())
      titles[index] = await ask(lines, `Title of stop ${index + 1}, at ${formatDuration(at)}`, titles[index]!);
    if (given.as !== undefined || !hasStory) return { ...answers, stops: titles };
    console.log('Keep it as a recording (plays as it was), a scene to edit, or only the cast file?');
    const as = await askKeeping(lines);
    if (as !== 'cast') title = given.title ?? (await ask(lines, 'Title of the scene', title));
    return { as, title, stops: titles };
  } catch (error) {
    if (!(error instanceof EndOfInput)) throw error;
    return { as: given.as ?? 'cast', title, stops: titles };
  } finally {
    lines.close();
  }
}

class EndOfInput extends Error {}

/** Returns an answer, or `initial` for an empty one. @throws {EndOfInput} if there is none */
async function ask(lines: Interface, question: string, initial: string): Promise<string> {
  const abort = new AbortController();
  const end = (): void => abort.abort();
  lines.once('SIGINT', end);
  lines.once('close', end);
  try {
    return (await lines.question(`${question} [${initial}]: `, { signal: abort.signal })).trim() || initial;
  } catch {
    // The question was aborted, or the input had ended before it.
    console.log();
    throw new EndOfInput();
  } finally {
    lines.off('SIGINT', end);
    lines.off('close', end);
  }
}

async function askKeeping(lines: Interface): Promise<Keeping> {
  for (;;) {
    const answer = (await ask(lines, 'recording, scene or cast', KINDS_OF_KEEPING[0])).toLowerCase();
    const as = KINDS_OF_KEEPING.find((each) => each.startsWith(answer));
    if (as !== undefined) return as;
  }
}

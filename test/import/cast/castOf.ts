import { parseAsciicast } from '../../../src/compiler/recording/parseAsciicast';
import { importCast, type ImportCastOptions, type ImportedCast } from '../../../src/import/cast/importCast';
import { defaultTiming } from '../../../src/schema/story';
import { plainText, type RichText } from '../../../src/core/richText';

/** An event: text that is printed, after a tenth of a second or the seconds before it, or a marker. */
export type Event = string | number | { readonly marker: string };

/** Returns the bytes of an asciicast of version 2. */
export function castOf(
  events: readonly Event[],
  { width = 80, height = 24, ...header }: Readonly<Record<string, unknown>> = {},
): Uint8Array {
  let time = 0;
  const lines = events.flatMap((event): readonly unknown[] => {
    if (typeof event === 'number') {
      time += event;
      return [];
    }
    time = Math.round((time + 0.1) * 1000) / 1000;
    return [typeof event === 'string' ? [time, 'o', event] : [time, 'm', event.marker]];
  });
  return new TextEncoder().encode([{ version: 2, width, height, ...header }, ...lines].map((each) => JSON.stringify(each)).join('\n'));
}

/** Returns the events of typing a command, key by key, and pressing Enter. */
export const typed = (command: string, enter = '\r\n'): readonly string[] => [...command, enter];

/** Imports a recording without asking. */
export async function imported(bytes: Uint8Array, options: Partial<ImportCastOptions> = {}): Promise<ImportedCast> {
  const { value, problems } = parseAsciicast('a.cast', bytes);
  if (!value) throw new Error(JSON.stringify(problems));
  return importCast(value, {
    id: 'session',
    title: 'Session',
    timing: defaultTiming,
    requested: [],
    kept: [],
    variables: {},
    storyText: '',
    hasDwell: false,
    hasCaptions: false,
    ...options,
  });
}

interface Step {
  readonly title: string;
  readonly blocks: readonly {
    readonly type: string;
    readonly prompt?: string;
    readonly command?: string;
    readonly lines?: readonly unknown[];
  }[];
}

/** Returns what scenes show, a line each: commands with their prompt, output with two spaces before it, recordings by their file. */
export function told({ scenes }: Pick<ImportedCast, 'scenes'>): readonly string[] {
  return scenes.flatMap(({ scene }) => {
    const { kind, file, steps } = scene as { kind: string; file?: string; steps: readonly Step[] };
    if (kind !== 'terminal') return [`[${file}]`];
    return steps.flatMap(({ blocks }) => blocks.flatMap(blockLines));
  });
}

function blockLines({ type, prompt, command, lines = [] }: Step['blocks'][number]): readonly string[] {
  if (type === 'shell') return [`${prompt} ${command}`];
  if (type === 'clear') return ['[clear]'];
  return lines.map(
    (line) => `  ${plainText((typeof line === 'object' && line !== null && 'text' in line ? line.text : line) as RichText)}`,
  );
}

/** Returns the titles of all steps. */
export function titles({ scenes }: Pick<ImportedCast, 'scenes'>): readonly string[] {
  return scenes.flatMap(({ scene }) => (scene as { steps: readonly Step[] }).steps.map(({ title }) => title));
}

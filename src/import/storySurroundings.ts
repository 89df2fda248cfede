import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { asRecord } from '../core/asRecord';
import type { Timing } from '../core/story';
import type { Variable } from '../core/variables';
import { tryParseJson } from '../compiler/story/jsonScanner';

/** What an import should know of the story that it becomes a part of. */
export interface StorySurroundings {
  readonly variables: Readonly<Record<string, Pick<Variable, 'value'>>>;
  /** Everything that the story's files say. */
  readonly storyText: string;
  readonly timing: Partial<Timing>;
  /** The files of the story's scenes by their ids. */
  readonly sceneFiles: ReadonlyMap<string, string>;
  /** Whether steps have planned times, and captions. */
  readonly hasDwell: boolean;
  readonly hasCaptions: boolean;
}

/** Reads a story's folder; everything is empty where there is none. The file of the scene `id`, which is written, does not count. */
export async function readStorySurroundings(folder: string, id: string): Promise<StorySurroundings> {
  const names = await readdir(folder).catch((): string[] => []);
  const files = names.filter((name) => name.endsWith('.json') && !isOwn(name, id));
  const texts = await Promise.all(files.map(async (name) => readFile(path.join(folder, name), 'utf8').catch(() => '')));
  const storyText = texts.join('\n');
  const story = asRecord(tryParseJson((texts[files.indexOf('story.json')] ?? '').replace(/^\uFEFF/u, '')));
  const variables = Object.entries(asRecord(story['variables'])).flatMap(([name, variable]) => {
    const { value } = asRecord(variable);
    return typeof value === 'string' ? [[name, { value }] as const] : [];
  });
  const sceneFiles = files.flatMap((file, index) => {
    const { id: sceneId, kind } = asRecord(tryParseJson(texts[index]!.replace(/^\uFEFF/u, '')));
    return typeof sceneId === 'string' && typeof kind === 'string' ? [[sceneId, file] as const] : [];
  });
  const timing = Object.entries(asRecord(story['timing'])).filter(([, value]) => typeof value === 'number');
  return {
    variables: Object.fromEntries(variables),
    storyText,
    sceneFiles: new Map(sceneFiles),
    timing: Object.fromEntries(timing) as Partial<Timing>,
    hasDwell: storyText.includes('"dwell":'),
    hasCaptions: storyText.includes('"caption":'),
  };
}

/** Whether a file was written by an earlier import of the same scene, and is replaced by this one. */
function isOwn(name: string, id: string): boolean {
  return name === `${id}.json` || (name.startsWith(`${id}-`) && /^\d+\.json$/u.test(name.slice(id.length + 1)));
}

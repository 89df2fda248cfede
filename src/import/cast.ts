import path from 'node:path';
import { pluralize } from '../core/pluralize';
import { defaultTiming } from '../schema/story';
import { shortPath } from '../project/shortPath';
import { canAsk, Questions } from './cast/askReplacement';
import { importCast, type ImportedCast } from './cast/importCast';
import { readCast } from './cast/readCast';
import type { Replacement, RequestedReplacement } from './cast/replacements';
import type { ImportValues } from './format';
import { firstCharacters } from './privacy/firstCharacters';
import { formatScene, sceneIdOf, sceneSchemaOf } from './sceneFile';
import { readStorySurroundings, type StorySurroundings } from './storySurroundings';
import { writeFiles, writeIntoStory } from './writeImport';

interface CastValues extends ImportValues {
  readonly prompt?: RegExp | undefined;
  readonly replace?: readonly RequestedReplacement[] | undefined;
  readonly keep?: readonly string[] | undefined;
  /** Whether the import asks about names. @default in an interactive terminal */
  readonly ask?: boolean | undefined;
}

/** Makes scenes of an asciicast. @throws with a message that says what to do */
export async function run(file: string, storyFolder: string | undefined, values: CastValues): Promise<void> {
  const { out, force, prompt, replace = [], keep = [], ask = canAsk() } = values;
  const { cast, title, notices } = await readCast(file);
  const firstFile = out ?? path.join(storyFolder!, `${sceneIdOf(file)}.json`);
  const id = sceneIdOf(firstFile);
  const story = await readStorySurroundings(storyFolder ?? path.dirname(firstFile), id);
  refuseTakenIds([id], story);
  const questions = new Questions();
  const imported = await importCast(cast, {
    ...story,
    id,
    title: title ?? id,
    prompt,
    requested: replace,
    kept: keep,
    timing: { ...defaultTiming, ...story.timing },
    ask: ask ? (name, suggestion) => questions.ask(name, suggestion) : undefined,
  }).finally(() => questions.close());
  refuseTakenIds(
    imported.scenes.map((scene) => scene.id),
    story,
  );
  const files = filesOf(imported, firstFile, await sceneSchemaOf(path.dirname(firstFile)));
  const scenes = imported.scenes.map((scene) => sceneFileOf(scene.id, id, firstFile));
  const variables = newVariables(imported.replacements);
  if (out === undefined)
    await writeIntoStory(storyFolder!, files, { scenes: scenes.map((name) => path.basename(name)), variables }, { force });
  else await writeFiles(files, { force });
  report(imported, [...files.keys()], notices, out === undefined ? {} : variables);
}

/** @throws if another scene of the story has one of the ids: they are named in addresses and belong to one scene each */
function refuseTakenIds(ids: readonly string[], { sceneFiles }: StorySurroundings): void {
  const taken = ids.find((id) => sceneFiles.has(id));
  if (taken === undefined) return;
  throw new Error(
    `${sceneFiles.get(taken)} has a scene with the id “${taken}” already. Give the recording’s file another name, or use --out.`,
  );
}

function sceneFileOf(sceneId: string, id: string, firstFile: string): string {
  return sceneId === id ? firstFile : path.join(path.dirname(firstFile), `${sceneId}.json`);
}

function filesOf({ scenes }: ImportedCast, firstFile: string, schema: string | undefined): ReadonlyMap<string, string> {
  const id = sceneIdOf(firstFile);
  return new Map(
    scenes.flatMap(({ id: sceneId, scene, cast }): [string, string][] => [
      [sceneFileOf(sceneId, id, firstFile), formatScene({ ...(schema !== undefined && { $schema: schema }), ...scene })],
      ...(cast === undefined ? [] : [[path.join(path.dirname(firstFile), `${sceneId}.cast`), cast] as [string, string]]),
    ]),
  );
}

function newVariables(replacements: readonly Replacement[]): Readonly<Record<string, { value: string; description: string }>> {
  return Object.fromEntries(
    replacements
      .filter(({ isKnown }) => !isKnown)
      .map(({ name, value, label }) => [name, { value, description: `In place of ${label} in the recording.` }]),
  );
}

/** Prints what was made, what was replaced, and what was left out. Of a secret its first characters are printed. */
function report(
  { scenes, replacements, kept, notices }: ImportedCast,
  files: readonly string[],
  more: readonly string[],
  missingVariables: object,
): void {
  const [commands, steps] = (['commands', 'steps'] as const).map((key) => scenes.reduce((sum, scene) => sum + scene[key], 0));
  for (const file of files) console.log(shortPath(file));
  console.log(`${pluralize(scenes.length, 'scene')}, ${pluralize(steps!, 'stop')}, ${pluralize(commands!, 'command')}`);
  if (replacements.length > 0) console.log('\nReplaced:');
  for (const { old, name, value, kind, label, count } of replacements)
    console.log(`  ${firstCharacters(old, kind)} → {{${name}}}, “${value}” (${label}, ${count}×)`);
  if (kept.length > 0) console.log('\nKept, as you said:');
  for (const { value, kind, label } of kept) console.log(`  ${firstCharacters(value, kind)} (${label})`);
  for (const notice of [...more, ...notices]) console.log(`\n${notice}`);
  if (Object.keys(missingVariables).length > 0)
    console.log(`\nAdd to "variables" in story.json: ${JSON.stringify(missingVariables).slice(1, -1)}`);
}

import path from 'node:path';
import process from 'node:process';
import { isDeepStrictEqual } from 'node:util';
import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { compileScene } from '../compiler/story/compileScene';
import { parseJsonFile } from '../compiler/story/parseJsonFile';
import { kindProblem } from '../config/definitionProblem';
import { generateSceneSchema } from '../compiler/jsonSchema';
import type { Scene } from '../core/story';
import { SURFACES } from '../core/timeline';
import { kinds as builtInKinds } from '../kinds/builtIn';
import type { Kind } from '../kinds/kind';

export interface KindTestOptions {
  /** The folder of files that the example names. @default the current folder */
  readonly folder?: string;
}

/**
 * Tests that a kind of scene keeps the rules of Understudy, with its `example`: the schema validates it and describes itself to editors,
 * `compile` gives the same JSON twice, `describe` and `View` depend on scene and step only.
 * @throws with every rule that is broken, a line each
 */
export async function testKind(value: unknown, { folder = process.cwd() }: KindTestOptions = {}): Promise<void> {
  const problem = kindProblem(value);
  if (problem !== undefined) throw new Error(`This is not a kind: ${problem}.`);
  const kind = value as Kind;
  const broken = await brokenRules(kind, folder);
  if (broken.length > 0) throw new Error([`The kind "${kind.name}" breaks ${broken.length} of the rules:`, ...broken].join('\n- '));
}

async function brokenRules(kind: Kind, folder: string): Promise<readonly string[]> {
  const broken: string[] = [];
  if (kind.example === undefined) return ['"example" is missing: nothing can be tested without a scene'];
  try {
    generateSceneSchema([kind]);
  } catch (error) {
    broken.push(`editors cannot be told the schema: ${(error as Error).message}`);
  }
  const compile = (example: object) =>
    compileScene(
      parseJsonFile(path.join(folder, 'example.json'), Buffer.from(JSON.stringify(example))),
      // A scene may have others in its panes.
      new Map([...builtInKinds, kind].map((each) => [each.name, each])),
      new Map(),
    );
  const [first, second] = [await compile(kind.example as object), await compile(kind.example as object)];
  if (first.value === undefined) return [...broken, ...first.problems.map(({ message }) => `the example is not valid: ${message}`)];
  if ((await compile({ ...(kind.example as object), unknownField: true })).problems.length === 0)
    broken.push('a field that the schema does not know is accepted: use z.strictObject()');
  if (!isDeepStrictEqual(first.value, second.value)) broken.push('compiling the example twice gives two different scenes');
  const scene = JSON.parse(JSON.stringify(first.value)) as Scene;
  if (!isDeepStrictEqual(scene, withoutUndefined(first.value))) broken.push('the compiled scene is not JSON');
  return [...broken, ...scene.steps.flatMap((_, step) => brokenStepRules(kind, scene, step))];
}

function brokenStepRules({ describe, View }: Kind, scene: Scene, step: number): readonly string[] {
  const broken: string[] = [];
  try {
    const description = describe(scene, step);
    if (!SURFACES.includes(description.surface)) broken.push(`step ${step}: "surface" must be one of ${SURFACES.join(', ')}`);
    if (description.surface !== 'terminal' && description.surface !== 'panes' && !View)
      broken.push(`step ${step}: a ${description.surface} needs a View`);
    if (!description.textLines.every((line) => typeof line === 'string')) broken.push(`step ${step}: "textLines" must be strings`);
    if (!isDeepStrictEqual(description, describe(scene, step))) broken.push(`step ${step}: "describe" gives two different results`);
  } catch (error) {
    broken.push(`step ${step}: "describe" throws: ${(error as Error).message}`);
  }
  if (!View) return broken;
  try {
    const render = (phase: 'play' | 'settled'): string =>
      renderToStaticMarkup(createElement(View, { scene, step, phase, onNext: () => {} }));
    render('play');
    if (render('settled') !== render('settled')) broken.push(`step ${step}: the view renders two different pages`);
  } catch (error) {
    broken.push(`step ${step}: the view throws: ${(error as Error).message}`);
  }
  return broken;
}

/** Removes fields that are undefined, as JSON does. */
function withoutUndefined(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutUndefined);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).flatMap(([key, each]) => (each === undefined ? [] : [[key, withoutUndefined(each)]])));
}

import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import type { CompiledStory } from '../compiler/compileStory';
import { allScenes, type Scene } from '../core/story';
import { SURFACES } from '../core/timeline';
import { fillStory } from '../core/variables';
import type { Kind } from '../kinds/kind';
import { shortPath } from '../project/shortPath';

/**
 * Describes and renders every stop of a story's own kinds, so that errors in a kind are reported before the page is built.
 * @throws an error with the kind, the scene's file and the step
 */
export function tryKinds({ story, written }: CompiledStory, kinds: readonly Kind[]): void {
  const files = new Map(written.map(({ value, file }) => [(value as Partial<Scene>).id, file]));
  for (const scene of allScenes(fillStory(story))) {
    const kind = kinds.find(({ name }) => name === scene.kind);
    if (kind) tryScene(kind, scene, shortPath(files.get(scene.id)!));
  }
}

function tryScene(kind: Kind, scene: Scene, file: string): void {
  const { describe, View } = kind;
  for (const step of scene.steps.keys()) {
    const name = `step ${step + 1} of ${file}`;
    const { surface } = attempt(`The kind "${kind.name}" could not describe ${name}`, () => checkDescription(describe(scene, step)));
    if (surface === 'terminal' || surface === 'panes') continue;
    if (!View) throw new Error(`The kind "${kind.name}" has no View, and ${name} is shown in a ${surface}.`);
    attempt(`The view of the kind "${kind.name}" failed at ${name} (stop #/${scene.id}/${step})`, () =>
      renderToStaticMarkup(createElement(View, { scene, step, phase: 'settled', onNext: () => {} })),
    );
  }
}

function checkDescription(description: ReturnType<Kind['describe']>): ReturnType<Kind['describe']> {
  if (!SURFACES.includes(description?.surface)) throw new TypeError(`"surface" must be one of ${SURFACES.join(', ')}`);
  if (!Array.isArray(description.textLines)) throw new TypeError('"textLines" must be a list of texts');
  return description;
}

/** Returns the result of `work`. @throws its error with `failure` prepended to the message */
function attempt<T>(failure: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw new Error(`${failure}: ${error instanceof Error ? error.message : String(error)}`, { cause: error });
  }
}

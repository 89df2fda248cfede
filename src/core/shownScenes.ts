import { stopKey } from './stopNumber';
import type { Scene, Story } from './story';

/** A scene of a timeline. */
interface ShownScene {
  readonly scene: Scene;
  /** The steps that are not dropped. */
  readonly steps: readonly number[];
  /** Place of the scene's first step among all steps of the story, from 0. */
  readonly firstPlace: number;
  /** Position among the detours, from 0; undefined on the way. */
  readonly detour: number | undefined;
}

/**
 * Returns the scenes of a timeline without the stops of the keys `dropped`: those on the way, then the detours. Ignores `dropped` if
 * nothing is left on the way, as may be after the story was edited.
 */
export function shownScenes({ scenes }: Pick<Story, 'scenes'>, dropped: readonly string[]): readonly ShownScene[] {
  let places = 0;
  const shown = scenes
    .map((scene): ShownScene => {
      const firstPlace = places;
      places += scene.steps.length;
      const steps = [...scene.steps.keys()].filter((step) => !dropped.includes(stopKey({ scene, step })));
      return { scene, steps, firstPlace, detour: undefined };
    })
    .filter(({ steps }) => steps.length > 0);
  const way = shown.filter(({ scene }) => !scene.detour);
  if (way.length === 0 && dropped.length > 0) return shownScenes({ scenes }, []);
  return [...way, ...shown.filter(({ scene }) => scene.detour).map((scene, detour) => ({ ...scene, detour }))];
}

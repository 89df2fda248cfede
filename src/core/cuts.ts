import type { Scene, Story } from './story';
import type { Stop, Timeline } from './stop';
import { cutsOf } from './cutNames';
import { stopKey } from './stopNumber';

/** Whether the talk may leave out a step. */
export function isOptional(scene: Scene, step: number): boolean {
  return scene.optional === true || scene.steps[step]?.optional === true || cutsOf(scene, step).length > 0;
}

/** Returns the keys of the stops that a short version leaves out; none for an unknown name, and without one. */
export function stopsOfCut({ scenes }: Pick<Story, 'scenes'>, cut: string | null): readonly string[] {
  if (cut === null) return [];
  return scenes.flatMap((scene) => scene.steps.flatMap((_, step) => (cutsOf(scene, step).includes(cut) ? [stopKey({ scene, step })] : [])));
}

/**
 * Returns the keys of the stops that may be dropped or restored while the presenter holds `held`: the stops on stage and those that
 * detours were left from. Only optional ones after all of these, so that no picture changes that the presenter may return to.
 */
export function droppableStops({ story: { scenes } }: Timeline, held: readonly Stop[]): readonly string[] {
  let place = 0;
  return scenes.flatMap((scene) =>
    scene.steps.flatMap((_, step) => {
      const at = place++;
      const isAhead = held.every((stop) => (scene.detour ? stop.scene.id !== scene.id : stop.detour !== undefined) || stop.place < at);
      return isAhead && isOptional(scene, step) ? [stopKey({ scene, step })] : [];
    }),
  );
}

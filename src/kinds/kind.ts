import type { ComponentType } from 'react';
import type { Position } from '../core/position';
import type { Scene } from '../core/story';
import type { StepDescription } from '../core/timeline';

/** Props of a kind's view. It renders the step, without state or timers of its own. */
export interface ViewProps<S extends Scene = Scene> {
  readonly scene: S;
  /** Position of the step in the scene, from 0. */
  readonly step: number;
  /** `settled` renders the final state; before that, entrances may be animated. */
  readonly phase: Position['phase'];
  /** Moves to the next stop, for the controls that work. */
  readonly onNext: () => void;
}

/** A kind of scene. Its folder has the schema, the description of its steps, and its view. */
export interface Kind<S extends Scene = Scene> {
  /** Describes a step without rendering it. */
  readonly describeStep: (scene: S, step: number) => StepDescription;
  /** Renders a page or a board. Kinds that only print in the terminal have none. */
  readonly View?: ComponentType<ViewProps<S>>;
}

/** Returns `kind` for the registry. Its narrower scene type is safe: the build validates each scene against its kind. */
export function defineKind<S extends Scene>(kind: Kind<S>): Kind {
  return kind as unknown as Kind;
}

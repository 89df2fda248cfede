import type { ComponentType } from 'react';
import type { Position } from '../core/position';
import type { Scene } from '../core/story';
import type { StepDescription } from '../core/timeline';

/** What a kind's view is given. It shows the step and nothing else: no state of its own, no timers. */
export interface ViewProps<S extends Scene = Scene> {
  readonly scene: S;
  /** Position of the step in the scene, from 0. */
  readonly step: number;
  /** `settled` shows the final picture at once; before that, entrances may move. */
  readonly phase: Position['phase'];
  /** Goes on, for the controls that work. */
  readonly onNext: () => void;
}

/** A kind of scene: its folder holds the schema, the shape of its steps, and its view. */
export interface Kind<S extends Scene = Scene> {
  /** Counts and shapes the steps, without rendering anything. */
  readonly describeStep: (scene: S, step: number) => StepDescription;
  /** Draws a page or a board; a kind that only prints in the terminal needs none. */
  readonly View?: ComponentType<ViewProps<S>>;
}

/** Enters a kind in the registry. The build has validated every scene against its kind, which makes the narrowing safe. */
export function defineKind<S extends Scene>(kind: Kind<S>): Kind {
  return kind as unknown as Kind;
}

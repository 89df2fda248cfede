import type { ComponentType } from 'react';
import type { z } from 'zod';
import type { Position } from '../core/position';
import type { Scene } from '../core/story';
import type { StepDescription } from '../core/timeline';
import type { CompileContext } from './compileContext';

/** Props of a kind's view. It shows one step: without state of its own and without timers, so that stepping back is exact. */
export interface ViewProps<S extends Scene = Scene> {
  readonly scene: S;
  /** Position of the step in the scene, from 0. */
  readonly step: number;
  /** `settled` shows the final frame at once; before that, transitions may move. */
  readonly phase: Position['phase'];
  /** Goes to the next step, for the controls that work. */
  readonly onNext: () => void;
}

/** A view that may be in a chunk of its own. */
export type LoadedView<S extends Scene = Scene> = ComponentType<ViewProps<S>> & {
  /** Loads the chunk; returns undefined if it is there. Rejects if it cannot be loaded; the next call tries again. */
  readonly load?: () => Promise<unknown> | undefined;
};

/**
 * A kind of scene. In the page, a kind consists of `name`, `describe` and `View`: the build removes the rest from the object literal
 * that {@link defineKind} gets, and the imports that only the rest uses.
 */
export interface Kind<S extends Scene = Scene> {
  /** The value of `kind` in scene files. */
  readonly name: string;
  /** Schema of a scene file. */
  readonly schema: z.ZodType;
  /** Describes a step without rendering it. Pure; called for every step of the story. */
  readonly describe: (scene: S, step: number) => StepDescription;
  /** Renders a page or a board. A kind that only prints in the terminal has none. */
  readonly View?: LoadedView<S>;
  /** Runs at build time: turns the scene of the file into the scene that the page gets. Its result must be JSON. */
  readonly compile?: (scene: never, context: CompileContext) => Promise<S | undefined>;
  /** A scene file that shows what the kind can do: for the reference, its picture, and the conformance test. */
  readonly example?: unknown;
}

/** The part of a kind that the page loads. */
export type PageKind = Pick<Kind, 'name' | 'describe' | 'View'>;

/** Defines a kind of scene. Validation makes sure that `describe` and `View` get scenes of this kind only. */
export function defineKind<S extends Scene>(kind: Kind<S>): Kind {
  return kind as unknown as Kind;
}

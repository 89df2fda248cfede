import type { Scene, ScenePane, Step } from '../../core/story';

/** A split stage as the page gets it. */
export interface SplitScene extends Scene {
  readonly panes: readonly ScenePane[];
  readonly steps: readonly SplitStep[];
}

export interface SplitStep extends Step {
  /** The step of each pane's scene, from 0. */
  readonly at: readonly number[];
  /** The panes that are at a new step. */
  readonly moving: readonly number[];
}

import { PageFrame } from './PageFrame';
import type { SnapshotScene, SnapshotStep } from './scene';

/** Frames that are kept: the current one, those of the steps before and after it, and one more. */
const MAX_KEPT = 4;

/** The frames of a scene: one for each state, of which one is shown. */
export class FrameDeck {
  readonly #container: HTMLElement;
  readonly #scene: SnapshotScene;
  /** Called when the frame that is shown gets its document. */
  readonly #onReady: () => void;
  /** By state, least recently used first. */
  readonly #frames = new Map<number, PageFrame>();
  #shown: number | undefined;

  constructor(container: HTMLElement, scene: SnapshotScene, onReady: () => void) {
    this.#container = container;
    this.#scene = scene;
    this.#onReady = onReady;
  }

  get current(): PageFrame | undefined {
    return this.#shown === undefined ? undefined : this.#frames.get(this.#shown);
  }

  /** Shows the frame of a state. It may have no document yet. */
  show({ state }: SnapshotStep): PageFrame {
    this.#shown = state;
    const frame = this.#frameOf(state);
    for (const [each, other] of this.#frames) other.isShown = each === state;
    // Only in bursts of presses, which come before the next idle time.
    if (this.#frames.size > 2 * MAX_KEPT) this.#removeOldest();
    return frame;
  }

  /** Loads the frames of other steps, and removes those that have not been shown for long. */
  prepare(steps: readonly (SnapshotStep | undefined)[]): void {
    for (const step of steps) if (step && step.state !== this.#shown) this.#frameOf(step.state).isShown = false;
    if (this.#shown !== undefined) this.#frameOf(this.#shown);
    this.#removeOldest();
  }

  remove(): void {
    for (const { element } of this.#frames.values()) element.remove();
    this.#frames.clear();
  }

  #removeOldest(): void {
    for (const [state, frame] of this.#frames) {
      if (this.#frames.size <= MAX_KEPT) break;
      frame.element.remove();
      this.#frames.delete(state);
    }
  }

  #frameOf(state: number): PageFrame {
    const known = this.#frames.get(state);
    const frame =
      known ??
      new PageFrame(this.#scene.states[state]!, this.#scene, () => {
        if (this.#shown === state) this.#onReady();
      });
    this.#frames.delete(state);
    this.#frames.set(state, frame);
    if (!known) this.#container.append(frame.element);
    return frame;
  }
}

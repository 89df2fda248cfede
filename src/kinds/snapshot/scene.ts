import type { Scene, Step } from '../../core/story';
import type { StepDescription } from '../../core/timeline';

/**
 * Names a node of a captured document: the number of a marked element, after those of the elements whose shadow roots it lies in, such as
 * `7` or `3>12`. `3>` is the shadow root of element 3 itself.
 */
export type NodeReference = string;

/** How a node differs from the document. */
export type Patch =
  /** The text of a child; `child` counts texts and elements. */
  | { readonly at: NodeReference; readonly child: number; readonly text: string }
  | { readonly at: NodeReference; readonly name: string; readonly value: string }
  | { readonly at: NodeReference; readonly hide: true };

/** A captured page, without what must not be shown. */
export interface CapturedState {
  /** Address of the file with the document. */
  readonly document: string;
  /** The pictures and fonts of the document: where each is, by its name in `assets/`. */
  readonly files: Readonly<Record<string, string>>;
  readonly address: string;
  readonly title: string;
  /** Where the page was scrolled to, in pixels. */
  readonly scroll: readonly [x: number, y: number];
  /** Texts with variables that the address of the story may change. */
  readonly filled: readonly Patch[];
}

/** Words that are typed: the patch that holds them, and when each character appears, in milliseconds. */
export interface Typing {
  readonly patch: number;
  readonly times: readonly number[];
}

/** A step of a captured page as the page gets it. */
export interface SnapshotStep extends Step {
  /** Index of the state. */
  readonly state: number;
  /** All that differs from the document of the state. */
  readonly patches: readonly Patch[];
  readonly typed?: readonly Typing[] | undefined;
  readonly highlight?: readonly NodeReference[] | undefined;
  readonly pointer?: NodeReference | undefined;
  readonly scroll?: NodeReference | undefined;
  /** What is new, in words. */
  readonly lines: readonly string[];
}

/** A scene of captured pages as the page gets it. */
export interface SnapshotScene extends Scene, Pick<StepDescription, 'chrome'> {
  readonly theme: 'light' | 'dark';
  readonly icon?: string | undefined;
  /** The size of the captured window in CSS pixels. */
  readonly width: number;
  readonly height: number;
  readonly states: readonly CapturedState[];
  readonly steps: readonly SnapshotStep[];
}

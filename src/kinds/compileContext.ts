import type { z } from 'zod';
import type { CompiledSource, Scene, Timing } from '../core/story';

/** Keys that lead from a scene file's root to a value, such as `['steps', 0, 'title']`. */
export type ScenePath = readonly PropertyKey[];

/** A mistake in a scene file, or in a file it names. */
export interface CompileProblem {
  /** The value in the scene file. */
  readonly path: ScenePath;
  /** What was found there, in words. */
  readonly found: string;
  /** What belongs there, in words. */
  readonly expected: string;
  /** The name that was probably meant. */
  readonly suggestion?: string | undefined;
}

/** Text of another file that the page shows. */
export interface OtherText {
  readonly text: string;
  /** Its file, as the scene names it, and the number of its first line there. */
  readonly file: string;
  readonly firstLine: number;
  /** Where the scene names it. */
  readonly path: ScenePath;
}

export interface LoadImagesOptions {
  /** How many times larger than the whole stage a picture of this size is shown at most; the build keeps enough pixels. @default 1 */
  readonly zoom?: (picture: { readonly width: number; readonly height: number }) => number;
  /** Where the value is in the scene. @default the scene itself */
  readonly path?: ScenePath;
}

/** Functions for a kind's `compile`. */
export interface CompileContext {
  /** The story's delays, in milliseconds. */
  readonly timing: Timing;
  /**
   * Reads a file beside the scene file, and compiles the scene again when it changes.
   * @param path Where a missing file is reported. @default not reported
   */
  readFile(name: string, path?: ScenePath): Promise<Uint8Array | undefined>;
  /** Reports a mistake, with file, line and column. The story does not build then. */
  report(problem: CompileProblem): void;
  /** Reports what the author should look at: `check` says it, and the story builds. */
  warn(path: ScenePath, message: string): void;
  /** Tells `check` of text that the page shows and the scene file has not, so that it looks for secrets. */
  addText(text: OtherText): void;
  /** Validates a value of the scene that is at `path`, as the scene itself was. Reports what is wrong, and returns undefined then. */
  validate<T>(schema: z.ZodType<T>, value: unknown, path: ScenePath): { readonly value: T } | undefined;
  /** Returns a value with open variables filled in, as the page shows it without values in its address. For measuring. */
  fillVariables<T>(value: T): T;
  /**
   * Colours every piece of code in a value: objects with `lang` and `text` or `json`. Returns the value with the coloured lines.
   * @param path Where the value is in the scene. @default the scene itself
   */
  highlightCode<T>(value: T, path?: ScenePath): Promise<CompiledSource<T>>;
  /**
   * Prepares every picture in a value: objects with `src` and `alt` (see `imageFields`). Returns the value with the address of each
   * file in `src`, and the picture's `width` and `height`. Reports pictures that are missing or cannot be shown.
   */
  loadImages<T>(value: T, options?: LoadImagesOptions): Promise<CompiledSource<T>>;
  /**
   * Reads and compiles a scene file beside this one, for a pane of this scene (`panes` of a step's description). Its mistakes are
   * reported at their places in that file; a missing file at `path`. Returns undefined then.
   */
  readScene(name: string, path: ScenePath): Promise<Scene | undefined>;
  /** Adds a file to the build and returns its address, for `src` and `href`. */
  emitAsset(name: string, content: Uint8Array | string): string;
}

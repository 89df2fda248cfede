import type { BlockSource } from '../schema/block';
import type { FocusSource } from '../schema/focus';
import type { StorySource } from '../schema/story';
import type { Role } from './roles';
import type { StoryTheme } from './theme';

export type CodeToken = readonly [text: string, role: Role];

/** Highlighted code, line by line. */
export interface HighlightedCode {
  readonly label?: string | undefined;
  /** Names of pieces of code, of which `show` is shown. */
  readonly tabs?: readonly string[] | undefined;
  readonly show?: string | undefined;
  readonly lines: readonly (readonly CodeToken[])[];
}

/** A picture that the build has prepared. */
export interface LoadedImage {
  /** Address of the file, relative to the page. */
  readonly src: string;
  readonly alt: string;
  /** Size of the author's picture as it is upright, in pixels. The file may have fewer. */
  readonly width: number;
  readonly height: number;
}

/** A schema's output type after compilation: code is highlighted, pictures are prepared, everything else is unchanged. */
export type CompiledSource<T> = T extends string | number | boolean | null | undefined
  ? T
  : T extends readonly (infer Item)[]
    ? readonly CompiledSource<Item>[]
    : 'lang' extends keyof T
      ? Omit<{ readonly [Key in keyof T]: T[Key] }, 'lang' | 'json' | 'text' | 'mark' | 'tabs' | 'show'> & HighlightedCode
      : 'src' | 'alt' extends keyof T
        ? Omit<{ readonly [Key in keyof T]: T[Key] }, 'src' | 'redact'> & LoadedImage
        : { readonly [Key in keyof T]: CompiledSource<T[Key]> };

/** One thing a step prints in the terminal. */
export type Block = CompiledSource<BlockSource>;

/** What every step of every scene has. */
export interface Step {
  readonly title: string;
  readonly notes: { readonly say: string; readonly point: string };
  readonly dwell?: number | undefined;
  /** What matters at this stop, for `focusOf()`. */
  readonly focus?: FocusSource | undefined;
  /** What a visitor without a speaker should know at this stop. */
  readonly caption?: string | undefined;
  /** The keys that are pressed at this stop. */
  readonly keys?: readonly string[] | undefined;
  /** Whether the talk may leave it out. @default false */
  readonly optional?: boolean | undefined;
  /** The short versions of the talk that leave it out. */
  readonly cuts?: readonly string[] | undefined;
}

/** What every scene has, whatever its kind. */
export interface Scene {
  readonly kind: string;
  readonly id: string;
  readonly title: string;
  /** Whether it opens in a window over what the scene before it shows. @default false */
  readonly over?: boolean | undefined;
  /** Whether the talk may leave out its steps. @default false */
  readonly optional?: boolean | undefined;
  /** The short versions of the talk that leave out its steps. */
  readonly cuts?: readonly string[] | undefined;
  /** Whether it is a detour: not on the way, and reached only when the presenter chooses it. @default false */
  readonly detour?: boolean | undefined;
  /** The scenes that share the stage in this one. */
  readonly panes?: readonly ScenePane[] | undefined;
  readonly steps: readonly Step[];
}

/** A scene that has a part of the stage. */
export interface ScenePane {
  readonly scene: Scene;
  /** Its share of the width, compared with the other panes. */
  readonly width: number;
}

/** Returns all scenes of a story, also those in panes. */
export function allScenes({ scenes }: Pick<Story, 'scenes'>): readonly Scene[] {
  return scenes.flatMap((scene) => [scene, ...(scene.panes ?? []).map((pane) => pane.scene)]);
}

/** Whether a scene plays recorded output, which is in visual order already. */
export function isRecorded({ steps }: Scene): boolean {
  return steps.some((step) => 'recorded' in step);
}

/** Delays of the terminal, in milliseconds. */
export type Timing = Readonly<StorySource['timing']>;

/** A compiled story. `direction` is set if it reads from right to left. */
export interface Story extends Readonly<Omit<StorySource, '$schema' | 'scenes' | 'theme'>> {
  readonly theme?: StoryTheme | undefined;
  readonly scenes: readonly Scene[];
}

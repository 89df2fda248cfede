import type { Scene, Step } from '../../core/story';
import type { StepDescription } from '../../core/timeline';
import type { PageSource } from './schema/page';
import type { PartReference } from './schema/part';

/** A part as the page gets it: code is highlighted, parts inside it are references. */
export interface CompiledPart {
  readonly type: string;
  readonly id?: string | undefined;
  /** Identifies the part at all steps. */
  readonly key: string;
  readonly [field: string]: unknown;
}

export interface CompiledStep extends Step {
  /** The parts of the page at this step. */
  readonly root: readonly PartReference[];
  /** Keys of parts that came at this step, and of those whose own fields changed. */
  readonly added?: readonly string[];
  readonly changed?: readonly string[];
  /** Fields that are typed into: the milliseconds at which each character appears, by the part's key. */
  readonly typed?: Readonly<Record<string, readonly number[]>> | undefined;
  /** Keys of the parts that the page is scrolled to and that the pointer is on. */
  readonly scroll?: string | undefined;
  readonly pointer?: string | undefined;
  /** The button that goes on, and the hint above it. */
  readonly press?: { readonly key: string; readonly hint?: string | undefined } | undefined;
  /** Keys of the parts that spring into place as this step plays. */
  readonly springs?: readonly string[] | undefined;
  /** Changes after which nothing is different. Only `check` reads them. */
  readonly unchanged?: readonly string[];
  /** What is new at this step, for reading. */
  readonly lines: readonly string[];
}

export interface Look extends Readonly<Omit<PageSource['look'], 'chrome'>>, Partial<Pick<PageSource['look'], 'chrome'>> {
  /** Classes whose rules draw the page of a kind that maps its scenes to parts. */
  readonly skin?: string | undefined;
  /** Colours of words on the accent and on the brand. */
  readonly onAccent: string;
  readonly onBrand?: string | undefined;
  /** The accent as words on the page. */
  readonly accentText: string;
}

/** An element of SVG and its attributes. */
export type IconShape = readonly [element: string, attributes: Readonly<Record<string, string>>];

/**
 * A page as the browser gets it. `parts` holds every version of every part once; steps refer to them by number, so a part that stays
 * the same is stored once for all steps.
 */
export interface PageScene extends Scene, Pick<StepDescription, 'address' | 'leave'> {
  readonly look: Look;
  readonly parts: readonly CompiledPart[];
  /** The shapes of the icons that parts name, on a square of 24. */
  readonly icons: Readonly<Record<string, readonly IconShape[]>>;
  readonly steps: readonly CompiledStep[];
}

export function isPage(scene: Scene): scene is PageScene {
  return scene.kind === 'page';
}

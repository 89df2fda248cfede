import type { Scene } from '../../../core/story';
import type { StepDescription } from '../../../core/timeline';
import type { CompileContext } from '../../compileContext';
import type { PageScene } from '../scene';
import type { StepSource } from '../schema/page';
import { compilePage } from './compilePage';

/** A part that a kind makes, with the fields that the part's schema has. Words are texts, not Markdown. */
export interface MappedPart {
  readonly type: string;
  readonly id?: string;
  readonly parts?: readonly MappedPart[];
  readonly [field: string]: unknown;
}

/** The page that a kind makes of its scene. */
export interface MappedPage {
  /** Classes that the kind's style sheet has rules for. */
  readonly skin: string;
  readonly brand?: string | undefined;
  readonly parts: readonly MappedPart[];
  /** The button that goes on. */
  readonly press?: StepSource['press'];
  /** What the page says, for reading; texts that the author left out are undefined. */
  readonly lines: readonly (string | undefined)[];
}

/** A page that is the same at all its steps. */
type MappedScene = Scene & Pick<StepDescription, 'address' | 'leave'>;

/** Compiles the scene of a kind whose pages are made of the parts of the kind `page`. */
export async function compileMappedPage(scene: MappedScene, page: MappedPage, context: CompileContext): Promise<PageScene | undefined> {
  const { kind, id, title, address, leave } = scene;
  const { skin, brand, parts, press, lines } = page;
  const compiled = await compilePage(
    {
      kind,
      id,
      title,
      ...(address !== undefined && { address }),
      ...(leave && { leave }),
      look: { theme: 'light', accent: '#2563eb', density: 'normal', width: 'full', skin, ...(brand !== undefined && { brand }) },
      parts,
      steps: scene.steps.map((step) => ({
        ...step,
        cuts: undefined,
        keys: step.keys && [...step.keys],
        ...(press !== undefined && { press }),
      })),
    },
    context,
  );
  if (!compiled) return undefined;
  const words = lines.filter((line) => line !== undefined);
  return { ...compiled, steps: compiled.steps.map((step, index) => ({ ...step, lines: index === 0 ? words : [] })) };
}

/** Returns a list of parts without those that the author left out. */
export function presentParts(...parts: readonly (MappedPart | false | undefined)[]): readonly MappedPart[] {
  return parts.filter((part) => part !== false && part !== undefined);
}

/** Fields below each other. Three or more are in columns, because a page does not scroll on stage. */
export function fieldParts(fields: readonly MappedPart[]): readonly MappedPart[] {
  if (fields.length < 3) return fields;
  return [{ type: 'section', id: fields.length > 4 ? 'many-fields' : 'fields', parts: fields }];
}

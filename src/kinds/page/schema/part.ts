import { z } from 'zod';
import { inlineMarkdown } from '../../../schema/markdown';
import { idSchema, nonEmptyLine } from '../../../schema/text';

/** A part inside another one, in the scene that the page gets: its number in the scene's list of parts. */
export interface PartReference {
  readonly part: number;
}

export const TONES = ['ok', 'error', 'warn', 'info', 'accent', 'dim'] as const;

/** The union of all parts, which is defined after the parts that contain others. */
let union: z.ZodType | undefined;

export function definePartUnion<T extends z.ZodType>(schema: T): T {
  union = schema;
  return schema;
}

/** A part inside another one. Its output type is what the compiled scene has in its place. */
const nestedPart = z.lazy((): z.ZodType => union!) as unknown as z.ZodType<PartReference>;

/** Describes a part: its type, its fields and an example. */
export function definePart<const Type extends string, Shape extends z.ZodRawShape>(
  type: Type,
  description: string,
  example: object,
  shape: Shape,
) {
  const id = idSchema.optional().meta({ description: 'The name by which steps change the part; once in a page.', examples: ['checks'] });
  return z.strictObject({ type: z.literal(type), id, ...shape }).meta({ title: type, description, examples: [{ type, ...example }] });
}

/** One line of plain text. */
export const words = (description: string, ...examples: string[]) => nonEmptyLine.meta({ description, examples });

/** One line with emphasis, code and links in Markdown. */
export const styled = (description: string, ...examples: string[]) => inlineMarkdown.meta({ description, examples });

/** Yes or no; no by default. */
export const flag = (description: string) =>
  z
    .boolean()
    .optional()
    .meta({ description, default: false, examples: [true] });

/** One of several names; the first by default. */
export const choice = <const Names extends readonly [string, ...string[]]>(names: Names, description: string, enumDescriptions: string[]) =>
  z
    .enum(names)
    .optional()
    .meta({ description, enumDescriptions, default: names[0], examples: [names.at(-1)] });

export const tone = z
  .enum(TONES)
  .optional()
  .meta({
    description: 'What it means, which gives it its colour.',
    enumDescriptions: ['It worked.', 'It failed.', 'Careful, or not yet.', 'Good to know.', 'The page’s own colour.', 'Of less weight.'],
    otherwise: 'the colour of the page’s words',
    examples: ['ok'],
  });

export const icon = nonEmptyLine.meta({
  description: 'The name of an icon of lucide.dev, or an emoji or up to two letters.',
  examples: ['git-merge', '🐙'],
});

export const parts = (description: string, ...examples: object[][]) =>
  z.array(nestedPart).meta({ description, examples: examples.length > 0 ? examples : [[{ type: 'text', text: 'Hello' }]] });

/** The inside of a table's cell or a list's entry: words, or a part. */
export const cell = z.union([inlineMarkdown, nestedPart]);

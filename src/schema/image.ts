import { z } from 'zod';
import { nonEmptyLine } from './text';

/** A pixel position or size in a picture. */
const pixels = (description: string, example: number) =>
  z
    .number()
    .min(0)
    .meta({ description, unit: 'pixels', examples: [example] });

/** Fields of a point in a picture. */
export const pointFields = {
  x: pixels('Distance from the picture’s left edge.', 640),
  y: pixels('Distance from the picture’s top edge.', 180),
};

/** Fields of a rectangle in a picture. */
export const rectangleFields = {
  ...pointFields,
  width: pixels('Width.', 320).refine((width) => width > 0, 'more than 0'),
  height: pixels('Height.', 60).refine((height) => height > 0, 'more than 0'),
};

const redactedArea = z
  .strictObject(rectangleFields)
  .meta({ description: 'An area of the picture that is removed.', examples: [{ x: 640, y: 180, width: 320, height: 60 }] });

/** Where the file of a picture may be, as messages say it. */
const SRC_EXPECTED = 'the path of a file in the story’s folder, with / between folders';

const srcSchema = nonEmptyLine
  .refine((src) => !/^[a-z][a-z0-9+.-]*:|^\/|\\/iu.test(src), SRC_EXPECTED)
  .meta({
    description: 'The file of the picture, PNG, JPEG, WebP, AVIF or SVG: its path, seen from the folder of this file.',
    examples: ['dashboard.png', 'pictures/dashboard.png'],
  });

/** Fields of a picture. `CompileContext.loadImages` finds pictures by `src` and `alt`. */
export const imageFields = {
  src: srcSchema,
  alt: nonEmptyLine.meta({
    description: 'What the picture shows, in words: for those who cannot see it, and for the transcript.',
    examples: ['The dashboard. Sign-ins rise from 200 to 900 a day.'],
  }),
  fit: z
    .enum(['contain', 'cover'])
    .optional()
    .meta({
      description: 'How the picture fills its place.',
      enumDescriptions: ['The whole picture, with space around it.', 'The whole place, with edges of the picture cut off.'],
      default: 'contain',
      examples: ['cover'],
    }),
  redact: z
    .array(redactedArea)
    .min(1)
    .optional()
    .meta({
      description:
        'Areas to remove. The build paints over their pixels, so they are not in the published file. In pixels of the ' +
        'picture as it is upright, from its top left corner. Needs the package sharp.',
      examples: [[{ x: 640, y: 180, width: 320, height: 60 }]],
    }),
};

export const imageSchema = z
  .strictObject(imageFields)
  .meta({
    id: 'image',
    title: 'Picture',
    description: 'A picture from a file.',
    examples: [{ src: 'dashboard.png', alt: 'The dashboard. Sign-ins rise from 200 to 900 a day.' }],
  });

export type ImageSource = z.output<typeof imageSchema>;

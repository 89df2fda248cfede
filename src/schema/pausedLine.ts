import { z } from 'zod';

/** The field `pause` of a line, a row or an entry. */
export const linePause = z
  .number()
  .int()
  .min(0)
  .max(10_000)
  .optional()
  .meta({ description: 'How long to wait before it appears.', unit: 'milliseconds', examples: [800] });

/** A line of `text`, or an object with the line and a pause before it. */
export const pausedLine = <Text extends z.ZodType>(text: Text, example: string) =>
  z.union([
    text,
    z
      .strictObject({ text: text.meta({ description: 'The line.', examples: [example] }), pause: linePause })
      .meta({ description: 'A line with a pause before it.', examples: [{ text: example, pause: 800 }] }),
  ]);

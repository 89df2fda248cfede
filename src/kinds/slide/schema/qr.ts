import { z } from 'zod';
import { referencesIn } from '../../../core/variables';
import { hrefSchema, nonEmptyLine } from '../../../schema/text';

/** A code of more characters has modules too small for a phone in the last row. */
const MAX_ADDRESS_LENGTH = 200;

export const qrSchema = z
  .strictObject({
    href: hrefSchema
      .max(MAX_ADDRESS_LENGTH)
      .refine((href) => referencesIn(href).length === 0, 'an address without open variables, as the code is drawn when the story is built'),
    text: nonEmptyLine
      .optional()
      .meta({ description: 'The words of the link.', otherwise: 'the address without https://', examples: ['example.com/slides'] }),
  })
  .meta({
    id: 'qr',
    title: 'QR code',
    description: 'An address as a code that phones open, and as a link.',
    examples: [{ href: 'https://example.com/slides', text: 'example.com/slides' }],
  });

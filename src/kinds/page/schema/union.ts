import { z } from 'zod';
import { controlParts } from './controls';
import { dataParts } from './data';
import { layoutParts } from './layout';
import { mediaParts } from './media';
import { definePartUnion } from './part';
import { peopleParts } from './people';
import { statusParts } from './status';
import { textParts } from './text';

const all = [...layoutParts, ...textParts, ...controlParts, ...statusParts, ...peopleParts, ...dataParts, ...mediaParts] as const;

export const partSchema = definePartUnion(
  z
    .discriminatedUnion('type', all)
    .meta({ id: 'pagePart', title: 'Parts of a page', description: 'One thing on a page; its `type` says what.' }),
);

/** The schema of each part, by its type. */
export const partSchemas: ReadonlyMap<string, (typeof all)[number]> = new Map(all.map((schema) => [schema.shape.type.value, schema]));

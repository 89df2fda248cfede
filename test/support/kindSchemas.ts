import type { z } from 'zod';
import { kinds } from '../../src/kinds/builtIn';

/** The schemas of the built-in kinds of scenes, by name. */
export const kindSchemas: ReadonlyMap<string, z.ZodType> = new Map(kinds.map(({ name, schema }) => [name, schema]));

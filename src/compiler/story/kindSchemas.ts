import type { z } from 'zod';

const schemaModules = import.meta.glob<z.ZodType>('../../kinds/*/schema.ts', { eager: true, import: 'schema' });

/** The schema of every kind of scene, by the name of the kind's folder. */
export const kindSchemas: ReadonlyMap<string, z.ZodType> = new Map(
  Object.entries(schemaModules).map(([file, schema]) => [file.split('/').at(-2) ?? '', schema]),
);

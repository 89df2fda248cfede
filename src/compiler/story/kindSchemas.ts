import type { z } from 'zod';

const modules = import.meta.glob<z.ZodType>('../../kinds/*/schema.ts', { eager: true, import: 'schema' });

/** The schema of every kind of scene, by the name of the kind's folder. */
export const schemas: ReadonlyMap<string, z.ZodType> = new Map(
  Object.entries(modules).map(([file, schema]) => [file.split('/').at(-2) ?? '', schema]),
);

import { z } from 'zod';
import type { UserConfig as ViteConfig } from 'vite';
import { themeSchema } from '../themes/schema';

const isPlainObject = (value: unknown): boolean => typeof value === 'object' && value !== null && !Array.isArray(value);

/** Schema of the configuration of a story. */
export const configSchema = z.strictObject({
  $schema: z.string().optional(),
  kinds: z.array(z.string().min(1, 'the file or the package of a kind')).optional(),
  blocks: z.array(z.string().min(1, 'the file or the package of a block')).optional(),
  theme: themeSchema.optional(),
  base: z
    .string()
    .regex(/^(?:\.\/|\/[^?#\s]*)$/u, 'a path that starts with a slash, or ./ for any')
    .optional(),
  outDir: z.string().min(1, 'the name of a folder').optional(),
  siteUrl: z.url({ protocol: /^https?$/u, error: 'a whole address, such as https://example.com/demo/' }).optional(),
  vite: z.custom<ViteConfig>(isPlainObject, 'an object with options of Vite').optional(),
});

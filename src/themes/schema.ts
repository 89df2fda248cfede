import { z } from 'zod';
import { ROLES } from '../core/roles';
import { THEME_NAMES, type ThemeSource } from './theme';

const colour = z
  .string()
  .regex(/^#[0-9a-f]{6}$/iu, 'a colour as #rrggbb, such as "#12b886"')
  .toLowerCase()
  .optional();

const roles = z.strictObject(Object.fromEntries(ROLES.filter((role) => role !== 'accent').map((role) => [role, colour]))).optional();

const colours = z
  .strictObject({
    roles,
    accent: colour,
    window: colour,
    windowBar: colour,
    border: colour,
    backdrop: colour,
    backdropGlow: colour,
    chrome: colour,
    chromeSoft: colour,
    chromeField: colour,
  })
  .optional();

const fontFile = z.string().regex(/\.(?:woff2|ttf|otf)$/iu, 'a font file (woff2, ttf or otf) beside the configuration');
const fontFiles = z.union([fontFile, z.strictObject({ regular: fontFile, bold: fontFile })]).optional();

const themeObject = z.strictObject({
  extends: z.enum(THEME_NAMES).optional(),
  dark: colours,
  light: colours,
  contrast: z.literal([4.5, 7]).optional(),
  corners: z.number().min(0).max(40).optional(),
  buttons: z.enum(['traffic-lights', 'plain']).optional(),
  fonts: z.strictObject({ sans: fontFiles, mono: fontFiles }).optional(),
}) satisfies z.ZodType<ThemeSource>;

/** Schema of the field `theme` of a configuration. For an object, zod reports the problems of the second branch. */
export const themeSchema = z.union([z.string().pipe(z.enum(THEME_NAMES)), themeObject]);

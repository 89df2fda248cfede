/**
 * What a piece of text means. Scenes name roles, never colours; each theme gives every role a colour
 * (`src/styles/palette.ts`), so a story looks right in the dark, in a bright room and in print.
 */
export const ROLES = [
  'text',
  'dim',
  'ok',
  'error',
  'warn',
  'info',
  'agent',
  'user',
  'accent',
  'key',
  'string',
  'number',
  'punctuation',
  'comment',
] as const;

/** One of {@link ROLES}. */
export type Role = (typeof ROLES)[number];

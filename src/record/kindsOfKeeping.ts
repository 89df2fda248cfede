/** What becomes of a recording: a scene that plays it, a scene to edit, or nothing but the cast file. */
export const KINDS_OF_KEEPING = ['recording', 'scene', 'cast'] as const;
export type Keeping = (typeof KINDS_OF_KEEPING)[number];

/** How long the bars take to their new length, in milliseconds. */
export const GROW_MS = 900;

import type { Kind } from './kind';

const modules = import.meta.glob<Kind>('./*/kind.ts', { eager: true, import: 'default' });

/** The kinds of scenes that come with Understudy, sorted by name. */
export const kinds: readonly Kind[] = Object.values(modules);

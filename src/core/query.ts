/**
 * Every name the page reads from the query of its address. An open variable of a story may take none of them, since
 * its value would change how the page works.
 */
export const QUERY_NAMES = ['motion', 'speaker', 'session', 'embed', 'handout', 'notes', 'transcript', 'wire', 'scene', 'theme'] as const;
type QueryName = (typeof QUERY_NAMES)[number];

/** A `URLSearchParams` that answers for names of {@link QUERY_NAMES} alone: to read another one, add it to the list. */
export interface PageQuery {
  get(name: QueryName): string | null;
  has(name: QueryName): boolean;
  set(name: QueryName, value: string): void;
  delete(name: QueryName): void;
}

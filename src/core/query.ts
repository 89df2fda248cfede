/**
 * All query parameters that the page reads. An open variable cannot have one of these names, as its value would change how the page
 * works.
 */
export const QUERY_NAMES = [
  'motion',
  'speaker',
  'session',
  'embed',
  'handout',
  'notes',
  'transcript',
  'wire',
  'scene',
  'theme',
  'ink',
  'focus',
  'cut',
  'kiosk',
  'idle',
  'keys',
  'captions',
  'phone',
  'standby',
  'controls',
] as const;
type QueryName = (typeof QUERY_NAMES)[number];

/** `URLSearchParams` limited to {@link QUERY_NAMES}. Add a new parameter to that list first. */
export interface PageQuery {
  get(name: QueryName): string | null;
  has(name: QueryName): boolean;
  set(name: QueryName, value: string): void;
  delete(name: QueryName): void;
}

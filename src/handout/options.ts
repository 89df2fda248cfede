import type { Theme } from '../core/settings';

/** What a handout shows besides a picture of each stop. */
export interface HandoutOptions {
  /** Light prints best. */
  readonly theme: Theme;
  /** Below each picture, what the speaker says and points at. */
  readonly notes: boolean;
  /** Below each picture, its words as lines of text. */
  readonly transcript: boolean;
  /** The id of the one scene to show; undefined for all of them. */
  readonly scene: string | undefined;
}

/** The handout an address asks for: `?handout&notes&transcript&theme=dark&scene=agent`. */
export function handoutOptions(query: URLSearchParams): HandoutOptions {
  return {
    theme: query.get('theme') === 'dark' ? 'dark' : 'light',
    notes: query.has('notes'),
    transcript: query.has('transcript'),
    scene: query.get('scene') ?? undefined,
  };
}

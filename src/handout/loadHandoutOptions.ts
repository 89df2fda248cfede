import type { ComponentType } from 'react';
import type { PageQuery } from '../core/query';
import type { Theme } from '../core/settings';
import type { Story } from '../core/story';
import { loadChunk } from '../loading/loadChunk';
import type { HandoutWireProps } from '../wire/HandoutWire';
import { WireLoadError } from './WireLoadError';

/** What a handout shows besides a picture of each stop. */
export interface HandoutOptions {
  /** Light prints best. */
  readonly theme: Theme;
  /** Below each picture, what the speaker says and points at. */
  readonly notes: boolean;
  /** Below each picture, its words as lines of text. */
  readonly transcript: boolean;
  /** What draws, below each picture, the messages that cross under it; undefined for none. */
  readonly wire: ComponentType<HandoutWireProps> | undefined;
  /** The id of the one scene to show; undefined for all of them. */
  readonly scene: string | undefined;
}

/**
 * The handout an address asks for: `?handout&notes&transcript&wire&theme=dark&scene=agent`. Messages are fetched for the
 * handouts that show them and for no others; a story without any has a handout without.
 */
export async function loadHandoutOptions(query: PageQuery, { wire }: Pick<Story, 'wire'>): Promise<HandoutOptions> {
  return {
    theme: query.get('theme') === 'dark' ? 'dark' : 'light',
    notes: query.has('notes'),
    transcript: query.has('transcript'),
    wire: query.has('wire') && wire !== undefined ? await loadWire() : undefined,
    scene: query.get('scene') ?? undefined,
  };
}

function loadWire(): Promise<ComponentType<HandoutWireProps>> {
  return loadChunk('The messages in the handout', () => import('../wire/HandoutWire')).then(
    (module) => module.default,
    () => WireLoadError,
  );
}

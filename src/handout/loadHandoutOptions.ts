import type { ComponentType } from 'react';
import type { InkFile } from '../core/inkFile';
import type { PageQuery } from '../core/query';
import type { Theme } from '../core/settings';
import type { Story } from '../core/story';
import { loadChunk } from '../loading/loadChunk';
import type { HandoutWireProps } from '../wire/HandoutWire';
import { WireLoadError } from './WireLoadError';

/** Code for marks over the views, and which of them are shown. */
export interface HandoutMarks extends Pick<typeof import('../pointing/handoutMarks'), 'HandoutInk' | 'strokesAt' | 'frameFocus'> {
  readonly ink: InkFile | undefined;
  readonly showsFocus: boolean;
}

/** What a handout shows in addition to the view of each stop. */
export interface HandoutOptions {
  readonly theme: Theme;
  /** Shows the caption below each view. */
  readonly captions: boolean;
  /** Shows the speaker's notes below each view. */
  readonly notes: boolean;
  /** Shows the transcript below each view. */
  readonly transcript: boolean;
  /** Renders the messages on the wire below each view; undefined shows none. */
  readonly wire: ComponentType<HandoutWireProps> | undefined;
  /** What draws the ink of this talk or a frame around what matters; undefined shows neither. */
  readonly marks: HandoutMarks | undefined;
  /** Id of the only scene to show; undefined shows all scenes. */
  readonly scene: string | undefined;
}

/**
 * Returns the options of an address such as `?handout&captions&notes&transcript&wire&theme=dark&scene=agent`. Loads the chunk with the
 * messages if they are asked for and the story has some.
 */
export async function loadHandoutOptions(query: PageQuery, { wire, id }: Pick<Story, 'id' | 'wire'>): Promise<HandoutOptions> {
  return {
    theme: query.get('theme') === 'dark' ? 'dark' : 'light',
    captions: query.has('captions'),
    notes: query.has('notes'),
    transcript: query.has('transcript'),
    wire: query.has('wire') && wire !== undefined ? await loadWire() : undefined,
    marks: query.has('ink') || query.has('focus') ? await loadMarks(query, id) : undefined,
    scene: query.get('scene') ?? undefined,
  };
}

async function loadMarks(query: PageQuery, story: string): Promise<HandoutMarks> {
  const code = await loadChunk('The marks in the handout', () => import('../pointing/handoutMarks'));
  return { ...code, ink: query.has('ink') ? code.loadInk(story) : undefined, showsFocus: query.has('focus') };
}

function loadWire(): Promise<ComponentType<HandoutWireProps>> {
  return loadChunk('The messages in the handout', () => import('../wire/HandoutWire')).then(
    (module) => module.default,
    () => WireLoadError,
  );
}

import type { PageQuery } from '../core/query';
import { loadChunk } from '../loading/loadChunk';
import type { MountSpeakerOptions } from '../speaker/mountSpeaker';
import { loadRelay } from './loadRelay';

interface SpeakerPage {
  readonly mountSpeaker: (root: HTMLElement, options: MountSpeakerOptions) => () => void;
  readonly connectRelay: Awaited<ReturnType<typeof loadRelay>>;
}

/** Loads the page of the speaker: the whole window, or the view for a phone. */
export async function loadSpeaker(query: PageQuery, story: string): Promise<SpeakerPage> {
  const relay = loadRelay(story).catch(() => () => undefined);
  const { mountSpeaker } = query.has('phone')
    ? await loadChunk('The view for a phone', () => import('../speaker/phone/mountPhone'))
    : await loadChunk('The speaker window', () => import('../speaker/mountSpeaker'));
  return { mountSpeaker, connectRelay: await relay };
}

import type { PageQuery } from '../core/query';
import { loadChunk } from '../loading/loadChunk';
import type { MountSpeakerOptions } from '../speaker/mountSpeaker';

type Mount = (root: HTMLElement, options: MountSpeakerOptions) => () => void;

/** Loads the page of the speaker: the whole window, or the view for a phone. */
export async function loadSpeaker(query: PageQuery): Promise<Mount> {
  const page = await loadChunk('The speaker window', () => import('../speaker/mountSpeaker'));
  return query.has('phone') ? (await page.loadPhone()).mountSpeaker : page.mountSpeaker;
}

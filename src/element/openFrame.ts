import type { EmbedCommand, EmbedOptions, EmbedState } from '../core/embed';
import { EMBED_VERSION } from '../core/embedVersion';
import type { stopFields } from './frameUrl';
import { create } from './parts';

/** A message to the frame. */
export type HostMessage =
  | { readonly type: Exclude<EmbedCommand['type'], 'set' | 'goTo'> }
  | ({ readonly type: 'set' } & EmbedOptions)
  | ({ readonly type: 'goTo' } & ReturnType<typeof stopFields>);

export interface Frame {
  readonly element: HTMLIFrameElement;
  readonly send: (message: HostMessage) => void;
  /** Changes the hash alone, so nothing loads again, and the history of the page gets no entry. */
  readonly showHash: (hash: string) => void;
  /** Ends listening; the caller removes the frame. */
  readonly close: () => void;
}

interface FrameListeners {
  readonly onState: (state: EmbedState) => void;
  /** The frame has loaded something else, or nothing. It may still answer later. */
  readonly onSilence: () => void;
}

/** Milliseconds until a frame that loads, and one that has loaded, counts as silent. */
const LOAD_TIMEOUT_MS = 30_000;
const ANSWER_TIMEOUT_MS = 10_000;

/** Whether this page has no origin that a frame could answer to: it is from a disk, or sandboxed. The frame plays all the same. */
export const isMute = (): boolean => globalThis.origin === 'null';

/** Creates a frame that shows `url`, to be inserted by the caller. Listens to its window at its origin and to no other. */
export function openFrame(url: URL, { onState, onSilence }: FrameListeners): Frame {
  const element = create('iframe', { allow: 'fullscreen', src: url.href });
  let timer: ReturnType<typeof setTimeout> | undefined;
  const wait = (ms: number): void => {
    clearTimeout(timer);
    if (!isMute()) timer = setTimeout(onSilence, ms);
  };
  const onMessage = ({ source, origin, data }: MessageEvent<Partial<EmbedState & { understudy: unknown }> | null>): void => {
    if (source !== element.contentWindow || origin !== url.origin || data?.understudy !== EMBED_VERSION || !data.state) return;
    clearTimeout(timer);
    onState(data as EmbedState);
  };
  addEventListener('message', onMessage);
  element.addEventListener('load', () => wait(isOtherPage(element) ? 0 : ANSWER_TIMEOUT_MS));
  wait(LOAD_TIMEOUT_MS);
  return {
    element,
    send: (message) => isMute() || element.contentWindow?.postMessage({ understudy: EMBED_VERSION, ...message }, url.origin),
    showHash: (hash) => {
      url.hash = hash;
      element.contentWindow?.location.replace(url.href);
    },
    close: () => {
      clearTimeout(timer);
      removeEventListener('message', onMessage);
    },
  };
}

/** Whether a page of this origin has loaded that is no story; unknown for other origins. Stories say so before they load. */
function isOtherPage({ contentDocument }: HTMLIFrameElement): boolean {
  return contentDocument?.documentElement.hasAttribute('data-embed') === false;
}

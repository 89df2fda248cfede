/** Milliseconds for which a document that was read waits for its pictures and fonts. */
const RESOURCES_TIMEOUT_MS = 3000;

/** Milliseconds between two looks at whether a document was read. */
const INTERVAL_MS = 200;

/** The address of a document that is given as text. Some browsers also report the empty one that a frame begins with, and later. */
const ADDRESS = 'about:srcdoc';

/**
 * Loads a document into a frame. Calls `onLoad` when it is there with its pictures and fonts, and 3 s after it was read if one of them does
 * not come; then again if it comes later.
 * @param html the document, as text that may be written into a page
 */
export function loadFrame(frame: HTMLIFrameElement, html: string, onLoad: () => void): void {
  let readAt: number | undefined;
  const look = (): void => {
    const { contentDocument } = frame;
    if (!frame.isConnected) clearInterval(timer);
    if (contentDocument?.URL !== ADDRESS || contentDocument.readyState === 'loading') return;
    readAt ??= performance.now();
    if (performance.now() - readAt >= RESOURCES_TIMEOUT_MS) finish();
  };
  const finish = (): void => {
    clearInterval(timer);
    onLoad();
  };
  const timer = setInterval(look, INTERVAL_MS);
  const onEvent = (): void => {
    const { contentDocument } = frame;
    if (contentDocument?.URL !== ADDRESS) return;
    frame.removeEventListener('load', onEvent);
    void contentDocument.fonts.ready.then(finish);
  };
  frame.addEventListener('load', onEvent);
  frame.srcdoc = html;
}

/** What {@link installHint} is told. */
export interface HintOptions {
  readonly element: string;
  /** Name of the function by which the page reports a key. */
  readonly binding: string;
  readonly keepKey: string;
  readonly endKey: string;
  readonly text: string;
}

/** Reports the two keys, and says which they are in a corner of the page. Runs in every document before its own scripts. */
export function installHint({ element, binding, keepKey, endKey, text }: HintOptions): void {
  const report = (globalThis as unknown as Record<string, ((action: string) => Promise<number>) | undefined>)[binding];
  let hint: HTMLElement | undefined;
  const show = (message: string): void => {
    if (!hint) return;
    hint.textContent = message;
    // Pages that draw themselves anew may have removed it.
    if (!hint.isConnected) document.documentElement.append(hint);
  };
  addEventListener(
    'keydown',
    (event) => {
      if (event.key !== keepKey && event.key !== endKey) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      if (event.repeat) return;
      void report?.(event.key === keepKey ? 'keep' : 'end').then((kept) => show(`${kept} kept · ${text}`));
    },
    { capture: true },
  );
  if (window.top !== window) return;
  addEventListener('load', () => {
    // After the page has taken over its own markup, which must be as it was sent.
    setTimeout(() => {
      hint = document.createElement(element);
      hint.setAttribute('aria-hidden', 'true');
      hint.style.cssText =
        'all:initial;position:fixed;inset:auto 12px 12px auto;z-index:2147483647;pointer-events:none;padding:6px 12px;border-radius:8px;' +
        'background:#14181f;color:#fff;font:13px/1.4 system-ui,sans-serif;box-shadow:0 2px 10px #0006;opacity:.92';
      show(text);
    }, 300);
  });
}

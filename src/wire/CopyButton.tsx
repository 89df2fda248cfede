import { useEffect, useState, type ReactElement, type ReactNode } from 'react';

/** How long the result of copying is shown, in milliseconds. */
const STATUS_MS = 2000;

/** Copies `text` to the clipboard and returns whether it worked. On plain http, browsers have no clipboard API. */
async function copyToClipboard(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return copyWithSelection(text);
  }
}

function copyWithSelection(text: string): boolean {
  const field = document.createElement('textarea');
  const focused = document.activeElement;
  field.value = text;
  field.style.cssText = 'position: fixed; opacity: 0';
  document.body.append(field);
  field.select();
  try {
    return document.execCommand('copy');
  } catch {
    return false;
  } finally {
    field.remove();
    if (focused instanceof HTMLElement) focused.focus({ preventScroll: true });
  }
}

/** Copies `text` and shows whether it worked. */
export function CopyButton({ text, children }: { readonly text: string; readonly children: ReactNode }): ReactElement {
  const [succeeded, setSucceeded] = useState<boolean>();
  useEffect(() => {
    if (succeeded === undefined) return;
    const timer = setTimeout(() => setSucceeded(undefined), STATUS_MS);
    return () => clearTimeout(timer);
  }, [succeeded]);
  return (
    <span>
      <button type="button" className="copy" onClick={() => void copyToClipboard(text).then(setSucceeded)}>
        {children}
      </button>
      <span role="status">{succeeded === undefined ? '' : succeeded ? ' ✓ copied' : ' ✗ the browser refused'}</span>
    </span>
  );
}

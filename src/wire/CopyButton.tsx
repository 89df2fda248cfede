import { useEffect, useState, type ReactElement, type ReactNode } from 'react';

/** How long a button says what became of a copy, in milliseconds. */
const SAY_MS = 2000;

/** Puts `text` on the clipboard; where the browser's own way is not there (plain http), by a selection. Whether it worked. */
async function copy(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return copySelected(text);
  }
}

function copySelected(text: string): boolean {
  const field = document.createElement('textarea');
  const focused = document.activeElement;
  field.value = text;
  field.style.position = 'fixed';
  field.style.opacity = '0';
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

/** Copies `text`, and says whether it did. */
export function CopyButton({ text, children }: { readonly text: string; readonly children: ReactNode }): ReactElement {
  const [done, setDone] = useState<boolean>();
  useEffect(() => {
    if (done === undefined) return;
    const timer = setTimeout(() => setDone(undefined), SAY_MS);
    return () => clearTimeout(timer);
  }, [done]);
  return (
    <span>
      <button type="button" className="copy" onClick={() => void copy(text).then(setDone)}>
        {children}
      </button>
      <span role="status">{done === undefined ? '' : done ? ' ✓ copied' : ' ✗ the browser refused'}</span>
    </span>
  );
}

import { useEffect, useRef, type ReactElement, type ReactNode } from 'react';
import type { Player } from '../player/player';

interface DialogProps {
  readonly player: Player;
  readonly title: string;
  readonly children: ReactNode;
}

/** The modal dialog of every overlay. `showModal()` keeps the focus inside and returns it when the dialog closes. */
export function Dialog({ player, title, children }: DialogProps): ReactElement {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const element = dialog.current;
    if (!element) return;
    element.showModal();
    // The content fills the dialog, so a click whose target is the dialog was on the backdrop.
    const onClick = ({ target }: MouseEvent): void => {
      if (target === element) player.press('escape');
    };
    element.addEventListener('click', onClick);
    return () => {
      element.removeEventListener('click', onClick);
      element.close();
    };
  }, [player]);
  return (
    <dialog
      ref={dialog}
      lang="en"
      dir="ltr"
      className="dialog"
      aria-label={title}
      // The player handles Esc; the dialog must not close by itself.
      onCancel={(event) => event.preventDefault()}
    >
      <div className="dialog__content">
        <header className="dialog__head">
          <h2>{title}</h2>
          <button type="button" className="dialog__close" aria-label="Close" onClick={() => player.press('escape')}>
            ✗
          </button>
        </header>
        {children}
      </div>
    </dialog>
  );
}

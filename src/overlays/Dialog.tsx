import { useEffect, useRef, type ReactElement, type ReactNode } from 'react';
import type { Player } from '../player/player';

interface DialogProps {
  readonly player: Player;
  readonly title: string;
  /** Fills the screen rather than hugging its content. @default false */
  readonly wide?: boolean;
  readonly children: ReactNode;
}

/**
 * The frame of every overlay: the browser's own modal dialog, which keeps the focus inside, the stage out of reach, and
 * gives the focus back when it goes.
 */
export function Dialog({ player, title, wide = false, children }: DialogProps): ReactElement {
  const dialog = useRef<HTMLDialogElement>(null);
  const close = (): void => player.press('escape');
  useEffect(() => {
    const element = dialog.current;
    if (!element) return;
    element.showModal();
    // The sheet fills the dialog, so a click on the dialog itself is one beside it. Esc does the same by keyboard.
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
      className={`dialog${wide ? ' dialog--wide' : ''}`}
      aria-label={title}
      // Esc reaches the player by itself; the dialog must not close behind its back.
      onCancel={(event) => event.preventDefault()}
    >
      <div className="dialog__content">
        <header className="dialog__head">
          <h2>{title}</h2>
          <button type="button" className="dialog__close" aria-label="Close" onClick={close}>
            ✗
          </button>
        </header>
        {children}
      </div>
    </dialog>
  );
}

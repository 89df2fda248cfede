import type { ReactElement } from 'react';
import { KEYMAP, type KeyAction } from '../core/keymap';
import { isShared } from '../core/link';

/** What keys of this window alone do here; all others act on the stage. */
const OWN: Partial<Readonly<Record<KeyAction, string>>> = {
  goto: 'Choose in the list of stops, Enter goes',
  overview: 'The same',
  theme: 'Dark or light, this window',
  larger: 'Larger notes',
  smaller: 'Smaller notes',
  resetSize: 'Notes as designed',
  fullscreen: 'Full screen, this window',
  help: 'These keys',
  escape: 'Close what is on top',
};

const SIGNS: Readonly<Record<string, string>> = { ArrowRight: '→', ArrowLeft: '←', ArrowUp: '↑', ArrowDown: '↓', ' ': 'Space', Escape: 'Esc', PageDown: 'PgDn', PageUp: 'PgUp' };

/** A key of the table as people know it: `Shift+ArrowRight` is `Shift →`. */
function signOf(key: string): string {
  const [, modifiers = '', name = key] = /^((?:Shift\+|Alt\+)*)(.+)$/su.exec(key) ?? [];
  return `${modifiers.replaceAll('+', ' ')}${SIGNS[name] ?? name}`;
}

/** The keys that work here. Nothing waits for it: keys go on driving the stage while it is open. */
export function KeyHelp({ onClose }: { readonly onClose: () => void }): ReactElement {
  const rows = KEYMAP.filter(({ action }) => isShared(action) || OWN[action]);
  return (
    <section className="desk-help" aria-labelledby="help">
      <header className="desk-help__head">
        <h2 id="help">Keys in this window</h2>
        <button type="button" className="desk-small" onClick={onClose}>
          Close <kbd>Esc</kbd>
        </button>
      </header>
      <dl className="desk-help__list">
        {rows.map(({ action, label, keys }) => (
          <div key={action}>
            <dt>
              {keys.map((key) => (
                <kbd key={key}>{signOf(key)}</kbd>
              ))}
            </dt>
            <dd>{OWN[action] ?? label}</dd>
          </div>
        ))}
        <div>
          <dt>
            <kbd>5</kbd> <kbd>.</kbd> <kbd>3</kbd> <kbd>Enter</kbd>
          </dt>
          <dd>Go to scene 5, step 3</dd>
        </div>
      </dl>
    </section>
  );
}

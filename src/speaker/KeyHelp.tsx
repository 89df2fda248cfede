import type { ReactElement } from 'react';
import { bindingsFor, type KeyBinding, type KeyAction } from '../core/keymap';
import { isRemoteAction } from '../core/speakerProtocol';
import type { Story } from '../core/story';

/** Labels of actions that act on this window. All others act on the stage and have the same label there. */
const LOCAL_LABELS: Partial<Readonly<Record<KeyAction, string>>> = {
  goto: 'Choose in the list of stops',
  overview: 'Choose in the list of stops',
  theme: 'Dark or light, this window',
  larger: 'Larger notes',
  smaller: 'Smaller notes',
  resetSize: 'Notes as designed',
  fullscreen: 'Full screen, this window',
  help: 'These keys',
  escape: 'Close what is on top',
};

const KEY_LABELS: Readonly<Record<string, string>> = {
  ArrowRight: '→',
  ArrowLeft: '←',
  ArrowUp: '↑',
  ArrowDown: '↓',
  ' ': 'Space',
  Escape: 'Esc',
  PageDown: 'PgDn',
  PageUp: 'PgUp',
};

/** Returns the keys of each action that has a meaning in this window, by label. */
function helpRows(bindings: readonly KeyBinding[]): ReadonlyMap<string, readonly string[]> {
  const rows = new Map<string, readonly string[]>();
  for (const { action, label, keys } of bindings) {
    const description = LOCAL_LABELS[action] ?? (isRemoteAction(action) ? label : undefined);
    if (description) rows.set(description, [...(rows.get(description) ?? []), ...keys]);
  }
  return rows;
}

/** Returns the label of a key in the key table: `Shift →` for `Shift+ArrowRight`. */
function keyLabel(key: string): string {
  const [, modifiers = '', name = key] = /^((?:Shift\+|Alt\+)*)(.+)$/su.exec(key) ?? [];
  return `${modifiers.replaceAll('+', ' ')}${KEY_LABELS[name] ?? name}`;
}

/** The list of keys. It is not modal: keys still act on the stage while it is open. */
export function KeyHelp({ story, onClose }: { readonly story: Story; readonly onClose: () => void }): ReactElement {
  return (
    <section className="speaker-panel speaker-help" aria-labelledby="help">
      <header className="speaker-help__head">
        <h2 id="help">Keys in this window</h2>
        <button type="button" className="speaker-small-button" onClick={onClose}>
          Close <kbd>Esc</kbd>
        </button>
      </header>
      <dl className="speaker-help__list">
        {[...helpRows(bindingsFor(story))].map(([label, keys]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>
              {keys.map((key) => (
                <kbd key={key}>{keyLabel(key)}</kbd>
              ))}
            </dd>
          </div>
        ))}
        <div>
          <dt>Scene 5, step 3</dt>
          <dd>
            <kbd>5</kbd> <kbd>.</kbd> <kbd>3</kbd> <kbd>Enter</kbd>
          </dd>
        </div>
      </dl>
    </section>
  );
}

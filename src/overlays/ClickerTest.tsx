import { useEffect, useState, type ReactElement, type RefObject } from 'react';
import { actionForKey, layoutIndependentKey, KEYMAP } from '../core/keymap';
import { appendKey } from '../core/pendingNumber';
import { interceptKeys } from '../player/keyboard';
import { KeyCombination } from './KeyCombination';
import { scrollByKey } from './useScrollKeys';

interface LoggedPress {
  readonly id: number;
  /** The key with its modifiers, as in the key table. */
  readonly key: string;
  readonly code: string;
  /** Label of the action; undefined when the key has none. */
  readonly meaning: string | undefined;
  /** How often the held key repeated. */
  readonly repeatCount: number;
}

const MAX_LOGGED_PRESSES = 5;

/** Keys that close the dialog, move the focus, or are modifiers. */
const IGNORED_KEYS = new Set(['Escape', 'Tab', 'Shift', 'Control', 'Alt', 'AltGraph', 'Meta', 'CapsLock']);

interface ClickerTestProps {
  /** Gets the focus, so that Enter on a clicker does not press a button. */
  readonly focusTarget: RefObject<HTMLDivElement | null>;
  /** Scrolls on a small screen; the keys that scroll it are logged as well. */
  readonly scrollContainer: RefObject<HTMLElement | null>;
}

/** Shows which keys a clicker sends and what they do. While it is mounted, no key moves the stage. */
export function ClickerTest({ focusTarget, scrollContainer }: ClickerTestProps): ReactElement {
  const [presses, setPresses] = useState<readonly LoggedPress[]>([]);

  useEffect(
    () =>
      interceptKeys((event) => {
        if (IGNORED_KEYS.has(event.key) || isBrowserShortcut(event) || activatesButton(event)) return false;
        scrollByKey(scrollContainer.current, event);
        setPresses((known) => logPress(known, event));
        return true;
      }),
    [scrollContainer],
  );

  return (
    <section className="clicker" aria-label="Clicker">
      <div className="clicker__pad" ref={focusTarget} tabIndex={-1} role="group" aria-label="Press your clicker now">
        <p className="clicker__prompt">Press your clicker now</p>
        <ol className="clicker__presses" aria-label="Presses" aria-live="polite">
          {presses.map(({ id, key, code, meaning, repeatCount }) => (
            <li key={id}>
              <KeyCombination name={key} />
              <span className="clicker__meaning">
                {meaning ?? 'nothing'}
                {repeatCount > 0 && <span className="clicker__repeat">held</span>}
              </span>
              <span className="clicker__code">
                sends {key.replace(/ $/u, 'Space')}
                {code !== '' && `, code ${code}`}
              </span>
            </li>
          ))}
        </ol>
      </div>
      <p className="clicker__note">
        The story stands still meanwhile. <KeyCombination name="Escape" /> closes this, from a clicker too.
      </p>
    </section>
  );
}

/** Whether a key with Ctrl or Meta has no action, or belongs to an input method. */
function isBrowserShortcut(event: KeyboardEvent): boolean {
  return event.isComposing || ((event.ctrlKey || event.metaKey) && actionForKey(event) === undefined);
}

function activatesButton({ key, target }: KeyboardEvent): boolean {
  return (key === 'Enter' || key === ' ') && target instanceof Element && target.closest('button') !== null;
}

function logPress(presses: readonly LoggedPress[], event: KeyboardEvent): readonly LoggedPress[] {
  const key = keyCombinationOf(event);
  const [last] = presses;
  if (event.repeat) return last?.key === key ? [{ ...last, repeatCount: last.repeatCount + 1 }, ...presses.slice(1)] : presses;
  const press = { id: (last?.id ?? 0) + 1, key, code: event.code, meaning: meaningOf(event), repeatCount: 0 };
  return [press, ...presses].slice(0, MAX_LOGGED_PRESSES);
}

/** Returns the key as the key table writes it. Shift is left out where it has already changed the character. */
function keyCombinationOf({ key, ctrlKey, metaKey, altKey, shiftKey }: KeyboardEvent): string {
  const isCharacter = key !== ' ' && Array.from(key).length === 1;
  return `${ctrlKey ? 'Ctrl+' : ''}${metaKey ? 'Meta+' : ''}${altKey ? 'Alt+' : ''}${shiftKey && !isCharacter ? 'Shift+' : ''}${key}`;
}

function meaningOf(event: KeyboardEvent): string | undefined {
  if (!event.altKey && appendKey(undefined, layoutIndependentKey(event), event.timeStamp)) return 'Begins a number to go to';
  const action = actionForKey(event);
  return KEYMAP.find((binding) => binding.action === action)?.label;
}

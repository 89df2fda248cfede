import { useEffect, useState, type ReactElement, type RefObject } from 'react';
import { actionOf, keyOf, KEYMAP } from '../core/keymap';
import { typeKey } from '../core/pendingNumber';
import { takeKeys } from '../player/keyboard';
import { Keys } from './KeyCombination';
import { scrollWith } from './useScrollKeys';

/** A press as it came, and what it would have done. */
interface Press {
  readonly id: number;
  /** As in the key table, modifiers included. */
  readonly key: string;
  readonly code: string;
  readonly does: string | undefined;
  /** How often the key repeated while it was held. */
  readonly held: number;
}

/** How many presses are shown. */
const SHOWN = 5;

/** Keys that are not taken: they lead out, move the focus, or are no presses by themselves. */
const LEFT_ALONE = new Set(['Escape', 'Tab', 'Shift', 'Control', 'Alt', 'AltGraph', 'Meta', 'CapsLock']);

interface ClickerTestProps {
  /** What has the focus, so that a clicker's Enter is a press to look at and not one of a button. */
  readonly pad: RefObject<HTMLDivElement | null>;
  /** What scrolls on a small screen: the keys for that do both. */
  readonly sheet: RefObject<HTMLElement | null>;
}

/** Shows what a clicker sends and what it will do. While it is there no key moves the story. */
export function ClickerTest({ pad, sheet }: ClickerTestProps): ReactElement {
  const [presses, setPresses] = useState<readonly Press[]>([]);

  useEffect(
    () =>
      takeKeys((event) => {
        if (LEFT_ALONE.has(event.key) || isBrowsers(event) || pressesButton(event)) return false;
        scrollWith(sheet.current, event);
        setPresses((known) => withPress(known, event));
        return true;
      }),
    [sheet],
  );

  return (
    <section className="clicker" aria-label="Clicker">
      <div className="clicker__pad" ref={pad} tabIndex={-1} role="group" aria-label="Press your clicker now">
        <p className="clicker__ask">Press your clicker now</p>
        <ol className="clicker__presses" aria-label="Presses" aria-live="polite">
          {presses.map(({ id, key, code, does, held }) => (
            <li key={id}>
              <Keys of={key} />
              <span className="clicker__does">
                {does ?? 'nothing'}
                {held > 0 && <span className="clicker__held">held</span>}
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
        The story stands still meanwhile. <Keys of="Escape" /> closes this, from a clicker too.
      </p>
    </section>
  );
}

/** Whether a press with Ctrl or Meta, or of an input method, means nothing to the page. */
function isBrowsers(event: KeyboardEvent): boolean {
  return event.isComposing || ((event.ctrlKey || event.metaKey) && actionOf(event) === undefined);
}

/** Enter and Space press the button that was reached with Tab. */
function pressesButton({ key, target }: KeyboardEvent): boolean {
  return (key === 'Enter' || key === ' ') && target instanceof Element && target.closest('button') !== null;
}

function withPress(known: readonly Press[], event: KeyboardEvent): readonly Press[] {
  const key = nameOf(event);
  const [last] = known;
  if (event.repeat) return last?.key === key ? [{ ...last, held: last.held + 1 }, ...known.slice(1)] : known;
  return [{ id: (last?.id ?? 0) + 1, key, code: event.code, does: meaningOf(event), held: 0 }, ...known].slice(0, SHOWN);
}

/** The press as the key table writes it; Shift says nothing about a sign that is already its result. */
function nameOf({ key, ctrlKey, metaKey, altKey, shiftKey }: KeyboardEvent): string {
  const sign = key !== ' ' && Array.from(key).length === 1;
  return `${ctrlKey ? 'Ctrl+' : ''}${metaKey ? 'Meta+' : ''}${altKey ? 'Alt+' : ''}${shiftKey && !sign ? 'Shift+' : ''}${key}`;
}

function meaningOf(event: KeyboardEvent): string | undefined {
  if (!event.altKey && typeKey(undefined, keyOf(event), event.timeStamp)) return 'Begins a number to go to';
  const action = actionOf(event);
  return KEYMAP.find((binding) => binding.action === action)?.label;
}

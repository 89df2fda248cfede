import { useEffect, useRef, type ReactElement } from 'react';
import { bindingsFor, type KeyBinding } from '../core/keymap';
import { Dialog } from './Dialog';
import { KeyCombination } from './KeyCombination';
import type { OverlayProps } from './overlayProps';
import { useScrollKeys } from './useScrollKeys';

/** The groups of the key table, in columns of about the same height. */
const COLUMNS: readonly (readonly KeyBinding['group'][])[] = [['Move', 'Find'], ['Talk'], ['Point', 'Room']];

/** The key table, and buttons for the room check and the rehearsal. */
export function Help({ player }: OverlayProps): ReactElement {
  const scrollContainer = useRef<HTMLDivElement>(null);
  const firstColumn = useRef<HTMLDivElement>(null);
  const bindings = bindingsFor(player.getState().timeline.story);
  useScrollKeys(scrollContainer);
  // Screen readers start at the keys, and the close button gets no focus ring.
  useEffect(() => {
    firstColumn.current?.focus({ preventScroll: true });
  }, []);
  return (
    <Dialog player={player} title="Keys">
      {/* The keyboard can scroll it only while it has the focus. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <div className="help" ref={scrollContainer} role="group" aria-label="All keys" tabIndex={0}>
        {COLUMNS.map((groups, index) => (
          <div key={groups.join(' ')} className="help__column" ref={index === 0 ? firstColumn : undefined} tabIndex={-1}>
            {groups.map((group) => (
              <KeyGroup key={group} bindings={bindings.filter((each) => each.group === group)} name={group} />
            ))}
          </div>
        ))}
      </div>
      <footer className="dialog__foot">
        <span className="dialog__aside">Before the talk</span>
        <button type="button" className="button" onClick={(event) => player.press('preflight', event.timeStamp)}>
          Check the room <KeyCombination name="c" />
        </button>
        <button type="button" className="button" onClick={(event) => player.press('rehearsal', event.timeStamp)}>
          Rehearse <KeyCombination name="r" />
        </button>
      </footer>
    </Dialog>
  );
}

function KeyGroup({ name, bindings }: { readonly name: KeyBinding['group']; readonly bindings: readonly KeyBinding[] }): ReactElement {
  return (
    <section>
      <h3>{name}</h3>
      <dl>
        {bindings.map(({ action, label, keys, otherGestures }) => (
          <div key={action} className="help__row">
            <dt>{label}</dt>
            <dd>
              {keys.map((key) => (
                <KeyCombination key={key} name={key} />
              ))}
              {otherGestures !== undefined && <span className="help__also">{otherGestures}</span>}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

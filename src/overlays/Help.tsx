import { useEffect, useRef, type ReactElement } from 'react';
import { boundIn, type Binding } from '../core/keymap';
import { Dialog } from './Dialog';
import { Keys } from './KeyCombination';
import type { OverlayProps } from './Overlays';
import { useScrollKeys } from './useScrollKeys';

/** The groups of the key table in two columns of about the same height. */
const COLUMNS: readonly (readonly Binding['group'][])[] = [
  ['Move', 'Talk'],
  ['Find', 'Room'],
];

/** Every key there is, straight from the table the keyboard obeys, and the way to what prepares a talk. */
export function Help({ player }: OverlayProps): ReactElement {
  const sheet = useRef<HTMLDivElement>(null);
  const start = useRef<HTMLDivElement>(null);
  const bindings = boundIn(player.getState().timeline.story);
  useScrollKeys(sheet);
  // Reading begins at the keys; the cross that closes must not stand out.
  useEffect(() => {
    start.current?.focus({ preventScroll: true });
  }, []);
  return (
    <Dialog player={player} title="Keys">
      {/* Longer than a small screen: the keyboard must get there. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <div className="help" ref={sheet} role="group" aria-label="All keys" tabIndex={0}>
        {COLUMNS.map((groups, index) => (
          <div key={groups.join(' ')} className="help__column" ref={index === 0 ? start : undefined} tabIndex={-1}>
            {groups.map((group) => (
              <Group key={group} bindings={bindings.filter((each) => each.group === group)} name={group} />
            ))}
          </div>
        ))}
      </div>
      <footer className="dialog__foot">
        <span className="dialog__aside">Before the talk</span>
        <button type="button" className="button" onClick={(event) => player.press('preflight', event.timeStamp)}>
          Check the room <Keys of="c" />
        </button>
        <button type="button" className="button" onClick={(event) => player.press('rehearsal', event.timeStamp)}>
          Rehearse <Keys of="r" />
        </button>
      </footer>
    </Dialog>
  );
}

function Group({ name, bindings }: { readonly name: Binding['group']; readonly bindings: readonly Binding[] }): ReactElement {
  return (
    <section className="help__group">
      <h3>{name}</h3>
      <dl>
        {bindings.map(({ action, label, keys, also }) => (
          <div key={action} className="help__row">
            <dt>{label}</dt>
            <dd>
              {keys.map((key) => (
                <Keys key={key} of={key} />
              ))}
              {also !== undefined && <span className="help__also">{also}</span>}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

import { useEffect, useRef, type ReactElement } from 'react';
import { KEYMAP, type Binding } from '../core/keymap';
import { Dialog } from './Dialog';
import { Keys } from './Keys';
import type { OverlayProps } from './Overlays';
import { useScrollKeys } from './useScrollKeys';
import './help.css';

/** The groups of the key table in two columns of about the same height. */
const COLUMNS: readonly (readonly Binding['group'][])[] = [
  ['Move', 'Talk'],
  ['Find', 'Room'],
];

/** Every key there is, straight from the table the keyboard obeys, and the way to what prepares a talk. */
export function Help({ player }: OverlayProps): ReactElement {
  const sheet = useRef<HTMLDivElement>(null);
  useScrollKeys(sheet);
  useEffect(() => sheet.current?.focus({ preventScroll: true }), []);
  return (
    <Dialog player={player} title="Keys">
      <div className="help" ref={sheet} role="group" aria-label="All keys" tabIndex={-1}>
        {COLUMNS.map((groups) => (
          <div key={groups.join(' ')} className="help__column">
            {groups.map((group) => (
              <Group key={group} name={group} />
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

function Group({ name }: { readonly name: Binding['group'] }): ReactElement {
  return (
    <section className="help__group">
      <h3>{name}</h3>
      <dl>
        {KEYMAP.filter(({ group }) => group === name).map(({ action, label, keys, also }) => (
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

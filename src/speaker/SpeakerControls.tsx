import type { ReactElement } from 'react';
import type { SharedAction, SharedShow } from '../core/speakerProtocol';
import type { Desk } from './speakerStore';

interface ControlsProps {
  readonly desk: Desk;
  readonly show: SharedShow;
  readonly disabled: boolean;
}

interface Toggle {
  readonly action: SharedAction;
  readonly name: string;
  readonly sign: string;
  readonly letter: string;
  readonly isOn: (show: SharedShow) => boolean;
  /** Only in stories that have this. @default in every story */
  readonly needs?: 'wire';
}

const TOGGLES: readonly Toggle[] = [
  { action: 'black', name: 'Black', sign: '■', letter: 'b', isOn: ({ curtain }) => curtain === 'black' },
  { action: 'white', name: 'White', sign: '□', letter: 'w', isOn: ({ curtain }) => curtain === 'white' },
  { action: 'freeze', name: 'Freeze', sign: '▮▮', letter: 'z', isOn: ({ frozen }) => frozen !== undefined },
  { action: 'wire', name: 'Wire', sign: '⇄', letter: 'x', isOn: ({ wire }) => wire, needs: 'wire' },
  { action: 'autoplay', name: 'Autoplay', sign: '▶', letter: 'a', isOn: ({ autoplay }) => autoplay },
];

/** Previous and next, and what happens to the room. Where the room holds its picture, Freeze becomes Catch up. */
export function Controls({ desk, show, disabled }: ControlsProps): ReactElement {
  return (
    <footer className="desk-controls">
      <div role="group" aria-label="Move" className="desk-controls__moves">
        <button type="button" className="desk-button" disabled={disabled} onClick={(event) => desk.wish('prev', event.timeStamp)}>
          ← Previous
        </button>
        <button
          type="button"
          className="desk-button desk-button--main"
          disabled={disabled}
          onClick={(event) => desk.wish('next', event.timeStamp)}
        >
          Next →
        </button>
      </div>
      <div role="group" aria-label="Room" className="desk-controls__room">
        {TOGGLES.filter(({ needs }) => needs === undefined || desk.timeline.story[needs] !== undefined).map(
          ({ action, name, sign, letter, isOn }) => (
            <button
              key={action}
              type="button"
              className="desk-button"
              disabled={disabled}
              aria-pressed={action === 'freeze' ? undefined : isOn(show)}
              data-on={isOn(show) ? '' : undefined}
              onClick={(event) => desk.wish(action, event.timeStamp)}
            >
              <span aria-hidden="true">{sign}</span> {action === 'freeze' && isOn(show) ? 'Catch up' : name} <kbd>{letter}</kbd>
            </button>
          ),
        )}
      </div>
    </footer>
  );
}

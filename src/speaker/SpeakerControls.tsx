import type { ReactElement, ReactNode } from 'react';
import { KEYMAP } from '../core/keymap';
import { hasKeys } from '../core/shownKeys';
import type { Story } from '../core/story';
import { typedLines } from '../core/terminal/typedLines';
import type { Timeline } from '../core/timeline';
import type { RemoteAction, SharedShowState } from '../core/speakerProtocol';
import { stopAt } from '../core/timeline';
import { TOOL_LABELS, TOOLS } from '../core/tools';
import { POINTING_ICONS } from '../pointing/icons';
import { Icon } from '../stage/IconButton';
import type { SpeakerStore } from './speakerStore';

interface SpeakerControlsProps {
  readonly store: SpeakerStore;
  readonly show: SharedShowState;
  readonly disabled: boolean;
}

interface Toggle {
  readonly action: RemoteAction;
  readonly label: string;
  readonly icon: ReactNode;
  readonly keyLabel: string;
  readonly isOn: (show: SharedShowState, story: Story) => boolean;
  /** Whether the button is of use in a story. @default true */
  readonly isUseful?: (timeline: Timeline) => boolean;
}

/** Whether a stop of the story types, so that it can be typed by hand. */
function typesAnywhere(timeline: Timeline): boolean {
  return timeline.stops.some((stop) => typedLines(timeline, stop).length > 0);
}

const TOGGLES: readonly Toggle[] = [
  { action: 'black', label: 'Black', icon: '■', keyLabel: 'b', isOn: ({ curtain }) => curtain === 'black' },
  { action: 'white', label: 'White', icon: '□', keyLabel: 'w', isOn: ({ curtain }) => curtain === 'white' },
  { action: 'freeze', label: 'Freeze', icon: '▮▮', keyLabel: 'z', isOn: ({ frozen }) => frozen !== undefined },
  { action: 'wire', label: 'Wire', icon: '⇄', keyLabel: 'x', isOn: ({ wire }) => wire, isUseful: ({ story }) => story.wire !== undefined },
  {
    action: 'keys',
    label: 'Show keys',
    icon: '[ ]',
    keyLabel: ',',
    isOn: ({ keys }, { showKeys = false }) => keys ?? showKeys,
    isUseful: ({ story }) => hasKeys(story),
  },
  { action: 'typing', label: 'Type', icon: '>_', keyLabel: 't', isOn: ({ typing }) => typing === true, isUseful: typesAnywhere },
  { action: 'autoplay', label: 'Autoplay', icon: '▶', keyLabel: 'a', isOn: ({ autoplay }) => autoplay },
];

const TOOL_TOGGLES: readonly Toggle[] = TOOLS.map((tool) => ({
  action: tool,
  label: TOOL_LABELS[tool],
  icon: <Icon path={POINTING_ICONS[tool]} />,
  keyLabel: KEYMAP.find(({ action }) => action === tool)?.keys[0] ?? '',
  isOn: (show) => show.tool === tool,
}));

/** Buttons that act on the stage. While the stage is frozen, “Freeze” reads “Catch up”. */
export function SpeakerControls({ store, show, disabled }: SpeakerControlsProps): ReactElement {
  return (
    <footer className="speaker-controls">
      <div role="group" aria-label="Move" className="speaker-controls__navigation">
        <button type="button" className="speaker-button" disabled={disabled} onClick={(event) => store.sendAction('prev', event.timeStamp)}>
          ← Previous
        </button>
        <button
          type="button"
          className="speaker-button speaker-button--primary"
          disabled={disabled}
          onClick={(event) => store.sendAction('next', event.timeStamp)}
        >
          Next →
        </button>
      </div>
      <Toggles label="Room" toggles={TOGGLES} store={store} show={show} disabled={disabled} />
      <Toggles label="Point" toggles={TOOL_TOGGLES} store={store} show={show} disabled={disabled} />
    </footer>
  );
}

interface TogglesProps extends SpeakerControlsProps {
  readonly label: string;
  readonly toggles: readonly Toggle[];
}

function Toggles({ label: groupLabel, toggles, store, show, disabled }: TogglesProps): ReactElement {
  const hasFocus = stopAt(store.timeline, show.frozen ?? show.stop).source.focus !== undefined;
  return (
    <div role="group" aria-label={groupLabel} className="speaker-controls__toggles">
      {toggles
        .filter(({ isUseful }) => isUseful?.(store.timeline) ?? true)
        .map(({ action, label, icon, keyLabel, isOn }) => (
          <button
            key={action}
            type="button"
            className="speaker-button"
            disabled={disabled || (action === 'focus' && !hasFocus)}
            aria-pressed={action === 'freeze' ? undefined : isOn(show, store.timeline.story)}
            data-on={isOn(show, store.timeline.story) ? '' : undefined}
            onClick={(event) => store.sendAction(action, event.timeStamp)}
          >
            <span aria-hidden="true">{icon}</span> {action === 'freeze' && isOn(show, store.timeline.story) ? 'Catch up' : label}{' '}
            <kbd>{keyLabel}</kbd>
          </button>
        ))}
    </div>
  );
}

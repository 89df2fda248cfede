import type { ReactElement } from 'react';
import { detourAction } from '../../core/detours';
import type { RemoteAction, SharedShowState } from '../../core/speakerProtocol';
import type { Stop } from '../../core/timeline';
import type { SpeakerStore } from '../speakerStore';
import { PressButton } from './PressButton';

interface PhoneToolsProps {
  readonly store: SpeakerStore;
  readonly show: SharedShowState;
  readonly stop: Stop;
  readonly disabled: boolean;
}

interface ToolButton {
  readonly action: RemoteAction;
  readonly label: string;
  readonly isOn?: boolean;
}

/** What acts on the room: black, freeze, the laser, and the detour of this stop; while something is left to type by hand, keys for that. */
export function PhoneTools({ store, show, stop, disabled }: PhoneToolsProps): ReactElement {
  const isInDetour = stop.detour !== undefined;
  const hasDetour = detourAction(store.timeline, { stop: stop.index }, 0) !== undefined;
  const black: ToolButton = { action: 'black', label: 'Black', isOn: show.curtain === 'black' };
  const typing: readonly ToolButton[] = [black, { action: 'type', label: 'Type' }, { action: 'typeLine', label: 'Enter' }];
  const others: readonly ToolButton[] = [
    black,
    { action: 'freeze', label: show.frozen === undefined ? 'Freeze' : 'Catch up', isOn: show.frozen !== undefined },
    { action: 'laser', label: 'Laser', isOn: show.tool === 'laser' },
    ...(hasDetour ? [{ action: 'detour', label: isInDetour ? 'Back' : 'Detour', isOn: isInDetour } as const] : []),
  ];
  return (
    <div className="phone__tools" role="group" aria-label="Room">
      {(show.typing && show.heldAt !== undefined ? typing : others).map(({ action, label, isOn }) => (
        <PressButton
          key={action}
          className="phone__tool"
          label={label}
          disabled={disabled}
          isOn={isOn}
          onPress={(at) => store.sendAction(action, at)}
        >
          {label}
        </PressButton>
      ))}
    </div>
  );
}

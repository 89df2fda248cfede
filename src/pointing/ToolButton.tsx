import type { ReactElement } from 'react';
import { POINTING_ICONS } from './icons';

interface ToolButtonProps {
  readonly name: string;
  readonly icon: keyof typeof POINTING_ICONS;
  readonly isOn?: boolean;
  readonly disabled?: boolean;
  /** `at` is the event's timestamp. */
  readonly onPress: (at: number) => void;
}

/** A button with an icon, and with its name where there is room. */
export function ToolButton({ name, icon, isOn, disabled = false, onPress }: ToolButtonProps): ReactElement {
  return (
    <button
      type="button"
      aria-pressed={isOn}
      aria-label={name}
      title={name}
      disabled={disabled}
      onClick={(event) => onPress(event.timeStamp)}
    >
      <svg viewBox="0 0 24 24" aria-hidden="true">
        <path d={POINTING_ICONS[icon]} fill="none" stroke="currentColor" strokeWidth="2" strokeLinecap="round" strokeLinejoin="round" />
      </svg>
      <span>{name}</span>
    </button>
  );
}

import type { PointerEvent, ReactElement, ReactNode } from 'react';

/** Milliseconds for which the phone vibrates at a press. */
const TICK_MS = 12;

interface PressButtonProps {
  readonly label: string;
  readonly className: string;
  readonly disabled: boolean;
  readonly isOn?: boolean | undefined;
  /** `at` is the timestamp of the event. */
  readonly onPress: (at: number) => void;
  readonly children: ReactNode;
}

/** A button that acts as soon as the finger is down, and ticks where the phone can. */
export function PressButton({ label, className, disabled, isOn, onPress, children }: PressButtonProps): ReactElement {
  const press = (at: number): void => {
    // Without a user gesture before, browsers refuse it with a warning only.
    navigator.vibrate?.(TICK_MS);
    onPress(at);
  };
  const onPointerDown = ({ isPrimary, button, timeStamp }: PointerEvent): void => {
    if (isPrimary && button === 0) press(timeStamp);
  };
  return (
    <button
      type="button"
      className={`phone__button ${className}`}
      aria-label={label}
      aria-pressed={isOn}
      disabled={disabled}
      onPointerDown={onPointerDown}
      // A click without a pointer: of a keyboard or of assistive technology.
      onClick={({ detail, timeStamp }) => {
        if (detail === 0) press(timeStamp);
      }}
    >
      {children}
    </button>
  );
}

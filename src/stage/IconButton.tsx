import type { ReactElement } from 'react';

/** SVG paths of 24 × 24 units. */
export const ICON_PATHS = { previous: 'M15 5l-7 7 7 7', next: 'M9 5l7 7-7 7', fullScreen: 'M4 9V4h5M20 9V4h-5M4 15v5h5M20 15v5h-5' };

interface IconButtonProps {
  readonly className: string;
  readonly name: string;
  readonly path: string;
  /** A disabled button keeps the focus. */
  readonly disabled?: boolean;
  /** `at` is the event's timestamp. */
  readonly onPress: (at: number) => void;
}

export function IconButton({ className, name, path, disabled, onPress }: IconButtonProps): ReactElement {
  return (
    <button
      type="button"
      className={className}
      aria-label={name}
      title={name}
      aria-disabled={disabled}
      onClick={(event) => onPress(event.timeStamp)}
    >
      <Icon path={path} />
    </button>
  );
}

export function Icon({ path }: { readonly path: string }): ReactElement {
  return (
    <svg viewBox="0 0 24 24" aria-hidden="true">
      <path d={path} fill="none" stroke="currentColor" strokeWidth="2.2" strokeLinecap="round" strokeLinejoin="round" />
    </svg>
  );
}

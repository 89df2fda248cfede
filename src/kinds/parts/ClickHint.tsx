import './click-hint.css';

interface PointerProps {
  readonly hint: string;
  readonly onNext: () => void;
}

/**
 * Tells the presenter where to click, right above the control that works, and works too. It stays out of the tab
 * order: the control below it is the one to reach by keyboard. Only the bubble moves, the button's box never does.
 */
export function Pointer({ hint, onNext }: PointerProps) {
  return (
    <button type="button" className="pointer" tabIndex={-1} onClick={onNext}>
      <span className="pointer-bubble">{hint}</span>
    </button>
  );
}

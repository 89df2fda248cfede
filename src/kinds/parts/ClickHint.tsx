import './click-hint.css';

interface ClickHintProps {
  readonly hint: string;
  readonly onNext: () => void;
}

/**
 * Tells the presenter where to click, right above the control that works, and works too. It stays out of the tab
 * order: the control below it is the one to reach by keyboard. Only the bubble moves, the button's box never does.
 */
export function ClickHint({ hint, onNext }: ClickHintProps) {
  return (
    <button type="button" className="click-hint" tabIndex={-1} onClick={onNext}>
      <span className="click-hint__bubble">{hint}</span>
    </button>
  );
}

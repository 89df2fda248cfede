import './click-hint.css';

interface ClickHintProps {
  readonly hint: string;
  readonly onNext: () => void;
}

/**
 * A bubble above the control that works, which says where to click and can be clicked itself. It is not in the tab order,
 * as the control below it is. Only the bubble is animated, so the button's box stays in place.
 */
export function ClickHint({ hint, onNext }: ClickHintProps) {
  return (
    <button type="button" className="click-hint" tabIndex={-1} onClick={onNext}>
      <span className="click-hint__bubble">{hint}</span>
    </button>
  );
}

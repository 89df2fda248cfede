import type { ReactElement } from 'react';
import { pluralize } from '../core/pluralize';
import type { LineToType, TypingKey } from '../core/typingByHand';

interface TypingPanelProps {
  readonly line: LineToType;
  /** Types as a key does; undefined while the stage is offline. */
  readonly onType: ((key: TypingKey, at: number) => void) | undefined;
}

/** Characters of the typed part that are shown, so that the next ones are in sight. */
const MAX_TYPED = 14;

/** What is left of the line that the presenter types by hand, with buttons that type where there is no keyboard. */
export function TypingPanel({ line: { typed, next, rest, linesAfter }, onType }: TypingPanelProps): ReactElement {
  const tail = Array.from(typed);
  const shown = tail.length > MAX_TYPED ? `…${tail.slice(-MAX_TYPED).join('')}` : typed;
  const more = linesAfter === 0 ? 'last line here' : `then ${pluralize(linesAfter, 'more line')}`;
  return (
    <div className="speaker-typing" role="group" aria-label="Typing by hand">
      <p className="speaker-typing__line" dir="auto">
        <span data-typed="">{shown}</span>
        <mark>{next === '' ? '⏎' : next}</mark>
        {rest}
      </p>
      <p className="speaker-typing__keys">
        {(['type', 'typeLine'] as const).map((key) => (
          <button
            key={key}
            type="button"
            className="speaker-small-button"
            disabled={!onType || (key === 'type' && next === '')}
            onClick={(event) => onType?.(key, event.timeStamp)}
          >
            {key === 'type' ? 'Type' : 'Enter ⏎'}
          </button>
        ))}{' '}
        <small>{next === '' ? `press Enter, ${more}` : more}</small>
      </p>
    </div>
  );
}

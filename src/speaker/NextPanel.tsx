import type { ReactElement } from 'react';
import { pluralize } from '../core/pluralize';
import type { Timeline } from '../core/timeline';
import { lineToType, type TypingKey } from '../core/typingByHand';
import { describeNextPress, stopAfterNext, type NextPressInput } from './describeNextPress';
import { Preview } from './Preview';
import { TypingPanel } from './TypingPanel';

interface NextPanelProps {
  readonly timeline: Timeline;
  readonly input: NextPressInput;
  /** Types by hand; undefined while the stage is offline. */
  readonly onType: ((key: TypingKey, at: number) => void) | undefined;
}

/** What the next press does, what is left to type by hand, and a preview of the next stop. */
export function NextPanel({ timeline, input, onType }: NextPanelProps): ReactElement {
  const { kind, headline, effects, newLines, hiddenLineCount } = describeNextPress(timeline, input);
  const target = stopAfterNext(timeline, input);
  const unfinishedLine = input.typing && kind === 'finish' ? lineToType(timeline, input.stop, input.heldAt) : undefined;
  return (
    <section className="speaker-panel speaker-next" aria-labelledby="next">
      <div className="speaker-next__text">
        <h2 id="next" className="speaker-label">
          Your next press
        </h2>
        <p className="speaker-next__headline" data-kind={kind}>
          {headline}
        </p>
        {unfinishedLine && <TypingPanel line={unfinishedLine} onType={onType} />}
        {effects.length > 0 && !unfinishedLine && (
          <ul className="speaker-next__effects">
            {effects.map((each) => (
              <li key={each}>{each}</li>
            ))}
          </ul>
        )}
        {newLines.length > 0 && (
          <div className="speaker-next__lines">
            {newLines.map((line, index) => (
              <p key={index} dir="auto">
                {line}
              </p>
            ))}
            {hiddenLineCount > 0 && <p className="speaker-next__more">and {pluralize(hiddenLineCount, 'more line')}</p>}
          </div>
        )}
      </div>
      {target ? (
        <Preview timeline={timeline} stop={target.index} />
      ) : (
        <div className="speaker-preview speaker-preview--end">
          <p>The end: nothing comes after this stop.</p>
        </div>
      )}
    </section>
  );
}

import type { ReactElement } from 'react';
import { pluralize } from '../core/pluralize';
import type { Timeline } from '../core/timeline';
import { describeNextPress, stopAfterNext, type NextPressInput } from './describeNextPress';
import { Preview } from './Preview';

interface NextPanelProps {
  readonly timeline: Timeline;
  readonly input: NextPressInput;
}

/** What the next press does, and a preview of the next stop. */
export function NextPanel({ timeline, input }: NextPanelProps): ReactElement {
  const { kind, headline, effects, newLines, hiddenLineCount } = describeNextPress(timeline, input);
  const target = stopAfterNext(timeline, input);
  return (
    <section className="speaker-panel speaker-next" aria-labelledby="next">
      <div className="speaker-next__text">
        <h2 id="next" className="speaker-label">
          Your next press
        </h2>
        <p className="speaker-next__headline" data-kind={kind}>
          {headline}
        </p>
        {effects.length > 0 && (
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

import type { ReactElement } from 'react';
import type { InlineText } from '../../../core/inlineText';
import type { PartProps } from '../PageContext';
import { Words } from '../Parts';
import './status.css';

interface Status {
  readonly text: InlineText;
  readonly state: 'pending' | 'running' | 'ok' | 'failed' | 'skipped';
  readonly note?: InlineText | undefined;
}

/** What is drawn in the circle of each state. */
const SIGNS: Readonly<Record<Status['state'], string>> = {
  pending: '',
  running: '',
  ok: 'M7 12.5l3.4 3.4L17 9.2',
  failed: 'M8.5 8.5l7 7m0-7l-7 7',
  skipped: 'M8 16l8-8',
};

export default function StatusView({ part: { text, state, note }, root }: PartProps<Status>): ReactElement {
  return (
    <div {...root(`part-status part-status--${state}`)}>
      <svg className="part-status__sign" viewBox="0 0 24 24" role="img" aria-label={state}>
        <circle cx="12" cy="12" r="10" />
        {state === 'running' && <path className="part-status__turning" d="M12 2a10 10 0 0 1 10 10" />}
        {SIGNS[state] !== '' && <path d={SIGNS[state]} />}
      </svg>
      <Words text={text} className="part-status__text" as="span" />
      <Words text={note} className="part-status__note" as="span" />
    </div>
  );
}

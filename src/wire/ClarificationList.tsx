import type { ReactElement } from 'react';
import type { Clarification } from '../core/wire';

/** Where the screen simplifies: what it says beside what is true. */
export function ClarificationList({ gloss }: { readonly gloss: readonly Clarification[] }): ReactElement {
  return (
    <>
      {gloss.map(({ screen, wire }) => (
        <dl key={`${screen} ${wire}`} className="clarification">
          <dt>Screen says</dt>
          <dd>{screen}</dd>
          <dt>Wire says</dt>
          <dd>{wire}</dd>
        </dl>
      ))}
    </>
  );
}

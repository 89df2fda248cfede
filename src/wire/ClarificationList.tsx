import type { ReactElement } from 'react';
import type { Clarification } from '../core/wire';

/** Lists where the screen simplifies: its text, and the text that is really sent. */
export function ClarificationList({ clarifications }: { readonly clarifications: readonly Clarification[] }): ReactElement {
  return (
    <>
      {clarifications.map(({ screen, wire }) => (
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

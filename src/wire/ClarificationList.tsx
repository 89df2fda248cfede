import type { ReactElement } from 'react';
import type { Gloss } from '../core/wire';

/** Where the screen simplifies: what it says beside what is true. */
export function GlossList({ gloss }: { readonly gloss: readonly Gloss[] }): ReactElement {
  return (
    <>
      {gloss.map(({ screen, wire }) => (
        <dl key={`${screen} ${wire}`} className="gloss">
          <dt>Screen says</dt>
          <dd>{screen}</dd>
          <dt>Wire says</dt>
          <dd>{wire}</dd>
        </dl>
      ))}
    </>
  );
}

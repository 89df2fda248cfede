import { Fragment, type ReactElement } from 'react';
import { keyNames } from './keyCaps';

/** A key of the key table as keyboards look: a cap for each part. */
export function Keys({ of }: { readonly of: string }): ReactElement {
  return (
    <span className="keys" data-key={of}>
      {keyNames(of).map(({ cap, said }, index) => (
        <Fragment key={cap}>
          {index > 0 && '+'}
          <kbd>
            {said === undefined ? (
              cap
            ) : (
              <>
                <span aria-hidden="true">{cap}</span>
                <span className="sr-only">{said}</span>
              </>
            )}
          </kbd>
        </Fragment>
      ))}
    </span>
  );
}

import { Fragment, type ReactElement } from 'react';
import { keyCaps } from './keyCaps';

/** A key of the key table, as one key cap for each modifier and the key. */
export function KeyCombination({ name }: { readonly name: string }): ReactElement {
  return (
    <span className="keys" data-key={name}>
      {keyCaps(name).map(({ label, spokenName }, index) => (
        <Fragment key={label}>
          {index > 0 && '+'}
          <kbd>
            {spokenName === undefined ? (
              label
            ) : (
              <>
                <span aria-hidden="true">{label}</span>
                <span className="sr-only">{spokenName}</span>
              </>
            )}
          </kbd>
        </Fragment>
      ))}
    </span>
  );
}

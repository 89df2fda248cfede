import type { ReactElement } from 'react';
import type { HandoutWireProps } from '../wire/HandoutWire';

/** Stands in for messages that could not be loaded, once in a handout. */
export function WireMissing({ legend }: HandoutWireProps): ReactElement | null {
  if (!legend) return null;
  return (
    <div className="handout__below handout__wire" lang="en" role="alert">
      <p>
        <b>The messages under the wire could not be loaded, so this handout is without them. Reload to try again.</b>
      </p>
    </div>
  );
}

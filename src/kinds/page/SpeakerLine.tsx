import type { ReactElement } from 'react';
import type { InlineText } from '../../core/inlineText';
import { BidiText } from '../parts/BidiText';
import type { PartReference } from './schema/part';

export interface SpeakerFields {
  readonly by: string;
  readonly icon?: string | undefined;
  readonly when?: string | undefined;
  readonly badge?: string | undefined;
  readonly text?: InlineText | undefined;
  readonly parts?: readonly PartReference[] | undefined;
}

/** Who says something, and when: the head of a comment and of a message. */
export function SpeakerLine({ fields, className }: { readonly fields: SpeakerFields; readonly className: string }): ReactElement {
  const { by, badge, when } = fields;
  return (
    <div className={`part-speaker-line ${className}`}>
      <span className="part-speaker-line__name">
        <BidiText text={by} />
      </span>
      {badge !== undefined && (
        <span className="part-badge part-badge--tiny tone-dim">
          <BidiText text={badge} />
        </span>
      )}
      {when !== undefined && (
        <span className="part-speaker-line__when">
          <BidiText text={when} />
        </span>
      )}
    </div>
  );
}

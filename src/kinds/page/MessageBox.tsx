import type { ReactElement } from 'react';
import type { InlineText } from '../../core/inlineText';
import type { PartRoot } from './PageContext';
import { Icon, Parts, Words } from './Parts';
import type { PartReference } from './schema/part';
import './message-box.css';

export interface MessageFields {
  readonly title?: InlineText | undefined;
  readonly text?: InlineText | undefined;
  readonly tone?: string | undefined;
  readonly icon?: string | undefined;
  readonly parts?: readonly PartReference[] | undefined;
}

/** A message to the person who uses the page: the inside of an alert and of a toast. */
export function MessageBox({ fields, ...root }: PartRoot & { readonly fields: MessageFields }): ReactElement {
  const { title, text, icon, parts } = fields;
  return (
    <div {...root}>
      <Icon name={icon} />
      <div className="part-notice__words">
        <Words text={title} className="part-notice__title" />
        <Words text={text} className="part-notice__text" />
        {parts && (
          <div className="part-notice__parts">
            <Parts of={parts} />
          </div>
        )}
      </div>
    </div>
  );
}

import type { ReactElement } from 'react';
import type { InlineText } from '../../../core/inlineText';
import type { PartProps } from '../PageContext';
import { Parts, Words } from '../Parts';
import type { PartReference } from '../schema/part';
import './dialog.css';

interface Dialog {
  readonly title?: InlineText | undefined;
  readonly open?: boolean | undefined;
  readonly parts: readonly PartReference[];
}

export default function DialogView({ part: { title, open = true, parts }, root }: PartProps<Dialog>): ReactElement | null {
  if (!open) return null;
  return (
    <div {...root('part-dialog')}>
      <div className="part-dialog__window">
        <Words text={title} className="part-dialog__title" as="h3" />
        <Parts of={parts} />
      </div>
    </div>
  );
}

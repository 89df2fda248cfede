import type { ReactElement } from 'react';
import type { InlineText } from '../../../core/inlineText';
import type { LoadedImage } from '../../../core/story';
import { Picture } from '../../parts/Picture';
import type { PartProps } from '../PageContext';
import { Words } from '../Parts';
import './image.css';

interface Image extends LoadedImage {
  readonly fit?: 'contain' | 'cover' | undefined;
  readonly caption?: InlineText | undefined;
  readonly border?: 'line' | 'none' | undefined;
}

export default function ImageView({ part, root }: PartProps<Image>): ReactElement {
  const { caption, border = 'line' } = part;
  return (
    <figure {...root(`part-image part-image--${border}`)}>
      <Picture image={part} className="part-image__picture" />
      {caption && (
        <figcaption className="part-image__caption">
          <Words text={caption} className="part-image__words" as="span" />
        </figcaption>
      )}
    </figure>
  );
}

import type { ReactElement } from 'react';
import type { LoadedImage } from '../../core/story';
import './picture.css';

interface PictureProps {
  readonly image: LoadedImage & { readonly fit?: 'contain' | 'cover' | undefined };
  /** A class for size and place. The picture fills at most the width of its container. */
  readonly className?: string;
}

/** A picture. Its size is in the markup, so nothing moves when it has loaded. */
export function Picture({ image: { src, alt, width, height, fit }, className }: PictureProps): ReactElement {
  return (
    <img
      className={className === undefined ? 'picture' : `picture ${className}`}
      src={src}
      alt={alt}
      width={width}
      height={height}
      decoding="sync"
      draggable={false}
      {...(fit !== undefined && { 'data-fit': fit })}
    />
  );
}

import type { CSSProperties, ReactElement } from 'react';
import { BidiText } from '../parts/BidiText';
import type { CompiledCallout, Shape, Side } from './scene';
import './callout.css';

/** Words with an arrow to a place in the picture. If they stand elsewhere in a tall viewport, CSS shows one of two. */
export function Callout({ callout: { text, target, side } }: { readonly callout: CompiledCallout }): ReactElement {
  const place = { '--x': target.x, '--y': target.y, '--width': target.width, '--height': target.height } as CSSProperties;
  const shapes: readonly (Shape | undefined)[] = side.wide === side.tall ? [undefined] : ['wide', 'tall'];
  return (
    <div className="callout" style={place}>
      {target.width > 0 && <i className="callout__target" />}
      {shapes.map((shape) => (
        <Words key={shape ?? 'both'} text={text} side={side[shape ?? 'wide']} shape={shape} />
      ))}
    </div>
  );
}

/**
 * The arrow, and the words between two spaces that are as long as the way from the target's middle to the ends of the viewport. Both
 * shrink by the same share, so that the words are inside the viewport and the arrow meets them.
 */
function Words({ text, side, shape }: { readonly text: string; readonly side: Side; readonly shape: Shape | undefined }): ReactElement {
  return (
    <div className={`callout__side callout__side--${side}${shape === undefined ? '' : ` callout__side--${shape}`}`}>
      <svg className="callout__arrow" viewBox="0 0 84 36" aria-hidden="true">
        <path d="M84 18H24" />
        <path d="m26 4-22 14 22 14Z" />
      </svg>
      <div className="callout__words">
        <i />
        <p dir="auto">
          <BidiText text={text} />
        </p>
        <i />
      </div>
    </div>
  );
}

import type { CSSProperties, ReactElement } from 'react';
import { firstDirection } from '../../core/direction';
import type { ViewProps } from '../kind';
import { InlineText, leaveLink } from '../parts/InlineText';
import { Picture } from '../parts/Picture';
import type { SlideScene } from './scene';
import { hasAside, layoutOf } from './layout';
import { linkTextOf } from './linkText';
import { textsOf } from './readSlide';
import { Columns, SlideContent } from './SlideContent';
import type { Reveal } from './SlideItem';
import { shownAt } from './steps';
import './slide.css';
import './slide-aside.css';
import './slide-content.css';
import './slide-shapes.css';

/** A slide at a step. */
export function SlideView({ scene, step, phase }: ViewProps<SlideScene>): ReactElement {
  const reveal: Reveal = { shown: shownAt(scene, step), entering: phase !== 'settled' && step > 0 ? shownAt(scene, step - 1) : Infinity };
  const { statement, columns, footer } = scene;
  return (
    <div
      className={`slide slide--${layoutOf(scene)}${hasAside(scene) ? ' slide--beside' : ''}`}
      dir={firstDirection(textsOf(scene).join(' ')) === 'rtl' ? 'rtl' : undefined}
      style={sizeStyle(scene)}
    >
      <div className="slide__content">
        <div className="slide__main">
          <SlideHead slide={scene} />
          <div className="slide__body">
            {statement && (
              <p className="slide__statement">
                <InlineText text={statement} />
              </p>
            )}
            {columns ? <Columns columns={columns} reveal={reveal} /> : <SlideContent content={scene} reveal={reveal} />}
          </div>
        </div>
        <SlideAside slide={scene} />
      </div>
      {footer && (
        <p className="slide__footer">
          <InlineText text={footer} />
        </p>
      )}
    </div>
  );
}

function SlideHead({ slide: { eyebrow, section, heading, thanks, subtitle } }: { readonly slide: SlideScene }): ReactElement | null {
  const title = heading ?? thanks;
  if (!eyebrow && !title) return null;
  return (
    <header className="slide__head">
      {section !== undefined && <p className="slide__section">{section}</p>}
      {eyebrow && (
        <p className="slide__eyebrow">
          <InlineText text={eyebrow} />
        </p>
      )}
      {title && (
        <h2 className="slide__heading">
          <InlineText text={title} />
        </h2>
      )}
      {subtitle && (
        <p className="slide__subtitle">
          <InlineText text={subtitle} />
        </p>
      )}
    </header>
  );
}

/** A picture or a QR code beside the rest, or below the heading. */
function SlideAside({ slide: { image, qr, qrDrawing } }: { readonly slide: SlideScene }): ReactElement | null {
  if (image)
    return (
      <div className="slide__aside" data-fit={image.fit}>
        <div className="slide__frame" style={{ '--ratio': image.width / image.height } as CSSProperties}>
          <Picture image={image} className="slide__image" />
        </div>
      </div>
    );
  if (!qr || !qrDrawing) return null;
  return (
    <div className="slide__aside">
      <a className="slide__qr" href={qr.href} target="_blank" rel="noopener noreferrer" onClick={leaveLink}>
        <svg viewBox={`-4 -4 ${qrDrawing.size + 8} ${qrDrawing.size + 8}`} shapeRendering="crispEdges" aria-hidden="true">
          <rect x="-4" y="-4" width="100%" height="100%" fill="#ffffff" />
          <path d={qrDrawing.path} fill="#000000" />
        </svg>
        <span dir="auto">{linkTextOf(qr)}</span>
      </a>
    </div>
  );
}

/** The sizes for each shape of the stage, in units; the style sheet takes those of its shape. */
function sizeStyle({ sizes: { heading, body } }: SlideScene): CSSProperties {
  return {
    '--heading-wide': heading.wide,
    '--heading-classic': heading.classic,
    '--heading-tall': heading.tall,
    '--body-wide': body.wide,
    '--body-classic': body.classic,
    '--body-tall': body.tall,
  } as CSSProperties;
}

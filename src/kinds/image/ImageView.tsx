import { useCallback, useRef, type CSSProperties, type ReactElement } from 'react';
import type { ViewProps } from '../kind';
import { BidiText } from '../parts/BidiText';
import { Picture } from '../parts/Picture';
import { interpolate, Transition, type TransitionStyle } from '../parts/Transition';
import { Callout } from './Callout';
import { isNew, MOVE_MS, moves, sliderOf, APPEAR_MS } from './describeImageStep';
import { centreOf, pictureBox, type Box, type Framing, type Size } from './geometry';
import type { CompiledSpot, ImageScene, ImageStep, Shape } from './scene';
import './image.css';

const appear: TransitionStyle = (progress) => ({ opacity: progress });

/** A picture, moved to the part that the step shows, with what points at it. */
export function ImageView({ scene: { image, steps }, step, phase }: ViewProps<ImageScene>): ReactElement | null {
  const viewport = useRef<HTMLDivElement>(null);
  const to = steps[step];
  const before = steps[step - 1];
  const from = phase !== 'settled' && before ? before : to;
  const isMoving = phase !== 'settled' && moves(to, before);
  const moveView = useCallback<TransitionStyle>(
    (progress) =>
      ({ '--progress': progress, '--slider': to && from ? interpolate(progress, sliderOf(from), sliderOf(to)) : 100 }) as CSSProperties,
    [from, to],
  );
  const ratio = image.height / image.width;
  const movePicture = useCallback<TransitionStyle>(
    (progress) => (from && to && progress < 1 ? pictureMove(viewport.current, ratio, from, to, progress) : STILL),
    [from, to, ratio],
  );
  if (!to || !from) return null;
  const compare = to.compare ?? (isMoving ? before?.compare : undefined);
  const overlays = [
    ...to.callouts.map((each, index) => ({
      appears: isNew('callouts', each, before),
      element: <Callout key={`callout ${index}`} callout={each} />,
    })),
    ...to.spots.map((each, index) => ({
      appears: isNew('spots', each, before),
      element: <SpotMark key={`spot ${index}`} number={index + 1} spot={each} />,
    })),
  ];
  return (
    <div className="shot" ref={viewport} dir="ltr">
      <div className="shot__layout" style={layoutVariables(from, to, ratio)}>
        <Transition className="shot__view" animating={isMoving} duration={MOVE_MS} styleAt={moveView}>
          <Transition className="shot__picture" animating={isMoving} duration={MOVE_MS} styleAt={movePicture}>
            <Picture image={image} className="shot__image" />
            {compare && <Picture image={compare} className="shot__image shot__image--second" />}
          </Transition>
          {compare && <Slider before={compare.before} after={compare.after} position={sliderOf(to)} />}
          {overlays.map(({ appears, element }) => !appears && element)}
          <Transition
            className="shot__new"
            animating={phase !== 'settled'}
            delay={isMoving ? MOVE_MS : 0}
            duration={APPEAR_MS}
            styleAt={appear}
          >
            {overlays.map(({ appears, element }) => appears && element)}
          </Transition>
        </Transition>
      </div>
    </div>
  );
}

/** The style of a picture at its place. */
const STILL: CSSProperties = { translate: 'none', scale: 'none' };

/** Returns how a picture that lies where `to` wants it is drawn while it moves there. Nothing moves before it is on screen. */
function pictureMove(element: HTMLElement | null, ratio: number, from: ImageStep, to: ImageStep, progress: number): CSSProperties {
  const viewport: Size = { width: element?.clientWidth ?? 0, height: element?.clientHeight ?? 0 };
  if (viewport.width === 0 || viewport.height === 0) return STILL;
  const shape = viewport.width < viewport.height ? 'tall' : 'wide';
  const [start, end] = [from, to].map((step) => pictureBox(viewport, ratio, framingOf(step, shape))) as [Box, Box];
  const [x, y, width] = (['x', 'y', 'width'] as const).map((name) => interpolate(progress, start[name], end[name])) as [
    number,
    number,
    number,
  ];
  return { translate: `${x - end.x}px ${y - end.y}px`, scale: String(width / end.width) };
}

function framingOf({ view, covers, scale }: ImageStep, shape: Shape): Framing {
  return { view, covers, scale: scale[shape] };
}

/** Returns the numbers from which image.css computes where the picture lies, at the step before (`-from`) and at this one. */
function layoutVariables(from: ImageStep, to: ImageStep, ratio: number): CSSProperties {
  const variables = ({ view, covers, scale }: ImageStep, end: string): Record<string, number> => {
    const centre = centreOf(view, covers);
    return {
      [`--fit-x${end}`]: 1 / view.width,
      [`--fit-y${end}`]: 1 / (view.height * ratio),
      [`--centre-x${end}`]: centre.x,
      [`--centre-y${end}`]: centre.y,
      [`--scale-wide${end}`]: scale.wide,
      [`--scale-tall${end}`]: scale.tall,
      [`--covers${end}`]: covers ? 1 : 0,
    };
  };
  return { ...variables(to, ''), ...variables(from, '-from'), '--ratio': ratio } as CSSProperties;
}

interface SliderProps {
  readonly before: string | undefined;
  readonly after: string | undefined;
  /** Where the slider comes to stand, in percent. */
  readonly position: number;
}

/** Percent of the width below which a label has no room. */
const LABEL_ROOM = 15;

function Slider({ before, after, position }: SliderProps): ReactElement {
  return (
    <>
      <div className="shot__slider" aria-hidden="true">
        <svg viewBox="0 0 48 48">
          <circle cx="24" cy="24" r="22" />
          <path d="m19 16-8 8 8 8M29 16l8 8-8 8" />
        </svg>
      </div>
      {before !== undefined && position >= LABEL_ROOM && (
        <span className="shot__label" dir="auto">
          <BidiText text={before} />
        </span>
      )}
      {after !== undefined && position <= 100 - LABEL_ROOM && (
        <span className="shot__label shot__label--after" dir="auto">
          <BidiText text={after} />
        </span>
      )}
    </>
  );
}

/** A number on the picture. Assistive technology reads what it stands for. */
function SpotMark({ number, spot: { x, y, text } }: { readonly number: number; readonly spot: CompiledSpot }): ReactElement {
  return (
    <span
      className="shot__spot"
      role="img"
      aria-label={`${number}. ${text}`}
      style={{ '--x': x, '--y': y } as CSSProperties}
      data-spot={number}
    >
      {number}
    </span>
  );
}

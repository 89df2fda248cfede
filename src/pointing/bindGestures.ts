import { clamp } from '../core/clamp';
import { FACTOR_RANGE, RADIUS_RANGE, type PointingAction } from '../core/pointing';
import type { Tool } from '../core/tools';
import type { PointingState } from './pointingState';

export interface GestureTarget {
  readonly getTool: () => Tool | undefined;
  readonly getState: () => PointingState;
  readonly dispatch: (action: PointingAction) => void;
  /** The ink's name of the stop that is shown. */
  readonly getStop: () => string;
  /** Pixels of a unit of the stage in `surface`. */
  readonly getUnit: () => number;
}

/** How strongly the wheel changes a size: a notch of 100 pixels by an eighth. */
const WHEEL_RATE = 0.0012;
/** A pinch on a trackpad arrives as a wheel with Ctrl and a tenth of the distance. */
const TRACKPAD_PINCH_RATE = 0.01;
/** Pixels of a line, for mice whose wheel counts lines. */
const LINE_PX = 16;

/**
 * Turns what mouse, finger or stylus do on `surface` into actions of the tool that is on: moves point, the pen draws while pressed,
 * the wheel and two fingers change the size of spotlight and zoom. Returns a cleanup function.
 */
export function bindGestures(surface: HTMLElement, target: GestureTarget): () => void {
  const { getTool, getState, dispatch, getStop, getUnit } = target;
  const controller = new AbortController();
  const { signal } = controller;
  const fingers = new Map<number, { readonly x: number; readonly y: number }>();
  /** The stroke being drawn, and its pointer. */
  let stroke: { readonly id: string; readonly pointer: number; readonly isStraight: boolean } | undefined;

  const moveTo = ({ clientX, clientY }: PointerEvent): void => {
    const { left, top, width, height } = surface.getBoundingClientRect();
    if (width === 0 || height === 0) return;
    const fraction = (value: number): number => clamp(Math.round(value * 1e5) / 1e5, 0, 1);
    dispatch({ type: 'move', x: fraction((clientX - left) / width), y: fraction((clientY - top) / height) });
  };
  const drawTo = (events: readonly PointerEvent[], isStraight = stroke?.isStraight ?? false): void => {
    if (!stroke) return;
    const { left, top, width } = surface.getBoundingClientRect();
    const toUnits = (px: number): number => Math.round((px / getUnit()) * 10) / 10;
    const points = events.flatMap(({ clientX, clientY }) => [toUnits(clientX - left - width / 2), toUnits(clientY - top)]);
    dispatch({ type: 'draw', stop: getStop(), id: stroke.id, colour: getState().colour, straight: isStraight, points });
  };
  const resize = (ratio: number): void => {
    const { radius, factor } = getState();
    if (getTool() === 'spotlight') dispatch({ type: 'radius', value: clamp(radius * ratio, ...RADIUS_RANGE) });
    if (getTool() === 'zoom') dispatch({ type: 'factor', value: clamp(factor * ratio, ...FACTOR_RANGE) });
  };
  const spread = (): number => {
    const [one, other] = [...fingers.values()];
    return one && other ? Math.hypot(one.x - other.x, one.y - other.y) : 0;
  };

  const onDown = (event: PointerEvent): void => {
    if (event.button !== 0) return;
    surface.setPointerCapture(event.pointerId);
    if (event.pointerType === 'touch') fingers.set(event.pointerId, { x: event.clientX, y: event.clientY });
    if (fingers.size > 1) {
      // The first finger did not mean to draw.
      if (stroke) dispatch({ type: 'undo', stop: getStop() });
      stroke = undefined;
    } else if (getTool() === 'pen') {
      const isStraight = getState().straight || event.shiftKey;
      stroke = { id: Math.random().toString(36).slice(2), pointer: event.pointerId, isStraight };
      drawTo([event]);
    } else moveTo(event);
  };
  const onMove = (event: PointerEvent): void => {
    if (fingers.has(event.pointerId)) {
      const before = spread();
      fingers.set(event.pointerId, { x: event.clientX, y: event.clientY });
      const after = spread();
      if (before > 0 && after > 0) resize(after / before);
      if (fingers.size > 1) return;
    }
    if (stroke?.pointer === event.pointerId) drawTo(stroke.isStraight ? [event] : coalesced(event));
    if (getTool() !== 'pen') moveTo(event);
  };
  const onUp = (event: PointerEvent): void => {
    fingers.delete(event.pointerId);
    if (stroke?.pointer === event.pointerId) stroke = undefined;
  };
  const onLeave = ({ pointerType }: PointerEvent): void => {
    if (pointerType === 'mouse' && getTool() === 'laser') dispatch({ type: 'hide' });
  };
  const onWheel = (event: WheelEvent): void => {
    event.preventDefault();
    event.stopPropagation();
    const distance = event.deltaY * (event.deltaMode === WheelEvent.DOM_DELTA_LINE ? LINE_PX : 1);
    resize(Math.exp(-distance * (event.ctrlKey ? TRACKPAD_PINCH_RATE : WHEEL_RATE)));
  };
  surface.addEventListener('pointerdown', onDown, { signal });
  // A tool that is switched on under a resting pointer begins there.
  surface.addEventListener('pointerenter', onMove, { signal });
  surface.addEventListener('pointermove', onMove, { signal });
  surface.addEventListener('pointerup', onUp, { signal });
  surface.addEventListener('pointercancel', onUp, { signal });
  surface.addEventListener('pointerleave', onLeave, { signal });
  surface.addEventListener('wheel', onWheel, { signal, passive: false });
  return () => controller.abort();
}

/** All positions of the pointer since the last event, where the browser tells them. */
function coalesced(event: PointerEvent): readonly PointerEvent[] {
  const events = event.getCoalescedEvents?.() ?? [];
  return events.length > 0 ? events : [event];
}

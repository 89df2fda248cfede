import { memo, useEffect, useLayoutEffect, useRef, useSyncExternalStore, type CSSProperties, type ReactElement } from 'react';
import type { Area } from '../core/pointing';
import type { Tool } from '../core/tools';
import { zoomTo } from './focusView';
import { bindGestures } from './bindGestures';
import { InkStrokes } from './InkStrokes';
import type { LayerBox } from './layerBox';
import type { PointingLink } from './pointingLink';
import { startLaser } from './startLaser';
import type { ZoomView } from './zoomStage';

interface PointingLayerProps {
  readonly link: PointingLink;
  readonly tool: Tool | undefined;
  /** The ink's name of the stop that is shown. */
  readonly stop: string;
  readonly box: LayerBox;
  readonly motion: boolean;
  /** Whether `focus` shows the stop larger rather than lit. */
  readonly zoomsFocus: boolean;
  /** Whether the stage below it is itself shown larger by the zoom. Otherwise a frame shows what the room sees. */
  readonly isStage: boolean;
}

/** Draws laser, spotlight and ink over a picture of the stage, and takes the pointer's input while a tool is on. */
export function PointingLayer({ link, tool, stop, box, motion, zoomsFocus, isStage }: PointingLayerProps): ReactElement {
  const layer = useRef<HTMLDivElement>(null);
  const surface = useRef<HTMLDivElement>(null);
  const latest = useRef({ tool, stop, box });
  useLayoutEffect(() => {
    latest.current = { tool, stop, box };
  });

  useEffect(() => {
    if (!tool || !surface.current) return undefined;
    return bindGestures(surface.current, {
      getTool: () => latest.current.tool,
      getState: link.getState,
      dispatch: link.dispatch,
      getStop: () => latest.current.stop,
      getUnit: () => latest.current.box.unit,
    });
  }, [link, tool]);

  // Written to the style directly: the pointer moves far more often than React should render.
  useLayoutEffect(() => {
    const write = (): void => {
      const { x, y, radius, factor } = link.getState();
      const values = { '--x': x, '--y': y, '--radius': radius, '--factor': factor };
      for (const [name, value] of Object.entries(values)) layer.current?.style.setProperty(name, String(value));
    };
    write();
    return link.subscribe(write);
  }, [link]);

  useEffect(() => {
    if (tool !== 'laser' || !layer.current) return undefined;
    return startLaser(layer.current, link, () => latest.current.box, motion);
  }, [link, tool, motion]);

  const lit = useSyncExternalStore(link.subscribe, () => (tool === 'focus' ? link.getState().lit : undefined));
  const view = lit && zoomsFocus ? zoomTo(lit) : undefined;
  const { width, height, unit } = box;
  const style = { width, height, '--width': `${width}px`, '--height': `${height}px`, '--u-designed': `${unit}px` } as CSSProperties;
  return (
    <div
      className="pointing"
      ref={layer}
      data-tool={tool}
      data-stage={isStage ? '' : undefined}
      data-zoomed={tool === 'zoom' || view ? '' : undefined}
      style={style}
    >
      {tool === 'spotlight' && <div className="pointing__spot" aria-hidden="true" />}
      {lit && !view && <div className="pointing__lit" aria-hidden="true" style={boxStyle(lit)} />}
      <div className="pointing__drawing" aria-hidden="true" style={view && viewStyle(view)}>
        {(tool === 'zoom' || view) && !isStage && <div className="pointing__frame" />}
        <InkDrawing link={link} stop={stop} box={box} />
        {tool === 'laser' && (
          <>
            <svg className="pointing__trail" viewBox={`0 0 ${width} ${height}`}>
              <path />
            </svg>
            <div className="pointing__dot" />
          </>
        )}
      </div>
      {tool && <div className="pointing__surface" ref={surface} aria-hidden="true" />}
    </div>
  );
}

function boxStyle({ x, y, width, height }: Area): CSSProperties {
  const percent = (fraction: number): string => `${fraction * 100}%`;
  return { left: percent(x), top: percent(y), width: percent(width), height: percent(height) };
}

function viewStyle({ x, y, factor }: ZoomView): CSSProperties {
  return { '--x': x, '--y': y, '--factor': factor } as CSSProperties;
}

/** The strokes of a stop. Rendered again only when they change. */
const InkDrawing = memo(
  ({ link, stop, box: { width, height, unit } }: Pick<PointingLayerProps, 'link' | 'stop' | 'box'>): ReactElement | null => {
    const strokes = useSyncExternalStore(link.subscribe, () => link.getState().ink[stop]);
    if (!strokes?.length) return null;
    return <InkStrokes strokes={strokes} screen={{ width: width / unit, height: height / unit }} />;
  },
);

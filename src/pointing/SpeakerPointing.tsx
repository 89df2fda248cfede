import { useEffect, useRef, useState, useSyncExternalStore, type ReactElement } from 'react';
import { focusOf } from '../core/focus';
import { inkKey, type PointingScreen } from '../core/pointing';
import type { Stop } from '../core/timeline';
import type { Tool } from '../core/tools';
import type { Channel } from '../player/channel';
import css from './pointing.css?inline';
import { PenButtons } from './PenButtons';
import { PointingLayer } from './PointingLayer';
import { PointingLink } from './pointingLink';

export interface SpeakerPointingProps {
  readonly channel: Channel;
  /** Id of the story. */
  readonly story: string;
  readonly tool: Tool | undefined;
  /** The stop that the room sees. */
  readonly stop: Stop;
  readonly motion: boolean;
  /** Called with the size of the room's stage, so that the picture is laid out in the same way. */
  readonly onScreen: (screen: PointingScreen) => void;
}

/** Draws what the room sees of laser, spotlight, zoom and pen over its picture, and points from there. ADR 055 */
export default function SpeakerPointing({ channel, story, tool, stop, motion, onScreen }: SpeakerPointingProps): ReactElement {
  const [link] = useState(() => new PointingLink(channel, story));
  const screen = useSyncExternalStore(link.subscribe, () => link.getState().screen);
  const root = useRef<HTMLDivElement>(null);
  const [size, setSize] = useState({ width: 0, height: 0 });
  const key = inkKey(stop);

  useEffect(() => link.connect(), [link]);

  useEffect(() => {
    if (screen) onScreen(screen);
  }, [screen, onScreen]);

  useEffect(() => {
    if (!root.current) return undefined;
    const observer = new ResizeObserver(([entry]) => {
      const { width = 0, height = 0 } = entry?.contentRect ?? {};
      setSize({ width, height });
    });
    observer.observe(root.current);
    return () => observer.disconnect();
  }, []);

  return (
    <>
      <style>{css}</style>
      <div className="pointing-picture" ref={root}>
        {screen && size.width > 0 && (
          <PointingLayer
            link={link}
            tool={tool}
            stop={key}
            box={{ ...size, unit: size.width / screen.width }}
            motion={motion}
            zoomsFocus={focusOf(stop.source)?.zooms ?? false}
            isStage={false}
          />
        )}
      </div>
      {tool === 'pen' && (
        <div className="pointing-bar pointing-bar--picture">
          <PenButtons link={link} stop={key} />
        </div>
      )}
    </>
  );
}

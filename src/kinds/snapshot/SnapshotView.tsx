import { useEffect, useLayoutEffect, useRef, type CSSProperties, type ReactElement } from 'react';
import { whenIdle } from '../../scheduling/whenIdle';
import type { ViewProps } from '../kind';
import { MousePointer } from '../parts/MousePointer';
import '../parts/mouse-pointer.css';
import { FrameDeck } from './FrameDeck';
import { placeMarks } from './placeMarks';
import type { SnapshotScene } from './scene';
import { typeWords } from './typeWords';
import './snapshot.css';

/** A captured page in a frame, scaled to the width of the window, with frames around elements and the pointer over it. */
export function SnapshotView({ scene, step, phase }: ViewProps<SnapshotScene>): ReactElement | null {
  const root = useRef<HTMLDivElement>(null);
  const frames = useRef<HTMLDivElement>(null);
  const deck = useRef<FrameDeck>(undefined);
  const current = scene.steps[step];
  const isSettled = phase === 'settled';

  useLayoutEffect(() => {
    if (!root.current || !frames.current || !current) return;
    const view = root.current;
    let stopTyping = (): void => {};
    let shown: Document | undefined;
    const place = (): void => placeMarks(view, scene, deck.current?.current, current);
    const show = (): void => {
      const frame = deck.current?.current;
      frame?.show(current, !isSettled && scene.steps[step - 1]?.state === current.state);
      stopTyping();
      if (!isSettled && frame?.document) stopTyping = typeWords(frame.document, current);
      shown = frame?.document;
      shown?.addEventListener('scroll', place, { capture: true, passive: true });
      // A font that only a changed text needs comes later, and moves what is beside it.
      shown?.fonts?.addEventListener('loadingdone', place);
      place();
    };
    deck.current ??= new FrameDeck(frames.current, scene, () => view.dispatchEvent(new Event('ready')));
    view.addEventListener('ready', show);
    deck.current.show(current);
    show();
    const observer = new ResizeObserver(() => {
      if (isSettled) deck.current?.current?.scroll(current, false);
      place();
    });
    observer.observe(view);
    return () => {
      stopTyping();
      observer.disconnect();
      view.removeEventListener('ready', show);
      shown?.removeEventListener('scroll', place, { capture: true });
      shown?.fonts?.removeEventListener('loadingdone', place);
    };
  }, [scene, step, current, isSettled]);

  // Only on the stage: miniatures and handouts have no next step.
  useEffect(() => {
    if (!isSettled || !root.current?.closest('main.stage')) return;
    // Not in the frame that shows the step: a large document takes longer to read.
    return whenIdle(() => deck.current?.prepare([scene.steps[step - 1], scene.steps[step + 1]]));
  }, [scene, step, isSettled]);

  // A layout effect: its cleanup comes before the effect above makes the frames of another scene.
  useLayoutEffect(
    () => () => {
      deck.current?.remove();
      deck.current = undefined;
    },
    [scene],
  );

  if (!current) return null;
  return (
    <div className="capture" ref={root} dir="ltr" style={{ '--capture-width': `${scene.width}px` } as CSSProperties}>
      <div className="capture__frames" ref={frames} data-theme={scene.theme} />
      {current.highlight?.map((each) => (
        <span key={each} className="capture__highlight" data-at={each} aria-hidden="true" />
      ))}
      {current.pointer !== undefined && <MousePointer isMoving={!isSettled} data-at={current.pointer} />}
    </div>
  );
}

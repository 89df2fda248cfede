import type { ReactElement } from 'react';
import { focusOf } from '../core/focus';
import { parseInkFile, type InkFile } from '../core/inkFile';
import { inkKey, type Stroke } from '../core/pointing';
import { stopAt, type Stop, type Timeline } from '../core/timeline';
import { openSessionStore } from '../player/keyValueStore';
import { findFocus } from './findFocus';
import { withMargin } from './focusView';
import { InkStrokes } from './InkStrokes';
import css from './ink.css?inline';

/** Returns the ink of the talk in this tab; undefined if there is none. */
export function loadInk(story: string): InkFile | undefined {
  const parsed = parseInkFile(openSessionStore(story).read('ink'), story);
  return 'file' in parsed ? parsed.file : undefined;
}

/** Returns the strokes of a stop; undefined if it has none. */
export function strokesAt({ ink }: InkFile, stop: Stop): readonly Stroke[] | undefined {
  const strokes = ink[inkKey(stop)];
  return strokes && strokes.length > 0 ? strokes : undefined;
}

/** The ink of a stop over a view of it that is laid out like the stage it was drawn on. */
export function HandoutInk({ file, strokes }: { readonly file: InkFile; readonly strokes: readonly Stroke[] }): ReactElement {
  return (
    <div className="handout__ink" aria-hidden="true">
      <style>{css}</style>
      <InkStrokes strokes={strokes} screen={file.screen} />
    </div>
  );
}

/** Space around a frame, as a fraction of the height of its stage. */
const MARGIN = 0.012;

/** Draws a frame around what each stop's `focus` names. Call it when everything has loaded, as it measures. */
export function frameFocus(timeline: Timeline, root: ParentNode = document): void {
  for (const page of root.querySelectorAll<HTMLElement>('.handout__page')) {
    const target = focusOf(stopAt(timeline, Number(page.dataset['stop'])).source);
    const stage = page.querySelector<HTMLElement>('.stage');
    const area = target && stage && findFocus(stage, target).areas[(target.nth ?? 1) - 1];
    if (!area) continue;
    const { x, y, width, height } = withMargin(area, MARGIN, stage.offsetWidth / stage.offsetHeight);
    const frame = document.createElement('div');
    frame.className = 'handout__focus';
    for (const [name, value] of Object.entries({ left: x, top: y, width, height })) frame.style.setProperty(name, `${value * 100}%`);
    stage.append(frame);
  }
}

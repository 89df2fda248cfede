import { cancelFrame, frame, time, type Process } from 'framer-motion';
import { useLayoutEffect, type RefObject } from 'react';
import { splitGraphemes, textWidth } from '../../core/terminal/width';
import { rowTop, type Place } from './morph';
import type { EditorScene, Pane, Typed } from './scene';

/** Returns the places of the caret: before the first character, and after each character and line break. */
function caretPlaces({ lines, views }: EditorScene, pane: Pane, { rows: [first, last], from, to }: Typed): readonly Place[] {
  const places: Place[] = [];
  for (let row = first; row <= last; row += 1) {
    const pieces = lines[views[pane.view]![row]![0]]!.map(([text]) => text);
    const [start, end] = [row === first ? from : 0, row === last ? to : pieces.length];
    let column = textWidth(pieces.slice(0, start).join(''));
    places.push({ row: rowTop(pane, row), column });
    for (const character of splitGraphemesOf(pieces.slice(start, end)))
      places.push({ row: rowTop(pane, row), column: (column += textWidth(character)) });
  }
  return places;
}

function splitGraphemesOf(texts: readonly string[]): readonly string[] {
  return texts.flatMap((text) => [...splitGraphemes(text)]);
}

/** Returns where the caret stands when all is typed. */
export function caretPlace(scene: EditorScene, pane: Pane, typed: Typed): Place {
  return caretPlaces(scene, pane, typed).at(-1)!;
}

/** Shows what is typed, character by character, while the step plays. Frames are written without React (ADR 023). */
export function useTyping(
  content: RefObject<HTMLElement | null>,
  scene: EditorScene,
  pane: Pane,
  typing: 'waits' | 'plays' | 'done',
): void {
  useLayoutEffect(() => {
    const element = content.current;
    const { typed } = pane;
    if (!element || !typed || typing === 'done') return;
    const places = caretPlaces(scene, pane, typed);
    const end = places.at(-1)!;
    const characters = [...element.querySelectorAll<HTMLElement>('[data-typed]')];
    const caret = element.querySelector<HTMLElement>('.editor__caret');
    const show = (count: number): void => {
      const { row, column } = places[count]!;
      // A line break has a place and no element.
      const shown = count - new Set(places.slice(0, count + 1).map((place) => place.row)).size + 1;
      characters.forEach((each, at) => (each.style.visibility = at < shown ? '' : 'hidden'));
      element.style.setProperty('--rest-x', String(column - end.column));
      element.style.setProperty('--rest-y', String(row - end.row));
      caret?.style.setProperty('--row-at', String(row));
      caret?.style.setProperty('--column-at', String(column));
    };
    const start = time.now();
    const write: Process = ({ timestamp }) => {
      // A variable of the address may have made the text longer or shorter than at build.
      const part = typed.times.filter((at) => at <= timestamp - start).length / Math.max(1, typed.times.length);
      show(Math.round(part * (places.length - 1)));
      if (part === 1) cancelFrame(write);
    };
    show(0);
    if (typing === 'plays') frame.render(write, true);
    return () => {
      cancelFrame(write);
      show(places.length - 1);
      for (const name of ['--rest-x', '--rest-y']) element.style.removeProperty(name);
    };
  }, [content, scene, pane, typing]);
}

import { notesText } from '../../core/notesParts';
import type { Story } from '../../core/story';
import { splitGraphemes } from '../../core/terminal/width';
import { transcriptLines, type Stop } from '../../core/timeline';
import type { Slide, SlideSection } from './slideDeck';

/** Longest text in place of a picture, in characters: some two minutes of a screen reader. */
const MAX_ALT_CHARACTERS = 1500;

/** Returns the slides of stops, in a section for each scene. */
export function sectionsOf(
  story: Pick<Story, 'scenes'>,
  stops: readonly Stop[],
  pictureOf: (stop: Stop) => string,
): readonly SlideSection[] {
  const sections: { readonly scene: Stop['scene']; readonly title: string; readonly slides: Slide[] }[] = [];
  for (const stop of stops) {
    let section = sections.at(-1);
    if (section?.scene !== stop.scene) sections.push((section = { scene: stop.scene, title: stop.scene.title, slides: [] }));
    section.slides.push({ title: stop.source.title, notes: notesOf(story, stop), altText: altTextOf(stop), picture: pictureOf(stop) });
  }
  return sections;
}

function notesOf(story: Pick<Story, 'scenes'>, { source }: Stop): readonly string[] {
  const [say, point] = [source.notes.say, source.notes.point].map((text) => notesText(story, text).trim());
  return `${say}\n${point ? `Point at: ${point}` : ''}`.split('\n').filter((line) => line.trim() !== '');
}

/** Returns the transcript of a stop, cut after a line if it is long, or its title if there is nothing to read. */
export function altTextOf(stop: Pick<Stop, 'textLines' | 'transitionText' | 'source'>): string {
  const text = transcriptLines(stop as Stop)
    .filter((line) => line.trim() !== '')
    .join('\n');
  return text === '' ? stop.source.title : shorten(text);
}

function shorten(text: string): string {
  if (text.length <= MAX_ALT_CHARACTERS) return text;
  let start = '';
  for (const cluster of splitGraphemes(text.slice(0, MAX_ALT_CHARACTERS + 100))) {
    if (start.length + cluster.length > MAX_ALT_CHARACTERS) break;
    start += cluster;
  }
  const lineEnd = start.lastIndexOf('\n');
  return `${lineEnd > MAX_ALT_CHARACTERS / 2 ? start.slice(0, lineEnd) : start} …`;
}

import { finding, quoted, smallerTerminal, type Finding, type Rule } from '../finding';
import type { Path } from '../../compiler/story/jsonPath';
import type { Stop } from '../../core/timeline';
import { playedOf, type Sight, type Subject } from '../checkInput';

/** Words a stop brings that the room could not read: the browser has looked at every one. */
export const overflow: Rule = {
  name: 'overflow',
  about:
    'Words that are cut off or covered at 1280×720, looked for in a real browser on the built page (error; a warning where no browser is found).',
  check({ index, timeline, measured, ...subject }) {
    if ('skipped' in measured)
      return [finding('warning', index, [], `not measured whether every stop fits the stage: ${measured.skipped}`)];
    if ('failed' in measured)
      return [
        finding(
          'error',
          index,
          [],
          `not measured whether every stop fits the stage, since the page could not be built and opened: ${measured.failed}`,
        ),
      ];
    const { width, height } = measured.size;
    return timeline.stops.flatMap((stop): Finding[] => {
      const faults = faultsAt(measured.sights, stop.index);
      // Of several the first that says something; an arrow of the browser's bar is no help.
      const first = faults.find((fault) => /^“[^”]*\p{L}/u.test(fault)) ?? faults[0];
      // A page with several stops is told of once.
      if (first === undefined || (stop.step > 0 && faults.join() === faultsAt(measured.sights, stop.index - 1).join())) return [];
      const { document, path } = placeOfWords(subject, stop, first);
      const more = faults.length === 1 ? '' : `, and ${faults.length - 1} more`;
      return [finding('error', document, path, `at ${width}×${height} ${inWords(first)}${more}; the room cannot scroll. ${remedy(stop)}`)];
    });
  },
};

/** The text a fault is about, where the scene's file has it word for word; otherwise its step. */
function placeOfWords(subject: Pick<Subject, 'scenes' | 'texts'>, stop: Stop, fault: string): ReturnType<typeof playedOf> {
  const step = playedOf(subject, stop);
  const words = /^“(.*)” /su.exec(fault)?.[1];
  const isHere = (path: Path): boolean => path[0] !== 'steps' || path[1] === stop.step;
  const text = subject.texts.find(
    ({ document, path, shown, surface }) => document === step.document && surface !== 'notes' && shown === words && isHere(path),
  );
  return text ?? step;
}

/** What helps: each step of a page shows all of the page, and each side of a board belongs to one step. */
function remedy({ surface, recorded }: Stop): string {
  if (recorded) return smallerTerminal(recorded.grid);
  if (surface === 'terminal') return 'Use fewer or shorter words, or make two steps of it';
  return surface === 'browser'
    ? 'Use fewer or shorter words on this page, or leave out what it can do without; more steps would not help, as each shows all of it'
    : 'Use fewer or shorter words on this side of the board';
}

/** Without what lies under the terminal's own sign that there is more above: the terminal's rule tells of that. */
function faultsAt(sights: readonly Sight[], stop: number): readonly string[] {
  return sights[stop]?.faults.filter((fault) => !fault.includes('terminal__cue')) ?? [];
}

/** A fault without the page's own names for things. */
function inWords(fault: string): string {
  const [, words = fault, trouble = ''] = /^“(.*)” (.+)$/su.exec(fault) ?? [];
  return `${quoted(words)} is ${trouble.startsWith('covered') ? 'covered by something that lies over it' : trouble}`;
}

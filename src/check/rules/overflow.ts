import { createFinding, quote, smallerTerminalAdvice, type Finding, type CheckRule } from '../finding';
import type { JsonPath } from '../../compiler/story/jsonPath';
import type { Stop } from '../../core/timeline';
import { playbackLocation, type StopLayout, type CheckInput } from '../checkInput';

/** Words a stop brings that the room could not read: the browser has looked at every one. */
export const overflowRule: CheckRule = {
  name: 'overflow',
  description:
    'Words that are cut off or covered at 1280×720, looked for in a real browser on the built page (error; a warning where no browser is found).',
  check({ storyDocument, timeline, layout, ...subject }) {
    if ('skipped' in layout)
      return [createFinding('warning', storyDocument, [], `not measured whether every stop fits the stage: ${layout.skipped}`)];
    if ('failed' in layout)
      return [
        createFinding(
          'error',
          storyDocument,
          [],
          `not measured whether every stop fits the stage, since the page could not be built and opened: ${layout.failed}`,
        ),
      ];
    const { width, height } = layout.size;
    return timeline.stops.flatMap((stop): Finding[] => {
      const faults = problemsAt(layout.sights, stop.index);
      // Of several the first that says something; an arrow of the browser's bar is no help.
      const first = faults.find((fault) => /^“[^”]*\p{L}/u.test(fault)) ?? faults[0];
      // A page with several stops is told of once.
      if (first === undefined || (stop.step > 0 && faults.join() === problemsAt(layout.sights, stop.index - 1).join())) return [];
      const { document, path } = locateText(subject, stop, first);
      const more = faults.length === 1 ? '' : `, and ${faults.length - 1} more`;
      return [
        createFinding(
          'error',
          document,
          path,
          `at ${width}×${height} ${describeProblem(first)}${more}; the room cannot scroll. ${advice(stop)}`,
        ),
      ];
    });
  },
};

/** The text a fault is about, where the scene's file has it word for word; otherwise its step. */
function locateText(subject: Pick<CheckInput, 'scenes' | 'texts'>, stop: Stop, fault: string): ReturnType<typeof playbackLocation> {
  const step = playbackLocation(subject, stop);
  const words = /^“(.*)” /su.exec(fault)?.[1];
  const isHere = (path: JsonPath): boolean => path[0] !== 'steps' || path[1] === stop.step;
  const text = subject.texts.find(
    ({ document, path, shown, surface }) => document === step.document && surface !== 'notes' && shown === words && isHere(path),
  );
  return text ?? step;
}

/** What helps: each step of a page shows all of the page, and each side of a board belongs to one step. */
function advice({ surface, recorded }: Stop): string {
  if (recorded) return smallerTerminalAdvice(recorded.grid);
  if (surface === 'terminal') return 'Use fewer or shorter words, or make two steps of it';
  return surface === 'browser'
    ? 'Use fewer or shorter words on this page, or leave out what it can do without; more steps would not help, as each shows all of it'
    : 'Use fewer or shorter words on this side of the board';
}

/** Without what lies under the terminal's own sign that there is more above: the terminal's rule tells of that. */
function problemsAt(sights: readonly StopLayout[], stop: number): readonly string[] {
  return sights[stop]?.faults.filter((fault) => !fault.includes('terminal__cue')) ?? [];
}

/** A fault without the page's own names for things. */
function describeProblem(fault: string): string {
  const [, words = fault, trouble = ''] = /^“(.*)” (.+)$/su.exec(fault) ?? [];
  return `${quote(words)} is ${trouble.startsWith('covered') ? 'covered by something that lies over it' : trouble}`;
}

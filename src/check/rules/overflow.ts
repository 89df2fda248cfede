import { createFinding, quote, smallerTerminalAdvice, type Finding, type CheckRule } from '../finding';
import type { JsonPath } from '../../compiler/story/jsonPath';
import { maxOf } from '../../core/maxOf';
import type { Scene } from '../../core/story';
import { isEditor } from '../../kinds/editor/scene';
import { isPage } from '../../kinds/page/scene';
import { isSlide } from '../../kinds/slide/scene';
import type { Stop } from '../../core/timeline';
import { playbackLocation, stepLocation, type StopLayout, type CheckInput, type StoryLocation } from '../checkInput';

const SCROLL_ADVICE =
  'Let a step name the part to "scroll" to, or show less: "density": "compact", "width": "wide", parts beside each other in "columns"';

/** Reports text that the audience cannot read in full. */
export const overflowRule: CheckRule = {
  name: 'overflow',
  check({ storyDocument, timeline, layout, ...input }) {
    const story = { document: storyDocument, path: [] };
    const notMeasured = 'not measured whether every stop fits the stage';
    if ('skipped' in layout) return [createFinding('warning', story, `${notMeasured}: ${layout.skipped}`)];
    if ('failed' in layout)
      return [createFinding('error', story, `${notMeasured}, since the page could not be built and opened: ${layout.failed}`)];
    const { width, height } = layout.viewport;
    const findings = timeline.stops.flatMap((stop): Finding[] => {
      const problems = problemsAt(layout.stops, stop);
      // Name one with letters if there is any, rather than an arrow of the browser's bar.
      const named = problems.find((problem) => /^“[^”]*\p{L}/u.test(problem)) ?? problems[0];
      // Report a page with several stops once.
      if (named === undefined || (stop.step > 0 && problems.join() === problemsAt(layout.stops, timeline.stops[stop.index - 1]!).join()))
        return [];
      const more = problems.length === 1 ? '' : `, and ${problems.length - 1} more`;
      return [
        createFinding(
          'error',
          locateText(input, stop, named),
          `at ${width}×${height} ${describeProblem(named)}${more}; the room cannot scroll. ${advice(stop)}`,
        ),
      ];
    });
    const unseen = timeline.story.scenes.flatMap((scene, sceneIndex): Finding[] => {
      const stops = timeline.stops.filter((stop) => stop.sceneIndex === sceneIndex);
      const [first] = stops;
      if (!first || !isScrollable(scene)) return [];
      const px = maxOf([0, ...outOfSightAtAll(stops.map(({ index }) => layout.stops[index]?.problems ?? []))]);
      if (px === 0) return [];
      const problem = `at ${width}×${height} no step shows what is ${px} px below the window of the page`;
      return [createFinding('warning', stepLocation(input, first), `${problem}. ${SCROLL_ADVICE}`)];
    });
    return [...findings, ...unseen];
  },
};

/** Returns the location of the text that a problem quotes if the scene's file has exactly this text; otherwise that of the step. */
function locateText(input: Pick<CheckInput, 'scenes' | 'texts'>, stop: Stop, problem: string): StoryLocation {
  const step = playbackLocation(input, stop);
  const quoted = /^“(.*)” /su.exec(problem)?.[1];
  const isInStep = (path: JsonPath): boolean => path[0] !== 'steps' || path[1] === stop.step;
  const text = input.texts.find(
    ({ document, path, shown, surface }) => document === step.document && surface !== 'notes' && shown === quoted && isInStep(path),
  );
  return text ?? step;
}

/** More steps help in the terminal only: each step of a page shows the whole page, each side of a board has a step of its own. */
function advice({ surface, recorded, scene }: Stop): string {
  if (recorded) return smallerTerminalAdvice(recorded.grid);
  if (surface === 'panes') return 'Use fewer or shorter words, or give this scene more of the stage';
  if (surface === 'terminal') return 'Use fewer or shorter words, or make two steps of it';
  if (isEditor(scene)) return 'Break the line, name fewer lines at this step, or close the second pane or the terminal';
  if (isSlide(scene)) return 'Use fewer or shorter words, or make two slides of it';
  return surface === 'browser'
    ? 'Use fewer or shorter words on this page, or leave out what it can do without; more steps would not help, as each shows all of it'
    : 'Use fewer or shorter words on this side of the board';
}

/**
 * Returns the problems of a stop, except text behind the terminal's scroll cue, which the rule `terminal` reports, and text to which a
 * page made of parts can be scrolled.
 */
function problemsAt(stops: readonly StopLayout[], { index, scene }: Stop): readonly string[] {
  return (stops[index]?.problems ?? [])
    .map((problem) => (isScrollable(scene) ? problem : problem.replace(/” scrolled out of sight by (\d+ px)$/u, '” cut off by $1')))
    .filter((problem) => !problem.includes('terminal__cue') && outOfSightPx(problem) === 0);
}

/** Whether steps of a scene can scroll it. Sign-in pages are made of parts too, but have no such steps. */
function isScrollable(scene: Scene): boolean {
  return [scene, ...(scene.panes ?? []).map((pane) => pane.scene)].some((each) => isPage(each) && each.look.skin === undefined);
}

/** Returns how far a text is below or above what a page made of parts shows; 0 for other problems. */
function outOfSightPx(problem: string): number {
  return Number(/” scrolled out of sight by (\d+) px$/u.exec(problem)?.[1] ?? 0);
}

/** Returns, for each text that is out of sight at every stop of a page, how far it is at the stop that comes nearest to it. */
function outOfSightAtAll(stops: readonly (readonly string[])[]): readonly number[] {
  const distancesAt = stops.map(
    (problems) => new Map(problems.map((problem) => [/^“(.*)” /su.exec(problem)?.[1] ?? '', outOfSightPx(problem)] as const)),
  );
  const texts = [...(distancesAt[0]?.keys() ?? [])];
  return texts.map((text) => -maxOf(distancesAt.map((distances) => -(distances.get(text) ?? 0))));
}

/** Describes a problem without class names. */
function describeProblem(problem: string): string {
  const [, text = problem, trouble = ''] = /^“(.*)” (.+)$/su.exec(problem) ?? [];
  return `${quote(text)} is ${trouble.startsWith('covered') ? 'covered by something that lies over it' : trouble}`;
}

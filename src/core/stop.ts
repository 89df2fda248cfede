import type { Block, Scene, Step, Story } from './story';
import type { BidiContext } from './terminal/bidiLayout';
import type { RecordedStep } from './terminal/recordedStep';
import type { Row } from './terminal/timedRun';

/** Where a step can be shown: in the terminal, on a web page, on a board inside the terminal window, or in panes. */
export const SURFACES = ['terminal', 'browser', 'board', 'panes'] as const;
type Surface = (typeof SURFACES)[number];

/** What is drawn around a page: the bar of a browser, of a desktop window, the frame of a phone, or nothing. */
export const CHROMES = ['browser', 'window', 'phone', 'none'] as const;
type Chrome = (typeof CHROMES)[number];

/** What a recording draws, from its kind, so that other stories do without the code for it. */
interface RecordedOutput {
  /** Output that draws the screen before the stop. */
  readonly initialOutput: string;
  /** Rows of the final screen, for views without a terminal. */
  readonly finalRows: readonly Row[];
}

/** Where a pane is at a step of the scene that has it. */
export interface PaneStep {
  readonly scene: Scene;
  /** Position of the step in the pane's scene, from 0. */
  readonly step: number;
  /** Its share of the width, compared with the other panes. */
  readonly width: number;
  /** Whether the step is new in this pane; otherwise the pane stands still. */
  readonly moves: boolean;
}

/** A part of the stage that shows a scene as the whole stage would. ADR 053 */
export interface StopPane extends Pick<PaneStep, 'width' | 'moves'> {
  /** The scene of the pane alone, or after those whose terminal it continues. */
  readonly timeline: Timeline;
  readonly stop: Stop;
}

/** A kind's description of one step. */
export interface StepDescription {
  readonly surface: Surface;
  /** The lines of this step for assistive technology. */
  readonly textLines: readonly string[];
  /** The step's content as blocks for reading, such as the lists and code of a board. @default `blocks`, or else `textLines` */
  readonly readableBlocks?: readonly Block[] | undefined;
  /** Blocks the step prints in the terminal. */
  readonly blocks?: readonly Block[] | undefined;
  /** The part of a recording that the step plays, and the screen it starts from. */
  readonly recorded?: (RecordedStep & RecordedOutput) | undefined;
  /** Title of the terminal window, for steps that show one. */
  readonly window?: string | undefined;
  /** Whether the scene continues in the terminal of the previous scene. */
  readonly continues?: boolean | undefined;
  /** Text of the address bar, for pages. */
  readonly address?: string | undefined;
  /** What is drawn around a page; `none` gives it the whole stage. @default a browser that leaves the terminal's last row in sight */
  readonly chrome?: Chrome | undefined;
  /** The browser's tab, or the title of a window. */
  readonly tab?: { readonly title: string; readonly icon?: string | undefined } | undefined;
  /** Where each pane of the scene is at this step, for steps in panes. */
  readonly panes?: readonly PaneStep[] | undefined;
  /** Text and duration of the transition to the next scene. */
  readonly leave?: { readonly text: string; readonly ms: number } | undefined;
  /** Addresses of the pictures that the step shows. They are loaded and decoded one stop ahead. */
  readonly images?: readonly string[] | undefined;
  /** Milliseconds of the page's own entrance after its window has opened. @default 0 */
  readonly playMs?: number | undefined;
}

/** Describes a step. The core gets this from the registry of kinds. */
export type DescribeStep = (scene: Scene, step: number) => StepDescription;

/** A place the presenter can stop at. */
export interface Stop extends Omit<StepDescription, 'panes'> {
  /** Position in the story, from 0. */
  readonly index: number;
  readonly scene: Scene;
  /** Position of the scene among those of the timeline, from 0. */
  readonly sceneIndex: number;
  /** Position of the step in the scene's file, from 0. */
  readonly step: number;
  /** Position of the step among those of its scene that are not dropped, from 0. */
  readonly shownStep: number;
  /** Position among all steps of the story's files, from 0: dropped ones and detours count. */
  readonly place: number;
  /** Position of its detour among the detours, from 0; undefined on the way. ADR 054 */
  readonly detour: number | undefined;
  /** Whether the step before it in the scene is dropped. Then it does not move from that step, but is in its final frame at once. */
  readonly followsDropped: boolean;
  readonly source: Step;
  /** Number of windows over the stage at this stop, including its own: 0 unless its scene opens over the one before it. */
  readonly depth: number;
  /** The scene in a window of its own, if it opens over the scene before it. ADR 053 */
  readonly overPane: StopPane | undefined;
  /** The scenes that share the stage. */
  readonly panes: readonly StopPane[] | undefined;
  /** Text that the previous scene's page shows during the transition to this stop. */
  readonly transitionText: string | undefined;
  /** Milliseconds of the transition to this stop when reached by `next`. */
  readonly enterMs: number;
  /** Milliseconds the stop's own content plays after that: typing, streaming, entrances. */
  readonly playMs: number;
}

/** The stops of a story: those on the way, and after them those of each detour. ADR 054 */
export interface Timeline {
  /** The whole story, with dropped steps. */
  readonly story: Story;
  readonly stops: readonly Stop[];
  /** Number of stops on the way. */
  readonly wayLength: number;
  /** The scenes that have stops, in the order of the stops. */
  readonly scenes: readonly Scene[];
  /** Index of the first stop of each of `scenes`. */
  readonly sceneStarts: readonly number[];
  /** Layout of right-to-left text; undefined in stories without such text. */
  readonly bidiContext?: BidiContext | undefined;
}

import { allScenes, type Block, type Scene, type Story } from './story';
import type { DescribeStep, PaneStep, Stop, StopPane, Timeline } from './stop';

/** Returns the pane that shows a step of a scene. */
export type CreatePane = (pane: PaneStep) => StopPane;

/**
 * Returns a function that creates the panes of the scene `owner`; all steps of a scene have the same timeline. `createTimeline` gets
 * the story of a pane, and a function that returns whether a stop's key is of the pane itself, where no stop is dropped.
 */
export function paneFactory(
  story: Story,
  owner: Scene,
  describe: DescribeStep,
  createTimeline: (story: Story, isOwn: (key: string) => boolean) => Timeline,
): CreatePane {
  const timelines = new Map<Scene, Timeline>();
  const timelineOf = (scene: Scene): Timeline => {
    const known = timelines.get(scene);
    if (known) return known;
    const isContinued = describe(scene, 0).continues;
    const way = isContinued && !owner.detour ? story.scenes.slice(0, story.scenes.indexOf(owner)).filter((each) => !each.detour) : [];
    const before = allScenes({ scenes: way }).filter((each) => isTerminal(each, describe));
    const scenes = [...before, scene].map((each) => ({ ...each, over: false, detour: false }));
    const timeline = createTimeline({ ...story, scenes }, (key) => key.startsWith(`${scene.id}/`));
    timelines.set(scene, timeline);
    return timeline;
  };
  return ({ scene, step, width, moves }) => {
    const timeline = timelineOf(scene);
    return { timeline, stop: timeline.stops[(timeline.sceneStarts.at(-1) ?? 0) + step]!, width, moves };
  };
}

function isTerminal(scene: Scene, describe: DescribeStep): boolean {
  return scene.steps.some((_, step) => describe(scene, step).blocks !== undefined);
}

/** Returns the text lines of the panes that move. After the first step, each begins with the title of its scene, to tell who moves. */
export function paneLines(panes: readonly StopPane[]): readonly string[] {
  return panes.flatMap(({ stop, moves }) => (moves ? [...titleOf(stop), ...stop.textLines] : []));
}

/** Returns the content of the panes that move, as blocks for reading, with the same text as {@link paneLines}. */
export function readablePanes(panes: readonly StopPane[]): readonly Block[] {
  return panes.flatMap(({ stop, moves }): readonly Block[] => {
    if (!moves) return [];
    const { readableBlocks, blocks, window, step, textLines } = stop;
    const ownTitle = step === 0 && !readableBlocks && blocks && window !== undefined ? [window] : [];
    const title = [...titleOf(stop), ...ownTitle];
    return [...(title.length > 0 ? [textBlock(title)] : []), ...(readableBlocks ?? blocks ?? [textBlock(textLines)])];
  });
}

const titleOf = ({ step, scene }: Stop): readonly string[] => (step === 0 ? [] : [scene.title]);

const textBlock = (lines: readonly string[]): Block => ({ type: 'text', lines: [...lines] });

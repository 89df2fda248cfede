import type { Scene, Story } from '../../src/core/story';
import type { Stop, Timeline } from '../../src/core/timeline';

/** Durations of a stop's transition and typing, in milliseconds. */
type Durations = readonly [enterMs: number, playMs: number];

/** A timeline with scenes, steps and durations alone, for tests that only count stops. */
function plainTimeline(scenes: Readonly<Record<string, readonly Durations[]>>): Timeline {
  const stops: Stop[] = [];
  const starts: number[] = [];
  const list = Object.entries(scenes).map(([id, steps], sceneIndex): Scene => {
    const scene: Scene = {
      kind: 'terminal',
      id,
      title: id,
      steps: steps.map((_, step) => ({ title: `${id} ${step}`, notes: { say: 'say', point: 'point' } })),
    };
    starts.push(stops.length);
    steps.forEach(([enterMs, playMs], step) => {
      const source = scene.steps[step]!;
      stops.push({
        index: stops.length,
        scene,
        sceneIndex,
        step,
        shownStep: step,
        place: stops.length,
        detour: undefined,
        followsDropped: false,
        source,
        depth: 0,
        overPane: undefined,
        panes: undefined,
        transitionText: undefined,
        enterMs,
        playMs,
        surface: 'terminal',
        textLines: [],
      });
    });
    return scene;
  });
  return { story: { id: 'plain', scenes: list } as unknown as Story, stops, wayLength: stops.length, scenes: list, sceneStarts: starts };
}

/** Five scenes of 2, 1, 1, 1 and 7 steps, as in the demo; some stops move, some type, some do both or neither. */
export const TIMELINE = plainTimeline({
  agent: [
    [0, 3000],
    [0, 2500],
  ],
  cognito: [[420, 0]],
  sso: [[320, 0]],
  callback: [[1500, 500]],
  comparison: [
    [320, 1200],
    [0, 900],
    [0, 0],
    [0, 700],
    [0, 800],
    [420, 0],
    [420, 0],
  ],
});

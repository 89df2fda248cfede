import type { Scene, Step, Story } from '../../src/core/story';
import type { StepDescription } from '../../src/core/timeline';

/** A step of a fake scene: where it plays, and how long. */
export interface FakeStep extends Step, Partial<StepDescription> {}

export function fakeStep(shape: Partial<FakeStep> = {}): FakeStep {
  return { title: 'Step', notes: { say: 'Say', point: 'Point' }, ...shape };
}

/** A story of fake scenes, for tests of the core that need no scene kinds. */
export function fakeStory(scenes: readonly (readonly FakeStep[])[]): Story {
  return {
    id: 'fake',
    lang: 'en',
    title: 'Fake',
    description: 'Made up.',
    status: { scene: 'Scene {n} / {of}', detour: 'Detour', topic: '', hint: '', end: '' },
    footer: [],
    variables: {},
    timing: { key: 40, word: 40, line: 30, pause: 200, seed: 1 },
    scenes: scenes.map((steps, index): Scene => ({ kind: 'fake', id: `s${index}`, title: `Scene ${index}`, steps })),
  };
}

/** Describes a fake step by the fields it was created with. */
export function describeFake(scene: Scene, step: number): StepDescription {
  const { surface = 'terminal', textLines = [], ...rest } = (scene.steps[step] ?? {}) as Partial<FakeStep>;
  return { surface, textLines, ...rest };
}

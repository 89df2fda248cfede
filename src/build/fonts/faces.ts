import type { Story } from '../../core/story';
import { isRare, sliceOf, type Family } from './coverage.ts';

/** A font file cut for one story. */
export interface StoryFace {
  /** Its file's name, without ending. */
  readonly name: string;
  readonly family: Family;
  readonly weight: 400 | 700;
  /** What it holds, each character once, in order. */
  readonly characters: string;
}

/**
 * The fonts a story needs beside the bundled ones: one of each family and weight for what stands on stage, and one of
 * each weight for what only notes and overviews show, which the room never has to wait for. None for most stories.
 */
export function facesOf(story: Story): readonly StoryFace[] {
  const stage = charactersIn(onStage(story));
  const aside = [...charactersIn(story)].filter((char) => !stage.has(char));
  const groups = [
    { name: 'story-mono', family: 'Understudy Mono', characters: stage },
    { name: 'story-sans', family: 'Understudy Sans', characters: stage },
    { name: 'story-notes', family: 'Understudy Sans', characters: aside },
  ] as const;
  return groups.flatMap(({ name, family, characters }) => {
    const cut = [...characters].filter((char) => sliceOf(char, family) !== undefined).toSorted();
    return cut.length === 0 ? [] : ([400, 700] as const).map((weight) => ({ name: `${name}-${weight}`, family, weight, characters: cut.join('') }));
  });
}

/** The faces of `faces` that the first stop shows, to be loaded with the page. */
export function firstFaces(story: Story, faces: readonly StoryFace[]): readonly StoryFace[] {
  const [scene] = story.scenes;
  const prints = scene?.steps[0] !== undefined && 'blocks' in scene.steps[0];
  const shown = charactersIn(onStage({ ...story, variables: {}, scenes: scene ? [{ ...scene, steps: scene.steps.slice(0, 1) }] : [] }));
  return faces.filter(({ family, weight, characters }) => {
    if (family === 'Understudy Mono' ? !prints : prints && weight === 700) return false;
    return Array.from(characters).some((char) => shown.has(char));
  });
}

/** The bundled files the first stop is set in, to be loaded with the page, without ending; emoji and Braille come when they are needed. */
export function firstFiles({ status, footer, scenes: [scene] }: Story): readonly string[] {
  const step = scene?.steps[0];
  const prints = step !== undefined && 'blocks' in step;
  const around = [status, footer, { ...scene, title: '', steps: [] }];
  const rare = (family: Family, shown: unknown): boolean => [...charactersIn(shown)].some((char) => isRare(char, family));
  return [
    'mono-400',
    'mono-700',
    'sans',
    ...(prints && rare('Understudy Mono', shownOf(step)) ? ['mono-400-more', 'mono-700-more'] : []),
    ...(rare('Understudy Sans', prints ? around : [around, shownOf(step)]) ? ['sans-more'] : []),
  ];
}

/** The parts of a story the room sees. */
function onStage({ status, footer, variables, scenes }: Story): unknown {
  const shown = scenes.map((scene) => ({ ...scene, title: '', steps: scene.steps.map(shownOf) }));
  return [status, footer, variables, shown];
}

/** The parts of a step the room sees. */
function shownOf(step: object | undefined): unknown {
  return { ...step, title: '', notes: '' };
}

function charactersIn(value: unknown): Set<string> {
  if (typeof value === 'string') return new Set(value);
  if (typeof value !== 'object' || value === null) return new Set();
  return new Set(Object.values(value).flatMap((each) => [...charactersIn(each)]));
}

import type { Story } from '../core/story';
import { clustersOf } from '../core/terminal/width.ts';
import { shape } from '../bidi/shapeArabic.ts';
import { EMOJI_FAMILY, isRare, isShaped, isStoryEmoji, sourceOf, type Family } from './coverage.ts';

/** A font file cut for one story. */
export interface StoryFace {
  /** Its file's name, without ending. */
  readonly name: string;
  readonly family: Family | typeof EMOJI_FAMILY;
  /** `all` where every weight looks alike. */
  readonly weight: 400 | 700 | 'all';
  /** What it holds, each character or emoji once, in order. */
  readonly characters: readonly string[];
  /** Whether it is cut with what joins letters and places marks. @default false */
  readonly shaped?: boolean;
}

/**
 * The fonts a story needs beside the bundled ones: one of each family and weight for what stands on stage, and one of
 * each weight for what only notes and overviews show, which the room never has to wait for; emoji are apart. None for
 * most stories.
 */
export function facesOf(story: Story): readonly StoryFace[] {
  const stage = clustersIn(onStage(story));
  const printed = clustersIn(onStage(story), shape);
  const aside = new Set([...clustersIn(story)].filter((cluster) => !stage.has(cluster)));
  const [seen, rest] = [charactersOf(stage), charactersOf(aside)];
  const unseen = new Set([...rest].filter((char) => !seen.has(char)));
  const groups = [
    { name: 'story-mono', family: 'Understudy Mono', characters: new Set([...seen, ...charactersOf(printed)]) },
    { name: 'story-sans', family: 'Understudy Sans', characters: seen },
    { name: 'story-notes', family: 'Understudy Sans', characters: unseen },
    // Pages borrow signs from the terminal's family.
    {
      name: 'story-notes-signs',
      family: 'Understudy Mono',
      characters: new Set([...unseen].filter((char) => sourceOf(char, 'Understudy Sans') === undefined)),
    },
  ] as const;
  const faces = groups.flatMap(({ name, family, characters }): StoryFace[] => {
    const cut = [...characters].filter((char) => sourceOf(char, family) !== undefined).toSorted();
    const isApart = (char: string): boolean => family === 'Understudy Sans' && isShaped(char);
    const shaped = cut.filter(isApart);
    return [
      ...inBothWeights({ name, family, characters: cut.filter((char) => !isApart(char)) }),
      // Joiners decide how letters are joined: they must be of the same font.
      ...inBothWeights({ name: `${name}-script`, family, characters: shaped.length === 0 ? [] : [...JOINERS, ...shaped], shaped: true }),
    ];
  });
  const emoji = [
    ['story-emoji', stage],
    ['story-notes-emoji', aside],
  ] as const;
  return [...faces, ...emoji.flatMap(([name, clusters]) => emojiFace(name, [...clusters].filter(isStoryEmoji).toSorted()))];
}

const JOINERS = ['\u200C', '\u200D'];

function inBothWeights({ name, ...face }: Omit<StoryFace, 'weight'>): readonly StoryFace[] {
  return face.characters.length === 0 ? [] : ([400, 700] as const).map((weight) => ({ ...face, name: `${name}-${weight}`, weight }));
}

function emojiFace(name: string, characters: readonly string[]): readonly StoryFace[] {
  return characters.length === 0 ? [] : [{ name, family: EMOJI_FAMILY, weight: 'all', characters }];
}

/** The faces of `faces` that the first stop shows, to be loaded with the page. */
export function firstFaces(story: Story, faces: readonly StoryFace[]): readonly StoryFace[] {
  const [scene] = story.scenes;
  const prints = scene?.steps[0] !== undefined && 'blocks' in scene.steps[0];
  const seen = onStage({ ...story, variables: {}, scenes: scene ? [{ ...scene, steps: scene.steps.slice(0, 1) }] : [] });
  const clusters = new Set([...clustersIn(seen), ...clustersIn(seen, shape)]);
  const shown = new Set([...clusters, ...charactersOf(clusters)]);
  return faces.filter(({ family, weight, characters }) => {
    if (family === 'Understudy Mono' && !prints) return false;
    if (family === 'Understudy Sans' && prints && weight === 700) return false;
    return characters.some((char) => shown.has(char));
  });
}

/** The bundled files the first stop is set in, to be loaded with the page, without ending; emoji and Braille come when they are needed. */
export function firstFiles({ status, footer, scenes: [scene] }: Story): readonly string[] {
  const step = scene?.steps[0];
  const prints = step !== undefined && 'blocks' in step;
  const around = [status, footer, { ...scene, title: '', steps: [] }];
  const rare = (family: Family, shown: unknown): boolean => [...charactersOf(clustersIn(shown))].some((char) => isRare(char, family));
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

/** Every grapheme cluster in the texts of `value`, as `printed` has them: the terminal has joined letters. */
function clustersIn(value: unknown, printed = (text: string): string => text): ReadonlySet<string> {
  if (typeof value === 'string') return new Set(clustersOf(printed(value)));
  if (typeof value !== 'object' || value === null) return new Set();
  return new Set(Object.values(value).flatMap((each) => [...clustersIn(each, printed)]));
}

/** The characters that clusters are made of, but for emoji that are drawn as one. */
function charactersOf(clusters: ReadonlySet<string>): ReadonlySet<string> {
  return new Set([...clusters].filter((cluster) => !isStoryEmoji(cluster)).flatMap((cluster) => Array.from(cluster)));
}

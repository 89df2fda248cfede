import type { Story } from '../core/story';
import { splitGraphemes } from '../core/terminal/width.ts';
import { shapeArabic } from '../bidi/shapeArabic.ts';
import { EMOJI_FAMILY, isInExtendedFile, needsShaping, isStoryEmoji, fontSourceOf, type FontFamily } from './coverage.ts';

/** A font file cut for one story. */
export interface StoryFont {
  /** Its file's name, without ending. */
  readonly name: string;
  readonly family: FontFamily | typeof EMOJI_FAMILY;
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
export function listStoryFonts(story: Story): readonly StoryFont[] {
  const stage = clustersIn(stageContent(story));
  const printed = clustersIn(stageContent(story), shapeArabic);
  const notesOnly = new Set([...clustersIn(story)].filter((cluster) => !stage.has(cluster)));
  const [stageCharacters, notesCharacters] = [charactersOf(stage), charactersOf(notesOnly)];
  const notesOnlyCharacters = new Set([...notesCharacters].filter((char) => !stageCharacters.has(char)));
  const groups = [
    { name: 'story-mono', family: 'Understudy Mono', characters: new Set([...stageCharacters, ...charactersOf(printed)]) },
    { name: 'story-sans', family: 'Understudy Sans', characters: stageCharacters },
    { name: 'story-notes', family: 'Understudy Sans', characters: notesOnlyCharacters },
    // Pages borrow signs from the terminal's family.
    {
      name: 'story-notes-signs',
      family: 'Understudy Mono',
      characters: new Set([...notesOnlyCharacters].filter((char) => fontSourceOf(char, 'Understudy Sans') === undefined)),
    },
  ] as const;
  const faces = groups.flatMap(({ name, family, characters }): StoryFont[] => {
    const available = [...characters].filter((char) => fontSourceOf(char, family) !== undefined).toSorted();
    const isShapedOnPages = (char: string): boolean => family === 'Understudy Sans' && needsShaping(char);
    const shaped = available.filter(isShapedOnPages);
    return [
      ...withBothWeights({ name, family, characters: available.filter((char) => !isShapedOnPages(char)) }),
      // Joiners decide how letters are joined: they must be of the same font.
      ...withBothWeights({ name: `${name}-script`, family, characters: shaped.length === 0 ? [] : [...JOINERS, ...shaped], shaped: true }),
    ];
  });
  const emoji = [
    ['story-emoji', stage],
    ['story-notes-emoji', notesOnly],
  ] as const;
  return [...faces, ...emoji.flatMap(([name, clusters]) => emojiFonts(name, [...clusters].filter(isStoryEmoji).toSorted()))];
}

const JOINERS = ['\u200C', '\u200D'];

function withBothWeights({ name, ...face }: Omit<StoryFont, 'weight'>): readonly StoryFont[] {
  return face.characters.length === 0 ? [] : ([400, 700] as const).map((weight) => ({ ...face, name: `${name}-${weight}`, weight }));
}

function emojiFonts(name: string, characters: readonly string[]): readonly StoryFont[] {
  return characters.length === 0 ? [] : [{ name, family: EMOJI_FAMILY, weight: 'all', characters }];
}

/** The faces of `faces` that the first stop shows, to be loaded with the page. */
export function fontsOfFirstStop(story: Story, faces: readonly StoryFont[]): readonly StoryFont[] {
  const [scene] = story.scenes;
  const isTerminalStop = scene?.steps[0] !== undefined && 'blocks' in scene.steps[0];
  const seen = stageContent({ ...story, variables: {}, scenes: scene ? [{ ...scene, steps: scene.steps.slice(0, 1) }] : [] });
  const clusters = new Set([...clustersIn(seen), ...clustersIn(seen, shapeArabic)]);
  const shown = new Set([...clusters, ...charactersOf(clusters)]);
  return faces.filter(({ family, weight, characters }) => {
    if (family === 'Understudy Mono' && !isTerminalStop) return false;
    if (family === 'Understudy Sans' && isTerminalStop && weight === 700) return false;
    return characters.some((char) => shown.has(char));
  });
}

/** The bundled files the first stop is set in, to be loaded with the page, without ending; emoji and Braille come when they are needed. */
export function bundledFilesOfFirstStop({ status, footer, scenes: [scene] }: Story): readonly string[] {
  const step = scene?.steps[0];
  const isTerminalStop = step !== undefined && 'blocks' in step;
  const frameContent = [status, footer, { ...scene, title: '', steps: [] }];
  const needsExtendedFile = (family: FontFamily, shown: unknown): boolean =>
    [...charactersOf(clustersIn(shown))].some((char) => isInExtendedFile(char, family));
  return [
    'mono-400',
    'mono-700',
    'sans',
    ...(isTerminalStop && needsExtendedFile('Understudy Mono', stageContentOfStep(step)) ? ['mono-400-more', 'mono-700-more'] : []),
    ...(needsExtendedFile('Understudy Sans', isTerminalStop ? frameContent : [frameContent, stageContentOfStep(step)])
      ? ['sans-more']
      : []),
  ];
}

/** The parts of a story the room sees. */
function stageContent({ status, footer, variables, scenes }: Story): unknown {
  const shown = scenes.map((scene) => ({ ...scene, title: '', steps: scene.steps.map(stageContentOfStep) }));
  return [status, footer, variables, shown];
}

/** The parts of a step the room sees. */
function stageContentOfStep(step: object | undefined): unknown {
  return { ...step, title: '', notes: '' };
}

/** Every grapheme cluster in the texts of `value`, as `printed` has them: the terminal has joined letters. */
function clustersIn(value: unknown, printed = (text: string): string => text): ReadonlySet<string> {
  if (typeof value === 'string') return new Set(splitGraphemes(printed(value)));
  if (typeof value !== 'object' || value === null) return new Set();
  return new Set(Object.values(value).flatMap((each) => [...clustersIn(each, printed)]));
}

/** The characters that clusters are made of, but for emoji that are drawn as one. */
function charactersOf(clusters: ReadonlySet<string>): ReadonlySet<string> {
  return new Set([...clusters].filter((cluster) => !isStoryEmoji(cluster)).flatMap((cluster) => Array.from(cluster)));
}

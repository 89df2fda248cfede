import type { Scene, Story } from '../core/story';
import { splitGraphemes } from '../core/terminal/width.ts';
import { shapeArabic } from '../bidi/shapeArabic.ts';
import { isInExtendedFile, needsShaping, isStoryEmoji, fontSourceOf, type FontFamily } from './coverage.ts';
import { EMOJI_FAMILY } from './families.ts';

/** A font file of one story. */
export interface StoryFont {
  /** The file name without extension. */
  readonly name: string;
  readonly family: FontFamily | typeof EMOJI_FAMILY;
  /** `all` if every weight looks the same. */
  readonly weight: 400 | 700 | 'all';
  /** Characters or emoji, each once, sorted. */
  readonly characters: readonly string[];
  /** Whether it keeps the tables for joining letters and placing marks. @default false */
  readonly shaped?: boolean;
}

/**
 * Returns the fonts that a story needs in addition to the bundled ones; most need none. Characters on stage have a font for each family
 * and weight. So have characters that only notes, captions and overviews show. Each of the two groups has one font for its emoji.
 */
export function listStoryFonts(story: Story): readonly StoryFont[] {
  const fonts = knownFonts.get(story) ?? fontsOf(story);
  knownFonts.set(story, fonts);
  return fonts;
}

/** The page, its pictures and the first stop ask for the fonts of the same story. */
const knownFonts = new WeakMap<Story, readonly StoryFont[]>();

function fontsOf(story: Story): readonly StoryFont[] {
  const stage = clustersIn(stageContent(story));
  const printed = clustersIn(stageContent(story), shapeArabic);
  const notesOnly = new Set([...clustersIn(story)].filter((cluster) => !stage.has(cluster)));
  const [stageCharacters, notesCharacters] = [charactersOf(stage), charactersOf(notesOnly)];
  const notesOnlyCharacters = new Set([...notesCharacters].filter((char) => !stageCharacters.has(char)));
  const groups = [
    { name: 'story-mono', family: 'Understudy Mono', characters: new Set([...stageCharacters, ...charactersOf(printed)]) },
    { name: 'story-sans', family: 'Understudy Sans', characters: stageCharacters },
    { name: 'story-notes', family: 'Understudy Sans', characters: notesOnlyCharacters },
    // Pages take symbols from the terminal's family.
    {
      name: 'story-notes-signs',
      family: 'Understudy Mono',
      characters: new Set([...notesOnlyCharacters].filter((char) => fontSourceOf(char, 'Understudy Sans') === undefined)),
    },
  ] as const;
  const fonts = groups.flatMap(({ name, family, characters }): StoryFont[] => {
    const available = [...characters].filter((char) => fontSourceOf(char, family) !== undefined).toSorted();
    const isShapedOnPages = (char: string): boolean => family === 'Understudy Sans' && needsShaping(char);
    const shaped = available.filter(isShapedOnPages);
    return [
      ...withBothWeights({ name, family, characters: available.filter((char) => !isShapedOnPages(char)) }),
      // Joiners only work in the font of the letters.
      ...withBothWeights({ name: `${name}-script`, family, characters: shaped.length === 0 ? [] : [...JOINERS, ...shaped], shaped: true }),
    ];
  });
  const emoji = [
    ['story-emoji', stage],
    ['story-notes-emoji', notesOnly],
  ] as const;
  return [...fonts, ...emoji.flatMap(([name, clusters]) => emojiFonts(name, [...clusters].filter(isStoryEmoji).toSorted()))];
}

const JOINERS = ['\u200C', '\u200D'];

function withBothWeights({ name, ...font }: Omit<StoryFont, 'weight'>): readonly StoryFont[] {
  return font.characters.length === 0 ? [] : ([400, 700] as const).map((weight) => ({ ...font, name: `${name}-${weight}`, weight }));
}

function emojiFonts(name: string, characters: readonly string[]): readonly StoryFont[] {
  return characters.length === 0 ? [] : [{ name, family: EMOJI_FAMILY, weight: 'all', characters }];
}

/** Returns the scene that the story begins with. */
function firstOnWay({ scenes }: Story): Scene | undefined {
  return scenes.find(({ detour }) => !detour);
}

/** Returns the fonts that the first stop shows, which load with the page. */
export function fontsOfFirstStop(story: Story, fonts: readonly StoryFont[]): readonly StoryFont[] {
  const scene = firstOnWay(story);
  const isTerminalStop = scene?.steps[0] !== undefined && 'blocks' in scene.steps[0];
  const seen = stageContent({ ...story, variables: {}, scenes: scene ? [{ ...scene, steps: scene.steps.slice(0, 1) }] : [] });
  const clusters = new Set([...clustersIn(seen), ...clustersIn(seen, shapeArabic)]);
  const shown = new Set([...clusters, ...charactersOf(clusters)]);
  return fonts.filter(({ family, weight, characters }) => {
    if (family === 'Understudy Mono' && !isTerminalStop) return false;
    if (family === 'Understudy Sans' && isTerminalStop && weight === 700) return false;
    return characters.some((char) => shown.has(char));
  });
}

/** Returns the bundled files, without extension, that load with the page; emoji and Braille always load on demand. */
export function bundledFilesOfFirstStop(story: Story): readonly string[] {
  const { status, footer } = story;
  const scene = firstOnWay(story);
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

/** Returns the parts of a story that the audience sees. */
function stageContent({ status, footer, variables, scenes }: Story): unknown {
  const shown = scenes.map((scene) => ({ ...scene, title: '', steps: scene.steps.map(stageContentOfStep) }));
  return [status, footer, variables, shown];
}

function stageContentOfStep(step: object | undefined): unknown {
  return { ...step, title: '', notes: '', caption: '' };
}

/** Returns the grapheme clusters of all texts in `value`. `printed` converts each text first, as the terminal prints joined letters. */
function clustersIn(value: unknown, printed = (text: string): string => text): ReadonlySet<string> {
  const texts = new Set<string>();
  const visit = (part: unknown): void => {
    if (typeof part === 'string') texts.add(part);
    else if (typeof part === 'object' && part !== null) Object.values(part).forEach(visit);
  };
  visit(value);
  const clusters = new Set<string>();
  for (const text of texts) for (const cluster of splitGraphemes(printed(text))) clusters.add(cluster);
  return clusters;
}

/** Returns the characters of all clusters, except those that the story's emoji font draws. */
function charactersOf(clusters: ReadonlySet<string>): ReadonlySet<string> {
  return new Set([...clusters].filter((cluster) => !isStoryEmoji(cluster)).flatMap((cluster) => Array.from(cluster)));
}

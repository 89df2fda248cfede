import path from 'node:path';
import { compileStory, type CompiledStory, type Extensions } from '../compiler/compileStory';
import { kinds as builtInKinds } from '../kinds/builtIn';
import { allScenes, type Scene } from '../core/story';
import { printsToTerminal } from '../core/timeline';
import { describeStep } from '../kinds/registry';
import type { PageScene } from '../kinds/page/scene';
import { ROOT } from '../project/project.mjs';
import { compileTheme } from '../themes/compileTheme';
import type { ThemeFont } from '../fonts/themeFontCss';
import type { UserConfig } from './defineConfig';
import { loadConfig } from './loadConfig';
import { loadExtensions } from './loadExtensions';
import { loadTheme } from './loadTheme';
import { tryKinds } from './tryKinds';

export interface CompiledProject extends CompiledStory {
  readonly config: UserConfig;
  /** Modules of the kinds that the story uses: absolute paths of built-in ones; for others, specifiers relative to the story's folder. */
  readonly kindModules: readonly string[];
  /** Whether any stop prints in the terminal. */
  readonly usesTerminal: boolean;
  /** Types of the parts that the story's pages have. */
  readonly partTypes: readonly string[];
  /** Kinds of the story whose pages have a style sheet of their own. */
  readonly skins: readonly string[];
  /** The configuration file and the modules of the story's own kinds and blocks, with their imports and style sheets. */
  readonly moduleFiles: readonly string[];
  /** The fonts of the configured theme. */
  readonly themeFonts: readonly ThemeFont[];
}

/**
 * Compiles a story with its configuration, its theme, and its own kinds and blocks.
 * @throws {StoryError} with all problems of the story; another error if the configuration, a kind or a block cannot be loaded
 */
export async function compileProject(storyFolder: string, { withoutWire }: Pick<Extensions, 'withoutWire'> = {}): Promise<CompiledProject> {
  const loaded = await loadConfig(storyFolder);
  const { config } = loaded;
  const { theme, fonts: themeFonts, files: themeFiles } = await loadTheme(loaded, storyFolder);
  const { files: ownFiles, ...extensions } = await loadExtensions(config, storyFolder);
  const compiled = await compileStory(storyFolder, { ...extensions, withoutWire });
  tryKinds(compiled, extensions.kinds);
  const scenes = allScenes(compiled.story);
  const used = new Set(scenes.map(({ kind }) => kind));
  const kindModules = [
    ...builtInKinds.filter(({ name }) => used.has(name)).map(({ name }) => path.join(ROOT, `src/kinds/${name}/kind.ts`)),
    ...(config.kinds ?? []).filter((_, index) => used.has(extensions.kinds[index]!.name)),
  ];
  const story = theme === undefined ? compiled.story : { ...compiled.story, theme: compileTheme(theme, compiled.story.theme, themeFonts) };
  const usesTerminal = scenes.some((scene) => scene.steps.some((_, step) => printsToTerminal(describeStep(scene, step))));
  const partTypes = [...new Set(scenes.flatMap((scene) => typesOfParts(scene)))].toSorted();
  const skins = [...new Set(scenes.flatMap((scene) => (isPage(scene) && scene.look.skin ? [scene.kind] : [])))].toSorted();
  const moduleFiles = [...loaded.files, ...ownFiles];
  const files = [...compiled.files, ...themeFiles, ...moduleFiles];
  return { ...compiled, story, config, kindModules, usesTerminal, partTypes, skins, moduleFiles, themeFonts, files };
}

/** Returns the types of a page's parts; none for other scenes. */
function typesOfParts(scene: Scene): readonly string[] {
  return isPage(scene) ? scene.parts.map(({ type }) => type) : [];
}

function isPage(scene: Scene): scene is PageScene {
  return 'parts' in scene;
}

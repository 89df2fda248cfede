import path from 'node:path';
import { compileStory, type CompiledStory } from '../compiler/compileStory';
import { kinds as builtInKinds } from '../kinds/builtIn';
import { ROOT } from '../project/project.mjs';
import type { UserConfig } from './defineConfig';
import { loadConfig } from './loadConfig';
import { loadExtensions } from './loadExtensions';

export interface CompiledProject extends CompiledStory {
  readonly config: UserConfig;
  /** The modules of the kinds that the story uses: absolute paths of built-in ones, specifiers relative to the story's folder of others. */
  readonly kindModules: readonly string[];
}

/**
 * Compiles a story with its configuration, its own kinds of scenes and blocks.
 * @throws {StoryError} with every problem in the story; with a sentence where the configuration or a kind cannot be loaded
 */
export async function compileProject(storyFolder: string): Promise<CompiledProject> {
  const { config, files: configFiles } = await loadConfig(storyFolder);
  const { files: ownFiles, ...extensions } = await loadExtensions(config, storyFolder);
  const compiled = await compileStory(storyFolder, extensions);
  const used = new Set(compiled.story.scenes.map(({ kind }) => kind));
  const kindModules = [
    ...builtInKinds.filter(({ name }) => used.has(name)).map(({ name }) => path.join(ROOT, `src/kinds/${name}/kind.ts`)),
    ...(config.kinds ?? []).filter((_, index) => used.has(extensions.kinds[index]!.name)),
  ];
  return { ...compiled, config, kindModules, files: [...compiled.files, ...configFiles, ...ownFiles] };
}

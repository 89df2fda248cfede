import { normalizePath } from 'vite';
import type * as Pipeline from '../config/compileProject';
import { loadModule } from '../project/loadModule.mjs';

interface LoadedPipeline {
  readonly compileProject: typeof Pipeline.compileProject;
  /** The pipeline's source files, including the schemas. */
  readonly sources: ReadonlySet<string>;
}

let loaded: Promise<LoadedPipeline> | undefined;

/** Loads the pipeline once, through Vite in the repository: its `import.meta.glob` has no meaning in vite.config.ts. */
export function loadPipeline(): Promise<LoadedPipeline> {
  return (loaded ??= load());
}

/** Makes the next {@link loadPipeline} load it again, after a change of its files. */
export function invalidatePipeline(): void {
  loaded = undefined;
}

async function load(): Promise<LoadedPipeline> {
  const { module, dependencies } = await loadModule<typeof Pipeline>('config/compileProject.ts');
  return { compileProject: module.compileProject, sources: new Set(dependencies.map((file) => normalizePath(file))) };
}

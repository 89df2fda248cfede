import path from 'node:path';
import { normalizePath, runnerImport } from 'vite';
import type * as Pipeline from '../compiler/pipeline';
import { ROOT } from '../project/root.ts';

interface LoadedPipeline {
  readonly compileStory: typeof Pipeline.compileStory;
  /** The pipeline's source files, including the schemas. */
  readonly sources: ReadonlySet<string>;
}

const PIPELINE = path.join(ROOT, 'src/compiler/pipeline.ts');

let loaded: Promise<LoadedPipeline> | undefined;

/** Loads the pipeline once, through Vite: it uses `import.meta.glob`, which code that vite.config.ts imports directly does not have. */
export function loadPipeline(): Promise<LoadedPipeline> {
  return (loaded ??= load());
}

/** Makes the next {@link loadPipeline} load it again, after a change of its files. */
export function invalidatePipeline(): void {
  loaded = undefined;
}

async function load(): Promise<LoadedPipeline> {
  const { module, dependencies } = await runnerImport<typeof Pipeline>(PIPELINE, { root: ROOT, logLevel: 'error' });
  return { compileStory: module.compileStory, sources: new Set([PIPELINE, ...dependencies].map((file) => normalizePath(file))) };
}

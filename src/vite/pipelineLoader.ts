import path from 'node:path';
import { normalizePath, runnerImport } from 'vite';
import type * as Pipeline from '../compiler/pipeline';
import { ROOT } from '../project/root.ts';

interface LoadedPipeline {
  readonly compileStory: typeof Pipeline.compileStory;
  /** The pipeline's own files: the schemas among them. */
  readonly sources: ReadonlySet<string>;
}

const PIPELINE = path.join(ROOT, 'src/compiler/pipeline.ts');

let loaded: Promise<LoadedPipeline> | undefined;

/**
 * The pipeline, loaded once. It finds the schemas of the kinds with `import.meta.glob`, which only code that went
 * through Vite has; this file, as part of vite.config.ts, did not.
 */
export function loadPipeline(): Promise<LoadedPipeline> {
  return (loaded ??= load());
}

/** Makes the next {@link loadPipeline} load it anew, after a change to its own files. */
export function invalidatePipeline(): void {
  loaded = undefined;
}

async function load(): Promise<LoadedPipeline> {
  const { module, dependencies } = await runnerImport<typeof Pipeline>(PIPELINE, { root: ROOT, logLevel: 'error' });
  return { compileStory: module.compileStory, sources: new Set([PIPELINE, ...dependencies].map((file) => normalizePath(file))) };
}

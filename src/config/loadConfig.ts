import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { describeExpected } from '../compiler/story/errorMessages';
import { toFieldProblems } from '../compiler/story/fieldProblems';
import { formatPath, sourcePositionOf, type JsonPath, type SourcePosition } from '../compiler/story/jsonPath';
import { parseJsonFile } from '../compiler/story/parseJsonFile';
import { formatProblemMessage, StoryError } from '../compiler/story/problem';
import { validateDocument } from '../compiler/story/validateDocument';
import { loadUserModule } from '../project/loadModule.mjs';
import { checkScriptPath } from '../project/requirements.mjs';
import { shortPath } from '../project/shortPath';
import { configSchema } from './config';
import type { UserConfig } from './defineConfig';
import { moduleErrorMessage } from './moduleErrorMessage';

const FILES = ['understudy.config.ts', 'understudy.config.js', 'understudy.config.mjs', 'understudy.config.json'];

export interface LoadedConfig {
  readonly config: UserConfig;
  /** The configuration file and its imports; a dev server watches them. */
  readonly files: readonly string[];
  /** Returns the position of a field. Undefined without a file. */
  readonly locate?: (path: JsonPath) => { readonly file: string } & SourcePosition;
}

/** Loads the configuration in a story's folder; empty if there is no file. @throws an error with the position of every problem */
export async function loadConfig(storyFolder: string): Promise<LoadedConfig> {
  const found = FILES.map((name) => path.join(storyFolder, name)).filter((file) => existsSync(file));
  const [file, second] = found;
  if (file === undefined) return { config: {}, files: [] };
  if (second !== undefined)
    throw new Error(`${shortPath(storyFolder)} has ${found.map((each) => path.basename(each)).join(' and ')}. Keep one of them.`);
  return file.endsWith('.json') ? loadJson(file) : loadScript(file);
}

async function loadJson(file: string): Promise<LoadedConfig> {
  const document = parseJsonFile(file, await readFile(file));
  const { value, problems } = validateDocument(document, configSchema);
  const all = [...document.problems, ...problems];
  if (!value || all.length > 0) throw new StoryError(all, [file]);
  const { $schema: _, ...config } = value;
  return { config: config as UserConfig, files: [file], locate: (field) => ({ file, ...sourcePositionOf(document.body, field) }) };
}

async function loadScript(file: string): Promise<LoadedConfig> {
  checkScriptPath(path.basename(file), path.dirname(file));
  const { value, dependencies } = await loadUserModule(file, path.dirname(file)).catch((error: Error) => {
    throw new Error(`${shortPath(file)} cannot be loaded: ${moduleErrorMessage(error)}`, { cause: error });
  });
  const result = configSchema.safeParse(value, { error: describeExpected });
  const start = { file, line: 1, column: 1 };
  if (result.success) return { config: result.data as UserConfig, files: dependencies, locate: () => start };
  const problems = toFieldProblems(result.error.issues, value).map((problem) => ({
    ...start,
    message: formatProblemMessage({ ...problem, field: formatPath(problem.path) || 'the default export' }),
  }));
  throw new StoryError(problems, dependencies);
}

import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { parseJsonFile, type JsonDocument } from '../compiler/story/parseJsonFile';
import { toProblem } from '../compiler/story/toProblem';
import { validateDocument } from '../compiler/story/validateDocument';
import { formatProblem, type Problem } from '../compiler/story/problem';
import { idSchema, nonEmptyLine } from '../schema/text';

const place = nonEmptyLine;

const ACTIONS = ['goto', 'click', 'type', 'press', 'wait', 'snap'] as const;

const stepSchema = z
  .strictObject({
    goto: nonEmptyLine.optional(),
    click: place.optional(),
    type: z
      .record(place, z.string())
      .refine((fields) => Object.keys(fields).length > 0, 'at least one field')
      .optional(),
    press: nonEmptyLine.optional(),
    wait: z.union([nonEmptyLine, z.number().int().min(0).max(600_000)]).optional(),
    snap: idSchema.optional(),
    title: nonEmptyLine.optional(),
  })
  .superRefine((step, context) => {
    if (ACTIONS.filter((name) => step[name] !== undefined).length !== 1)
      context.addIssue({ code: 'custom', message: `exactly one of ${ACTIONS.map((name) => JSON.stringify(name)).join(', ')}` });
    if (step.title !== undefined && step.snap === undefined)
      context.addIssue({ code: 'custom', path: ['title'], message: 'a title only beside "snap"' });
  });

const stepsSchema = z.strictObject({ steps: z.array(stepSchema).min(1) });

export type CaptureStep = z.output<typeof stepSchema>;

export interface StepsFile {
  readonly document: JsonDocument;
  readonly steps: readonly CaptureStep[];
}

/** Problems of a file with steps, each with its place. */
export class StepsError extends Error {
  constructor(problems: readonly Problem[]) {
    super(['The steps cannot be taken:', ...problems.map(formatProblem)].join('\n'));
  }
}

/** Reads what an unattended capture does. @throws {StepsError} with all problems and their places */
export async function readSteps(file: string): Promise<StepsFile> {
  const bytes = await readFile(file).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') throw new Error(`There is no file ${file}. --steps names a file in JSON with what the capture does.`);
    if (error.code === 'EISDIR') throw new Error(`${file} is a folder. --steps names a file in JSON.`);
    throw error;
  });
  const document = parseJsonFile(file, bytes);
  const { value, problems } = validateDocument(document, stepsSchema);
  const all = [...document.problems, ...problems, ...(value ? crossCheck(document, value.steps) : [])];
  if (all.length > 0 || !value) throw new StepsError(all);
  return { document, steps: value.steps };
}

function crossCheck(document: JsonDocument, steps: readonly CaptureStep[]): readonly Problem[] {
  const ids = steps.map(({ snap }) => snap);
  if (ids.every((id) => id === undefined)) {
    return [toProblem(document, { path: ['steps'], found: 'no step with "snap"', expected: 'at least one: it keeps the page as a state' })];
  }
  return ids.flatMap((id, at) =>
    id !== undefined && ids.indexOf(id) < at
      ? [
          toProblem(document, {
            path: ['steps', at, 'snap'],
            found: `${JSON.stringify(id)} a second time`,
            expected: 'an id of its own for each state',
          }),
        ]
      : [],
  );
}

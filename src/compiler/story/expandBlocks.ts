import path from 'node:path';
import { z } from 'zod';
import type { OwnBlock } from '../../schema/ownBlock';
import { blockSchema } from '../../schema/block';
import { describeExpected } from './errorMessages';
import { toFieldProblems } from './fieldProblems';
import { formatPath, type JsonPath } from './jsonPath';
import type { JsonDocument } from './parseJsonFile';
import type { Problem } from './problem';
import { toProblem } from './toProblem';

/** A built-in block that is valid anywhere. It replaces an own block while the scene is validated. */
const PLACEHOLDER = { type: 'rule' } as const;

const blocksSchema = z.array(blockSchema).min(1);

/** The blocks that each own block expands to, by its path in the scene file. */
type Expansions = ReadonlyMap<string, readonly unknown[]>;

export interface DocumentWithPlaceholders {
  readonly document: JsonDocument;
  readonly expansions: Expansions;
  readonly problems: readonly Problem[];
}

/**
 * Validates the own blocks of a scene file and puts placeholders in their place, so that the scene's schema need not know them and every
 * other problem keeps its position. @throws with the block's type where `expand` throws or returns blocks that are not valid
 */
export function replaceOwnBlocks(document: JsonDocument, blocks: ReadonlyMap<string, OwnBlock>): DocumentWithPlaceholders {
  if (blocks.size === 0) return { document, expansions: new Map(), problems: [] };
  const expansions = new Map<string, readonly unknown[]>();
  const problems: Problem[] = [];
  const value = mapBlocks(document.value, (block, at) => {
    const own = blocks.get(String((block as { type?: unknown } | null)?.type));
    if (!own) return [block];
    const result = own.schema.safeParse(block, { error: describeExpected });
    if (result.success) expansions.set(keyOf(at), expand(own, result.data, `${path.basename(document.file)}, ${formatPath(at)}`));
    else
      for (const problem of toFieldProblems(result.error.issues, block))
        problems.push(toProblem(document, { ...problem, path: [...at, ...problem.path] }));
    return [PLACEHOLDER];
  });
  return { document: { ...document, value }, expansions, problems };
}

/** Replaces the placeholders in a validated scene with the blocks that own blocks expand to. */
export function insertExpansions(scene: unknown, expansions: Expansions): unknown {
  return expansions.size === 0 ? scene : mapBlocks(scene, (block, at) => expansions.get(keyOf(at)) ?? [block]);
}

function expand({ type, expand: blocksOf }: OwnBlock, block: unknown, place: string): readonly unknown[] {
  const failed = (reason: string, cause?: unknown): Error => new Error(`The block "${type}" failed (${place}): ${reason}`, { cause });
  let blocks: readonly unknown[];
  try {
    blocks = blocksOf(block as never);
  } catch (error) {
    throw failed((error as Error).message, error);
  }
  const result = blocksSchema.safeParse(blocks, { error: describeExpected });
  if (result.success) return result.data;
  const [problem] = toFieldProblems(result.error.issues, blocks);
  throw failed(
    `it stands for blocks that are not valid: ${formatPath(problem?.path ?? [])}: found ${problem?.found}, expected ${problem?.expected}`,
  );
}

function keyOf(at: JsonPath): string {
  return JSON.stringify(at);
}

/** Copies a value with every element of a list called `blocks` replaced. */
function mapBlocks(value: unknown, replace: (block: unknown, at: JsonPath) => readonly unknown[], at: JsonPath = []): unknown {
  if (Array.isArray(value)) {
    const isBlocks = at.at(-1) === 'blocks';
    return value.flatMap((each, index) => (isBlocks ? replace(each, [...at, index]) : [mapBlocks(each, replace, [...at, index])]));
  }
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, mapBlocks(each, replace, [...at, key])]));
}

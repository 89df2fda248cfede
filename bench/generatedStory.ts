import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { ROOT } from '../src/project/project.mjs';

export interface StorySize {
  readonly label: string;
  readonly scenes: number;
  /** Lines that each stop prints; undefined for the blocks and pages of the demo. */
  readonly lines?: number;
}

const STEPS_PER_SCENE = 10;

export const STORY_SIZES: readonly StorySize[] = [
  ...[5, 50, 200].map((scenes) => ({ label: `${scenes} scenes × ${STEPS_PER_SCENE} stops`, scenes })),
  { label: '10,000 lines in one terminal', scenes: 1, lines: 1000 },
];

interface Step {
  readonly title: string;
}

/** Writes a story into `folder` that repeats the demo's scenes, each with {@link STEPS_PER_SCENE} steps. */
export async function writeGeneratedStory(folder: string, size: StorySize): Promise<void> {
  const from = path.join(ROOT, 'scenes');
  const read = async (name: string): Promise<Record<string, unknown>> =>
    JSON.parse(await readFile(path.join(from, name), 'utf8')) as Record<string, unknown>;
  // The wire data refers to the demo's own stops.
  const { $schema: _, wire: _wire, ...story } = await read('story.json');
  const models = await Promise.all((story['scenes'] as string[]).map(read));
  const scenes = Array.from({ length: size.scenes }, (__, index) => generateScene(models, index, size.lines));
  await mkdir(folder, { recursive: true });
  await writeFile(path.join(folder, 'story.json'), JSON.stringify({ ...story, id: 'grown', scenes: scenes.map(({ id }) => `${id}.json`) }));
  await Promise.all(scenes.map((scene) => writeFile(path.join(folder, `${scene.id}.json`), JSON.stringify(scene))));
}

function generateScene(
  models: readonly Record<string, unknown>[],
  index: number,
  lines: number | undefined,
): Record<string, unknown> & { readonly id: string } {
  const { $schema: _, continues: __, ...model } = models[index % models.length] ?? {};
  const steps = model['steps'] as readonly Step[];
  const blocks = (step: number): unknown => [
    {
      type: 'text',
      lines: Array.from({ length: lines ?? 0 }, (___, line) => `${step}.${line} ${'the quick brown fox '.repeat(1 + (line % 4))}`),
    },
  ];
  return {
    ...model,
    id: `scene-${index}`,
    steps: Array.from({ length: STEPS_PER_SCENE }, (___, step) => ({
      ...steps[step % steps.length],
      title: `Step ${step} of scene ${index}`,
      ...(lines === undefined ? {} : { blocks: blocks(step) }),
    })),
  };
}

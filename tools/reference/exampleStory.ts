import { generateJsonSchemas, discriminatedUnionOf, type JsonSchema } from '../../src/compiler/jsonSchema';
import { screenshotName, type ScreenshotSubject } from '../../src/reference/generateReference';

/** Files that the kinds' examples refer to, from the folder `example/` of each kind. */
const exampleAssets = import.meta.glob<string>('../../src/kinds/*/example/**', { eager: true, import: 'default', query: '?raw' });

/** Blocks to show after examples that have no visible output, by the example's name. */
const FOLLOWING_BLOCKS: Readonly<Record<string, unknown>> = { clear: { type: 'shell', prompt: '~/project $', command: 'npm test' } };

/** A picture of the reference. */
export interface ReferenceScreenshot {
  /** File name without extension. */
  readonly name: string;
  /** URL hash of the stop. */
  readonly hash: string;
  /** The part of the page to show: for a block the terminal's filled rows, for a scene the whole stage. */
  readonly subject: ScreenshotSubject;
}

/** Returns the story for the reference's pictures: the example of every block and kind of scene, each in a scene of its own. */
export function exampleStory(): { readonly files: Readonly<Record<string, string>>; readonly pictures: readonly ReferenceScreenshot[] } {
  const { scene } = generateJsonSchemas();
  const blocks = variantExamples(scene.definitions?.['block'] ?? {}, scene).map(([type, example]) => {
    const title = `The block “${type}”`;
    const step = { title, notes: { say: 'An example.', point: 'The block.' }, blocks: [example, FOLLOWING_BLOCKS[type]].filter(Boolean) };
    return { subject: 'block' as const, name: type, scene: { kind: 'terminal', title, window: 'Terminal — ~/project', steps: [step] } };
  });
  const kinds = variantExamples(scene, scene).map(([kind, example]) => ({
    subject: 'scene' as const,
    name: kind,
    scene: example as { steps?: readonly unknown[] },
  }));
  const shown = [...blocks, ...kinds].map(({ subject, name, scene: each }) => {
    const id = screenshotName(subject, name);
    return {
      file: `${id}.json`,
      text: JSON.stringify({ ...each, id }),
      picture: { name: id, hash: `#/${id}/${(each.steps?.length ?? 1) - 1}`, subject },
    };
  });

  const story = {
    id: 'reference',
    title: 'Every block and every kind of scene',
    description: 'The examples of the reference.',
    status: { topic: 'Reference', hint: '← p / n → · Space / Click', end: 'The end' },
    footer: [],
    scenes: shown.map(({ file }) => file),
  };
  return {
    files: {
      'story.json': JSON.stringify(story),
      ...Object.fromEntries(shown.map(({ file, text }) => [file, text])),
      ...Object.fromEntries(Object.entries(exampleAssets).map(([file, text]) => [file.split('/example/').at(-1) ?? file, text])),
    },
    pictures: shown.map(({ picture }) => picture),
  };
}

/** Returns the first example of each variant of a union. */
function variantExamples(choice: JsonSchema, { definitions }: JsonSchema): readonly (readonly [name: string, example: object])[] {
  return [...(discriminatedUnionOf(choice, definitions)?.variants ?? [])].map(([name, node]) => [
    name,
    (node.examples?.[0] ?? {}) as object,
  ]);
}

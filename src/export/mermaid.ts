import { writeFile } from 'node:fs/promises';
import { compileStory } from '../compiler/pipeline';
import { pluralize } from '../core/pluralize';
import { toMermaid } from '../core/toMermaid';
import { createTimeline } from '../core/timeline';
import { fillStory } from '../core/variables';
import { describeStep } from '../kinds/registry';
import { requestedFolder } from '../vite/withBuild';
import type { ExportFormat } from './format';
import { parseOptions } from './options';

export const mermaid: ExportFormat = {
  summary: 'What crosses under the story as a Mermaid sequence diagram',
  usage: '  -o, --output FILE     where to write it (the story’s id, and .mmd)',
  async run(args) {
    const { output } = parseOptions(args, { output: { type: 'string', short: 'o' } });
    const { story, wire } = await compileStory(requestedFolder());
    if (!wire) throw new Error(`The story "${story.id}" does not tell what crosses under it: its story.json names no "wire" file.`);
    const file = output ?? `${story.id}.mmd`;
    await writeFile(file, toMermaid(fillStory(wire), createTimeline(fillStory(story), describeStep)));
    const count = wire.stops.flatMap(({ messages }) => messages).length;
    console.log(`${file}: ${pluralize(count, 'message')}`);
  },
};

import { writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { compileStory } from '../compiler/pipeline';
import { mermaidOf } from '../core/toMermaid';
import { timelineOf } from '../core/timeline';
import { fillStory } from '../core/variables';
import { describe } from '../kinds/registry';
import { askedFolder } from '../vite/with-build';
import type { Format } from './format';

/** What crosses under the story, for documents that draw Mermaid. */
export const mermaid: Format = {
  summary: 'What crosses under the story as a Mermaid sequence diagram',
  usage: '  -o, --output FILE     where to write it (the story’s id, and .mmd)',
  async run(args) {
    const { values } = parseArgs({ args: [...args], options: { output: { type: 'string', short: 'o' } } });
    const { story, wire } = await compileStory(askedFolder());
    if (!wire) throw new Error(`The story "${story.id}" does not tell what crosses under it: its story.json names no "wire" file.`);
    const file = values.output ?? `${story.id}.mmd`;
    await writeFile(file, mermaidOf(fillStory(wire), timelineOf(fillStory(story), describe)));
    const count = wire.stops.flatMap(({ messages }) => messages).length;
    console.log(`${file}: ${count} ${count === 1 ? 'message' : 'messages'}`);
  },
};

import { cp, mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';

/** Fields of the demo that are shown as plain text. */
const FIELDS = new Set([
  'title',
  'say',
  'point',
  'window',
  'topic',
  'hint',
  'end',
  'footer',
  'name',
  'detail',
  'label',
  'note',
  'ask',
  'answer',
  'heading',
  'tagline',
  'foot',
  'submit',
  'message',
  'description',
  'screen',
  'address',
  'remember',
  'forgot',
  'divider',
  'closing',
  'text',
  'placeholder',
  'value',
  'items',
  'tags',
  'done',
  'pill',
]);
/** Characters in each of them. */
const TEXT_LENGTH = 800;
const UNBROKEN_WORD = 'Unbroken';

/** Pads `text` to {@link TEXT_LENGTH} characters with one long word, or with many. */
function lengthenText(text: string, broken: boolean): string {
  const filler = broken ? 'many words of all sizes, ' : UNBROKEN_WORD;
  return `${text}${broken ? ' ' : ''}${filler.repeat(TEXT_LENGTH / filler.length)}`.slice(0, TEXT_LENGTH).trim();
}

/** Writes the demo with long texts into `folder`: long words, and in every third text many words. */
export async function writeLongTexts(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  let count = 0;
  const lengthenTexts = (value: unknown, field: string): unknown => {
    if (typeof value === 'string') return FIELDS.has(field) ? lengthenText(value, (count += 1) % 3 === 0) : value;
    if (Array.isArray(value) && field !== 'mark') return value.map((each) => lengthenTexts(each, field));
    // Marked text must occur in the code unchanged.
    if (typeof value !== 'object' || value === null || field === 'mark') return value;
    return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, lengthenTexts(each, name)]));
  };
  for (const file of await readdir('scenes')) {
    const to = path.join(folder, file);
    if (file.endsWith('.schema.json')) continue;
    else if (file.endsWith('.json'))
      await writeFile(to, JSON.stringify(lengthenTexts(JSON.parse(await readFile(path.join('scenes', file), 'utf8')), '')));
    else await cp(path.join('scenes', file), to, { recursive: true });
  }
}

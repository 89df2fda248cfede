import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import sharp from 'sharp';

/** How much a generated talk has of each. */
export interface TalkSize {
  readonly pages: number;
  readonly pictures: number;
  readonly slides: number;
}

/** The talk that the targets are about; quick runs measure a part of it. */
export const TALK_SIZE: TalkSize = { pages: 40, pictures: 20, slides: 40 };
export const QUICK_TALK_SIZE: TalkSize = { pages: 8, pictures: 4, slides: 8 };

export const PARTS_PER_PAGE = 60;
const SYLLABLES =
  'ba ber co cur de dor el en fa fi ga gre ha in ka ker la lin ma mo na nor o per qui ra ren sa sto ta ten ul va ver wi zo'.split(' ');
/** Larger than the stage, so that the build has to make it smaller. */
const PICTURE = { width: 2560, height: 1440 };
/** At which noise of this size has about 500 kB. */
const JPEG_QUALITY = 27;

type Scene = Readonly<Record<string, unknown>> & { readonly id: string; readonly steps: readonly { readonly title: string }[] };

/** Text that only one step of a generated talk shows, at the top of the stage. */
const marker = (scene: string, step: number): string => `${scene} at ${step}.`;

const steps = (
  id: string,
  count: number,
  write: (words: number) => string,
  fields: (step: number) => object = () => ({}),
): Scene['steps'] =>
  Array.from({ length: count }, (_, step) => ({
    title: `Step ${step} of ${id}`,
    notes: { say: `${write(30)}.`, point: `${write(6)}.` },
    ...fields(step),
  }));

/**
 * Writes a talk of pages, pictures and slides by turns into `folder`. Returns a text for each stop that only this stop shows;
 * undefined for stops of pictures, which show no text.
 */
export async function writeGeneratedTalk(folder: string, size: TalkSize): Promise<readonly (string | undefined)[]> {
  const scenes = [
    ...spread(size.slides, generateSlide),
    ...spread(size.pages, generatePage),
    ...spread(size.pictures, generatePicture),
  ].toSorted((a, b) => a.at - b.at);
  await mkdir(folder, { recursive: true });
  const story = {
    id: 'talk',
    lang: 'en',
    title: 'A generated talk',
    description: 'Pages, pictures and slides.',
    status: { topic: 'A generated talk', hint: '← p / n →', end: 'The end.' },
    footer: ['Generated'],
    scenes: scenes.map(({ scene }) => `${scene.id}.json`),
  };
  await Promise.all([
    writeFile(path.join(folder, 'story.json'), JSON.stringify(story)),
    ...scenes.map(({ scene }) => writeFile(path.join(folder, `${scene.id}.json`), JSON.stringify(scene))),
  ]);
  for (let picture = 0; picture < size.pictures; picture += 1) await writeNoise(path.join(folder, `picture-${picture}.jpg`), picture);
  return scenes.flatMap(({ scene: { id, steps: stops } }) =>
    stops.map((_, step) => (id.startsWith('picture') ? undefined : marker(id, step))),
  );
}

/** Generates scenes and distributes them evenly over the talk, which goes from 0 to 1. */
function spread(count: number, generate: (index: number) => Scene): { readonly at: number; readonly scene: Scene }[] {
  return Array.from({ length: count }, (_, index) => ({ at: index / count, scene: generate(index) }));
}

/** The sequence of a linear congruential generator, so that each run generates the same talk. */
function* pseudorandom(seed: number): Generator<number, never> {
  for (let state = seed + 1; ;) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    yield state;
  }
}

/** Returns a function that makes up sentences: their words hardly repeat, so that they compress like those of a real talk. */
function writer(seed: number): (words: number) => string {
  const numbers = pseudorandom(seed);
  const syllable = (): string => SYLLABLES[(numbers.next().value >>> 16) % SYLLABLES.length]!;
  const word = (): string => Array.from({ length: 1 + ((numbers.next().value >>> 20) % 3) }, syllable).join('');
  return (words) => Array.from({ length: words }, word).join(' ');
}

function generateSlide(index: number): Scene {
  const id = `slide-${index}`;
  const write = writer(index);
  const paragraph = (): string => `${write(6)} **${write(2)}**, \`${write(1)}\` and [${write(2)}](https://example.com/${index}).`;
  const contents = [
    { bullets: [paragraph(), write(9), write(8)] },
    { text: [paragraph(), write(14)] },
    {
      columns: [
        { heading: write(2), bullets: [paragraph()] },
        { heading: write(2), bullets: [write(7), write(6)] },
      ],
    },
    { code: { lang: 'ts', text: [`const ${write(1)} = ${index};`, `await send(${write(1)}, { retries: ${index} });`] } },
  ];
  return { kind: 'slide', id, title: id, heading: marker(id, 0), ...contents[index % contents.length], steps: steps(id, 1, write) };
}

/** Generates a page of {@link PARTS_PER_PAGE} parts; each step changes the heading, states, numbers and a chart. */
function generatePage(index: number): Scene {
  const id = `page-${index}`;
  const write = writer(1000 + index);
  const list = <T>(count: number, generate: (each: number) => T): T[] => Array.from({ length: count }, (_, each) => generate(each));
  const status = (each: number): object => ({
    type: 'status',
    id: `check-${each}`,
    text: `${write(2)} **${write(1)}**`,
    state: 'pending',
    note: `${each} s`,
  });
  const stat = (each: number): object => ({
    type: 'stat',
    id: `stat-${each}`,
    label: write(2),
    value: `${index + each}`,
    change: write(2),
    tone: 'ok',
  });
  const comment = (each: number): object => ({
    type: 'comment',
    by: 'Ann Lee',
    when: `${each} minutes ago`,
    text: `${write(12)} \`${write(1)}\` **${write(2)}** ${write(5)}.`,
  });
  const badge = (): object => ({ type: 'badge', text: write(1), tone: 'info' });
  const series = (step: number): object => ({ series: [{ label: 'runs', values: [index + 1, 20 + step, 30 - step], tone: 'accent' }] });
  const chart = { type: 'chart', id: 'chart', title: write(3), labels: ['7', '8', '9'], ...series(0) };
  const table = { type: 'table', head: ['Name', 'Runs'], rows: list(6, (row) => [write(2), `${row * index}`]) };
  const parts = [
    { type: 'nav', brand: 'Forge', icon: 'hexagon', items: ['Code', 'Checks'], active: 'Checks' },
    { type: 'heading', id: 'title', text: marker(id, 0) },
    { type: 'columns', parts: list(4, stat) },
    {
      type: 'columns',
      widths: [2, 1],
      align: 'start',
      parts: [
        { type: 'section', parts: [{ type: 'card', parts: [chart] }, table, ...list(12, comment)] },
        { type: 'card', title: 'Checks', parts: list(24, status) },
      ],
    },
    { type: 'row', parts: [...list(4, badge), { type: 'button', id: 'go', label: 'Go on', icon: 'check' }] },
  ];
  const change = (step: number): object => ({
    set: {
      title: { text: marker(id, step) },
      [`check-${step}`]: { state: 'ok', note: `${step * 7} s` },
      [`check-${step + 1}`]: { state: 'running' },
      [`stat-${step}`]: { value: `${index * 10 + step + 100}` },
      chart: series(step),
    },
    pointer: `check-${step}`,
  });
  const rest = list(PARTS_PER_PAGE - countParts(parts), () => ({ type: 'text', text: `${write(11)}.` }));
  return {
    kind: 'page',
    id,
    title: id,
    address: `forge.example/${id}`,
    look: { width: 'wide', density: 'compact' },
    parts: [...parts, ...rest],
    steps: steps(id, 4, write, (step) => (step === 0 ? {} : change(step))),
  };
}

/** Counts the parts of a page, with those inside others. */
export function countParts(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 0;
  const own = 'type' in value ? 1 : 0;
  return Object.values(value).reduce((sum: number, each) => sum + countParts(each), own);
}

function generatePicture(index: number): Scene {
  const id = `picture-${index}`;
  const details = (step: number): object =>
    step === 0 ? {} : { focus: { x: 600, y: 400, width: 1200, height: 800 }, callouts: [{ text: `A detail of ${id}`, x: 1000, y: 800 }] };
  return {
    kind: 'image',
    id,
    title: id,
    image: { src: `${id}.jpg`, alt: `Noise number ${index}.` },
    steps: steps(id, 2, writer(2000 + index), details),
  };
}

/** Writes a JPEG of soft coloured noise. */
async function writeNoise(file: string, seed: number): Promise<void> {
  const { width, height } = { width: PICTURE.width / 4, height: PICTURE.height / 4 };
  const pixels = Buffer.alloc(width * height * 3);
  const numbers = pseudorandom(seed);
  for (let at = 0; at < pixels.length; at += 1) pixels[at] = numbers.next().value >>> 24;
  await sharp(pixels, { raw: { width, height, channels: 3 } })
    .resize(PICTURE.width)
    .jpeg({ quality: JPEG_QUALITY })
    .toFile(file);
}

import { expect, test, vi } from 'vitest';
import { picturesRule } from '../../src/check/rules/pictures';
import * as loader from '../../src/compiler/images/loadSharp';
import type { PublishedImage } from '../../src/compiler/images/loadImages';
import { formatImageReport } from '../../src/vite/imageReport';
import { DRAWING, drawPicture } from '../support/pictures';
import { found, storyOf } from './runRule';

const step = { title: 'T', notes: { say: 's', point: 'p' } };

/** Returns a story whose second scene shows these pictures: the first as it is, the second compared with it. */
const picturesOf = (image: object, compare?: object) =>
  storyOf({ scenes: [{ kind: 'image', id: 'b', title: 'B', image, steps: [{ ...step, ...(compare && { compare }) }] }] });

const FILES = { 'map.svg': DRAWING, 'other.svg': DRAWING.replace('M0 0', 'M1 1') };

test.each([
  ['map.svg', 'is the name of a file'],
  ['Map', 'is the name of a file'],
  ['IMG_1234.jpeg', 'is the name of a file'],
  ['A screenshot', 'only says that there is a picture'],
  ['Screenshot 3', 'only says that there is a picture'],
])('warns of the words %j for a picture', async (alt, problem) => {
  expect(await found(picturesRule, { ...FILES, ...picturesOf({ src: 'map.svg', alt }) })).toEqual([
    expect.stringMatching(new RegExp(`^warning b\\.json:7:10  image\\.alt: .* ${problem}`, 'u')),
  ]);
});

test('accepts words that say what a picture shows', async () => {
  const compare = { src: 'other.svg', alt: 'A smaller triangle.' };
  expect(await found(picturesRule, { ...FILES, ...picturesOf({ src: 'map.svg', alt: 'A triangle.' }, compare) })).toEqual([]);
});

test('warns of the same words for two pictures, but not for one picture that is shown twice', async () => {
  const image = { src: 'map.svg', alt: 'A triangle.' };
  expect(await found(picturesRule, { ...FILES, ...picturesOf(image, { ...image, src: 'other.svg' }) })).toEqual([
    expect.stringContaining('steps[0].compare.alt: “A triangle.” also stands for another picture, “map.svg”'),
  ]);
  expect(await found(picturesRule, { ...FILES, ...picturesOf(image, image) })).toEqual([]);
});

test('warns of a picture that a projector enlarges', async () => {
  const files = { 'a.png': await drawPicture('png', 640, 360), ...picturesOf({ src: 'a.png', alt: 'Two halves.' }) };
  const layout = (width: number) => {
    const stop = { problems: [], wrappedTexts: [], smallestText: undefined, pictures: [] };
    const address = './assets/a-';
    return { viewport: { width: 1280, height: 720 }, stops: [stop, { ...stop, pictures: [{ address, width }] }] };
  };
  const measured = async (width: number) => {
    const { stops, viewport } = layout(width);
    const { createCheckInput } = await import('../../src/check/checkInput');
    const { compileStory } = await import('../../src/compiler/compileStory');
    const { makeFolder } = await import('../support/folder');
    const compiled = await compileStory(await makeFolder(files));
    const [{ address } = { address: '' }] = [...compiled.images.values()].flat();
    const shown = stops.map((stop) => ({ ...stop, pictures: stop.pictures.map((each) => ({ ...each, address })) }));
    return picturesRule.check(createCheckInput(compiled, { stops: shown, viewport })).map(({ message }) => message);
  };
  expect(await measured(500)).toEqual([]);
  expect(await measured(1280)).toEqual([
    expect.stringContaining('“a.png” is 640 pixels wide and is shown 1920 wide on a projector of 1920'),
  ]);
});

test.each([
  ['without sharp', undefined, 'npm install --save-dev sharp'],
  ['of an SVG', '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><!-- ', 'Save the drawing as PNG'],
] as const)('warns of a heavy picture %s, and names the remedy', async (_, svg, remedy) => {
  vi.spyOn(loader, 'loadSharp').mockReturnValue(undefined);
  const padding = 'x'.repeat(900_000);
  const content = svg === undefined ? Buffer.concat([await drawPicture('jpeg'), Buffer.from(padding)]) : `${svg}${padding} --></svg>`;
  expect(await found(picturesRule, { 'a.dat': content, ...picturesOf({ src: 'a.dat', alt: 'A shape.' }) })).toEqual([
    expect.stringMatching(new RegExp(`“a\\.dat” weighs 0\\.9 MB .*${remedy}`, 'u')),
  ]);
});

test('says how much the pictures weigh', () => {
  const image = (address: string, publishedBytes: number, isOptimized = true) =>
    ({ address, originalBytes: 500_000, publishedBytes, isOptimized }) as PublishedImage;
  expect(formatImageReport([])).toBeUndefined();
  expect(formatImageReport([image('a', 90_000), image('a', 90_000), image('b', 80_000)])).toBe('2 pictures of 170 kB, made from 1.0 MB.');
  expect(formatImageReport([image('a', 500_000)])).toBe('1 picture of 500 kB.');
  expect(formatImageReport([image('a', 500_000, false)])).toBe(
    '1 picture of 500 kB, published as they are. To make them smaller, install sharp: npm install --save-dev sharp',
  );
});

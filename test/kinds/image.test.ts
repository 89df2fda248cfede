import fc from 'fast-check';
import path from 'node:path';
import { expect, test } from 'vitest';
import { compileScene, type CompiledScene, type SceneSettings } from '../../src/compiler/story/compileScene';
import { parseJsonFile } from '../../src/compiler/story/parseJsonFile';
import { placeCallouts } from '../../src/kinds/image/compile/placeCallouts';
import { describeImageStep } from '../../src/kinds/image/describeImageStep';
import { pictureBox, WHOLE } from '../../src/kinds/image/geometry';
import kind from '../../src/kinds/image/kind';
import type { ImageScene } from '../../src/kinds/image/scene';
import { makeFolder } from '../support/folder';
import { DRAWING, drawPicture } from '../support/pictures';

const NOTES = { say: 'Say.', point: 'Point.' };

/** Compiles a scene of the drawing of 300 × 200, with these steps. */
async function compileSteps(steps: readonly object[], fields: object = {}, settings?: SceneSettings): Promise<CompiledScene> {
  const files = { 'a.svg': DRAWING, 'b.png': await drawPicture('png', 600, 400), 'square.png': await drawPicture('png', 40, 40) };
  const file = path.join(await makeFolder(files), 'scene.json');
  const scene = {
    kind: 'image',
    id: 'a',
    title: 'A',
    image: { src: 'a.svg', alt: 'A triangle.' },
    ...fields,
    steps: steps.map((step) => ({ title: 'T', notes: NOTES, ...step })),
  };
  return compileScene(parseJsonFile(file, Buffer.from(JSON.stringify(scene))), new Map([['image', kind]]), new Map(), settings);
}

const problems = (scene: CompiledScene) => scene.problems.map(({ message }) => message);

test('gives places in fractions of the picture', async () => {
  const { value } = await compileSteps([
    {
      focus: { x: 150, y: 50, width: 75, height: 100 },
      spots: [{ x: 150, y: 100, text: 'Middle' }],
      callouts: [{ x: 180, y: 100, text: 'Here' }],
    },
  ]);
  const [step] = (value as ImageScene).steps;
  expect(step).toMatchObject({
    view: { x: 0.5, y: 0.25, width: 0.25, height: 0.5 },
    spots: [{ x: 0.5, y: 0.5, text: 'Middle' }],
    callouts: [{ target: { x: 0.6, y: 0.5, width: 0, height: 0 }, text: 'Here' }],
  });
});

test('reports every place that is outside of the picture or of the focus', async () => {
  const focus = { x: 10, y: 10, width: 100, height: 100 };
  const scene = await compileSteps([
    { focus: { ...focus, x: 250 } },
    { callouts: [{ text: 'Far', x: 10, y: 201 }] },
    { focus, spots: [{ text: 'Near', x: 111, y: 50 }] },
  ]);
  expect(problems(scene)).toEqual([
    'steps[0].focus: found x 250 to 350, y 10 to 110, expected a place inside the picture, which has 300 × 200 pixels',
    'steps[1].callouts[0]: found x 10, y 201, expected a place inside the picture, which has 300 × 200 pixels',
    'steps[2].spots[0]: found x 111, y 50, expected a place inside the step’s focus, x 10 to 110, y 10 to 110',
  ]);
});

test('compares pictures of the same proportions only', async () => {
  const compare = { alt: 'Another.' };
  expect(problems(await compileSteps([{ compare: { ...compare, src: 'b.png' } }]))).toEqual([]);
  expect(problems(await compileSteps([{ compare: { ...compare, src: 'square.png' } }]))).toEqual([
    'steps[0].compare.src: found a picture of 40 × 40 pixels, expected the proportions of the first, 300 × 200',
  ]);
});

test('reports a missing picture and nothing about places in it', async () => {
  const scene = await compileSteps([{ spots: [{ x: 9999, y: 1, text: 'Far' }] }], { image: { src: 'c.svg', alt: 'Gone.' } });
  expect(problems(scene)).toEqual([expect.stringMatching(/^image\.src: found "c\.svg", .*Did you mean "a\.svg"\?$/u)]);
});

test('describes what is new at each step, and names its pictures', async () => {
  const { value } = await compileSteps(
    [
      {},
      { spots: [{ x: 1, y: 1, text: 'One' }], callouts: [{ x: 1, y: 1, text: 'Here' }] },
      { compare: { src: 'b.png', alt: 'Two halves.', position: 30 } },
      { compare: { src: 'b.png', alt: 'Two halves.', position: 60 } },
    ],
    { chrome: 'browser', address: 'example.com' },
  );
  const scene = value as ImageScene;
  const described = scene.steps.map((_, step) => describeImageStep(scene, step));
  expect(described.map(({ textLines }) => textLines)).toEqual([['🔒 example.com', 'A triangle.'], ['Here', '1. One'], ['Two halves.'], []]);
  expect(described.map(({ images }) => images?.length)).toEqual([1, 1, 2, 2]);
  expect(described.map(({ playMs }) => playMs! > 0)).toEqual([false, true, true, true]);
});

const size = { width: 1500, height: 800 };
const fraction = fc.double({ min: 0, max: 0.5, noNaN: true });
const area = fc.record({
  x: fraction,
  y: fraction,
  width: fraction.map((each) => each * 0.9 + 0.01),
  height: fraction.map((each) => each * 0.9 + 0.01),
});

test('shows the whole focus, and no space beside a picture that is larger than the viewport', () => {
  fc.assert(
    fc.property(area, fc.double({ min: 0.2, max: 5, noNaN: true }), fc.constantFrom(1, 0.94, 0.5), (view, ratio, scale) => {
      const box = pictureBox(size, ratio, { view, scale, covers: false });
      const left = box.x + view.x * box.width;
      const top = box.y + view.y * box.height;
      expect(left).toBeGreaterThan(-0.01);
      expect(top).toBeGreaterThan(-0.01);
      expect(left + view.width * box.width).toBeLessThan(size.width + 0.01);
      expect(top + view.height * box.height).toBeLessThan(size.height + 0.01);
      if (box.width > size.width) expect([box.x <= 0.01, box.x + box.width >= size.width - 0.01]).toEqual([true, true]);
    }),
  );
});

test('fills the viewport with a picture that covers it, from its top', () => {
  expect(pictureBox(size, 2, { view: WHOLE, scale: 1, covers: true })).toEqual({ x: 0, y: 0, width: 1500, height: 3000 });
  expect(pictureBox(size, 0.4, { view: WHOLE, scale: 1, covers: true })).toEqual({ x: -250, y: 0, width: 2000, height: 800 });
});

const WORDS = { text: 'Three times as many as in spring' };
const framing = { view: WHOLE, scale: 1, covers: false };

test.each([
  ['left of a target at the right', { x: 0.8, y: 0.3, width: 0.2, height: 0.3 }, 'left'],
  ['right of a target at the left', { x: 0, y: 0.3, width: 0.2, height: 0.3 }, 'right'],
  ['below a wide target at the top', { x: 0, y: 0, width: 1, height: 0.2 }, 'bottom'],
  ['above a wide target at the bottom', { x: 0, y: 0.7, width: 1, height: 0.3 }, 'top'],
] as const)('puts a callout %s', (_, box, side) => {
  expect(placeCallouts([{ ...WORDS, box }], size, 0.5, framing)).toEqual({ sides: [side], scale: 1 });
});

test('shows the picture smaller if a target leaves no room for its callout', () => {
  const { scale } = placeCallouts(
    [{ ...WORDS, box: { x: 0.02, y: 0.02, width: 0.96, height: 0.96 } }],
    size,
    size.height / size.width,
    framing,
  );
  expect(scale).toBeLessThan(0.9);
});

test('does not cover another target', () => {
  const left = { x: 0.1, y: 0.4, width: 0.1, height: 0.2 };
  const right = { x: 0.25, y: 0.4, width: 0.2, height: 0.2 };
  const { sides } = placeCallouts(
    [
      { ...WORDS, box: left },
      { ...WORDS, box: right },
    ],
    size,
    0.5,
    framing,
  );
  expect(sides[0]).not.toBe('right');
});

test('does not cover a spot', () => {
  const target = { ...WORDS, box: { x: 0.4, y: 0.4, width: 0.1, height: 0.2 } };
  const [side] = placeCallouts([target], size, 0.5, framing).sides;
  const beside = { x: side === 'left' ? 0.2 : 0.7, y: 0.5, width: 0, height: 0 };
  expect(placeCallouts([target], size, 0.5, framing, [beside]).sides).not.toEqual([side]);
});

test('finds room for the value of an open variable in a callout', async () => {
  const value = 'Authentication failed three times';
  const callout = { x: 10, y: 5, width: 260, height: 190 };
  const place = async (text: string) => {
    const variables = { x: { value, open: true } };
    const scene = await compileSteps([{ callouts: [{ ...callout, text }] }], {}, { variables });
    const { scale, callouts } = (scene.value as ImageScene).steps[0]!;
    return { scale, side: callouts[0]!.side, text: callouts[0]!.text };
  };
  const { text: _, ...placed } = await place(value);
  expect(await place('{{x}}')).toEqual({ ...placed, text: '{{x}}' });
  expect(await place('x')).not.toMatchObject(placed);
});

test('describes a callout and a spot at the step where they come, not where they still stand', async () => {
  const here = { x: 1, y: 1, text: 'Here' };
  const [one, two] = [
    { x: 10, y: 10, text: 'One' },
    { x: 50, y: 50, text: 'Two' },
  ];
  const { value } = await compileSteps([
    { callouts: [here], spots: [one] },
    { callouts: [here], spots: [one, two] },
    { callouts: [here], spots: [one, two] },
  ]);
  const described = [0, 1, 2].map((step) => describeImageStep(value as ImageScene, step));
  expect(described.map(({ textLines }) => textLines)).toEqual([['A triangle.', 'Here', '1. One'], ['2. Two'], []]);
  expect(described.map(({ playMs }) => playMs)).toEqual([300, 300, 0]);
});

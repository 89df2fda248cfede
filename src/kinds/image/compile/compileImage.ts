import type { FocusSource } from '../../../schema/focus';
import { maxOf } from '../../../core/maxOf';
import { areaProblem, type PicturePlace } from '../../../core/pictureArea';
import type { LoadedImage } from '../../../core/story';
import type { CompileContext, ScenePath } from '../../compileContext';
import { WHOLE, type Box, type Size } from '../geometry';
import type { ImageSceneSource, ImageStepSource } from '../schema';
import type { ImageScene, ImageStep, Shape } from '../scene';
import { placeCallouts } from './placeCallouts';

/** Fractions of the largest size: a bare picture and a focus have a margin. */
const MARGIN_SCALE = 0.94;

/** Typical viewports in stage units. A phone on the stage is as narrow as one in a hand. */
const VIEWPORTS: Readonly<Record<Shape, Size>> = { wide: { width: 1500, height: 830 }, tall: { width: 470, height: 900 } };

/** By how much the proportions of two compared pictures may differ, as a ratio: a pixel or two. */
const MAX_RATIO_DIFFERENCE = 0.01;

/** Compiles a scene of a picture: prepares the files, checks all places, and finds room for the callouts. */
export async function compileImage(source: ImageSceneSource, context: CompileContext): Promise<ImageScene> {
  const widths = source.steps.flatMap((step) => framedPart(step)?.width ?? []);
  const loaded = await context.loadImages(source, {
    zoom: ({ width }) =>
      maxOf(
        widths.map((each) => width / each),
        1,
      ),
  });
  const { image, chrome, address, tab, icon, steps, ...scene } = loaded;
  return {
    ...scene,
    chrome,
    ...(address !== undefined && { address }),
    ...(tab !== undefined && { tab: { title: tab, ...(icon !== undefined && { icon }) } }),
    image,
    steps: source.steps.map((step, index) => {
      checkPlaces(step, image, index, context);
      const compare = steps[index]?.compare;
      if (compare) checkProportions(compare, image, ['steps', index, 'compare', 'src'], context);
      return { ...compileStep(step, image, chrome === 'none', context), ...(compare && { compare }) };
    }),
  };
}

function checkPlaces(step: ImageStepSource, image: LoadedImage, index: number, { report }: CompileContext): void {
  const { callouts = [], spots = [] } = step;
  const focus = framedPart(step);
  const check = (place: PicturePlace, keys: ScenePath, area?: PicturePlace): void => {
    const problem = areaProblem(place, image, area);
    if (problem) report({ ...problem, path: ['steps', index, ...keys] });
  };
  if (focus) check(focus, ['focus']);
  else if (typeof step.focus === 'object' && 'area' in step.focus && step.focus.area) check(step.focus.area, ['focus', 'area']);
  for (const [at, each] of callouts.entries()) check(each, ['callouts', at], focus);
  for (const [at, each] of spots.entries()) check(each, ['spots', at], focus);
}

function checkProportions(compare: LoadedImage, image: LoadedImage, path: ScenePath, { report }: CompileContext): void {
  const difference = Math.abs((compare.width / compare.height) * (image.height / image.width) - 1);
  if (!(difference > MAX_RATIO_DIFFERENCE)) return;
  report({
    path,
    found: `a picture of ${compare.width} × ${compare.height} pixels`,
    expected: `the proportions of the first, ${image.width} × ${image.height}`,
  });
}

/** Whether a `focus` names what matters at any step, rather than the part of the picture that the stage moves to. */
function isTarget(focus: ImageStepSource['focus']): focus is FocusSource {
  return typeof focus === 'string' || (typeof focus === 'object' && !('x' in focus));
}

/** Returns the part of the picture that the stage moves to at a step. */
function framedPart({ focus }: ImageStepSource): Required<PicturePlace> | undefined {
  return isTarget(focus) ? undefined : focus;
}

function compileStep(
  step: ImageStepSource,
  image: LoadedImage,
  isBare: boolean,
  { fillVariables }: CompileContext,
): Omit<ImageStep, 'compare'> {
  const { focus: _focus, callouts = [], spots = [], compare: _, ...fields } = step;
  const focus = framedPart(step);
  const inFractions = ({ x, y, width = 0, height = 0 }: PicturePlace): Box => ({
    x: x / image.width,
    y: y / image.height,
    width: width / image.width,
    height: height / image.height,
  });
  const view = focus ? inFractions(focus) : WHOLE;
  const covers = !focus && (image as { readonly fit?: string }).fit === 'cover';
  const scale = covers || (!focus && !isBare) ? 1 : MARGIN_SCALE;
  const targets = callouts.map(({ text, ...place }) => ({ text, box: inFractions(place) }));
  const marks = spots.map(inFractions);
  const ratio = image.height / image.width;
  const shown = fillVariables(targets);
  const wide = placeCallouts(shown, VIEWPORTS.wide, ratio, { view, scale, covers }, marks);
  const tall = placeCallouts(shown, VIEWPORTS.tall, ratio, { view, scale, covers }, marks);
  return {
    ...fields,
    ...(isTarget(step.focus) && { focus: step.focus }),
    view,
    covers,
    scale: { wide: wide.scale, tall: tall.scale },
    callouts: targets.map(({ text, box }, at) => ({ text, target: box, side: { wide: wide.sides[at]!, tall: tall.sides[at]! } })),
    spots: spots.map(({ text, x, y }) => ({ text, x: x / image.width, y: y / image.height })),
  };
}

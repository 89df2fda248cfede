import { encode } from 'uqr';
import type { CompileContext } from '../../compileContext';
import type { SlideContent, SlideScene } from '../scene';
import type { SlideSource } from '../schema/slide';
import { itemCountOf } from '../steps';
import { slideSizesOf } from './slideSizes';

/** Colours the code of a slide, draws its QR code, and finds the size of its type. */
export async function compileSlide(source: SlideSource, context: CompileContext): Promise<SlideScene> {
  reportSteps(source, context);
  const slide: SlideContent = await context.highlightCode((await context.loadImages(source)) as unknown as SlideSource);
  return { ...slide, sizes: slideSizesOf(context.fillVariables(slide)), ...(slide.qr && { qrDrawing: drawQr(slide.qr.href) }) };
}

/** Reports steps that show more than there is. */
function reportSteps(slide: SlideSource, { report }: CompileContext): void {
  const count = itemCountOf(slide);
  slide.steps.forEach(({ show }, step) => {
    if (show === undefined || show <= count) return;
    const expected = count === 0 ? 'no "show", as this slide has no bullets, columns, rows or paragraphs' : `at most ${count}`;
    report({ path: ['steps', step, 'show'], found: String(show), expected });
  });
}

function drawQr(text: string): NonNullable<SlideScene['qrDrawing']> {
  const { size, data } = encode(text, { ecc: 'M', border: 0 });
  const path = data.flatMap((row, y) =>
    // A run of dark modules is one rectangle.
    [
      ...row
        .map((isDark) => (isDark ? '1' : '0'))
        .join('')
        .matchAll(/1+/gu),
    ].map(({ 0: run, index }) => `M${index} ${y}h${run.length}v1h-${run.length}z`),
  );
  return { size, path: path.join('') };
}

import type { Page } from 'playwright-core';
import { HINT_ELEMENT, SCREEN_PICTURE, STATE_ATTRIBUTE, type CapturedPage } from './capturedPage';
import { collectPage } from './page/collectPage';
import { PSEUDO_CLASSES } from './pseudoClasses';
import type { ResponseRecorder } from './responseRecorder';

/**
 * Returns a page as it is now. Pictures that only the screen has, such as those of frames, are put into the recorder.
 * @param number of the state, so that its pictures have addresses of their own
 */
export async function collectState(page: Page, recorder: ResponseRecorder, number: number): Promise<CapturedPage> {
  const screenPicture = `${SCREEN_PICTURE}${number}-`;
  const captured = await page.evaluate(collectPage, {
    sheets: recorder.sheets,
    hint: HINT_ELEMENT,
    screenPicture,
    stateAttribute: STATE_ATTRIBUTE,
    pseudoClasses: PSEUDO_CLASSES,
  });
  for (let index = 0; ; index += 1) {
    const place = await page.evaluate(showAlone, index);
    if (!place) break;
    const { clip, isBeyondWindow } = place;
    const picture =
      clip.width >= 1 && clip.height >= 1
        ? await page.screenshot({ clip, omitBackground: true, ...(isBeyondWindow && { fullPage: true }), animations: 'disabled' })
        : undefined;
    if (picture) recorder.set(`${screenPicture}${index}`, picture);
  }
  await recorder.read();
  return captured;
}

interface PlaceOnScreen {
  readonly clip: { readonly x: number; readonly y: number; readonly width: number; readonly height: number };
  readonly isBeyondWindow: boolean;
}

/** Hides all but one of the elements whose picture is wanted and returns its place; shows all after the last. Runs in the page. */
function showAlone(index: number): PlaceOnScreen | undefined {
  const page = globalThis as unknown as { understudyPictures: HTMLElement[]; understudyHiding?: CSSStyleSheet };
  page.understudyPictures[index - 1]?.style.removeProperty('visibility');
  const element = page.understudyPictures[index];
  if (!element) {
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((each) => each !== page.understudyHiding);
    delete page.understudyHiding;
    return undefined;
  }
  if (!page.understudyHiding) {
    page.understudyHiding = new CSSStyleSheet();
    page.understudyHiding.replaceSync('*{visibility:hidden!important}');
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, page.understudyHiding];
  }
  element.style.setProperty('visibility', 'visible', 'important');
  const box = element.getBoundingClientRect();
  const style = getComputedStyle(element);
  const [top, right, bottom, left] = (['top', 'right', 'bottom', 'left'] as const).map(
    (side) =>
      Number.parseFloat(style.getPropertyValue(`border-${side}-width`)) + Number.parseFloat(style.getPropertyValue(`padding-${side}`)),
  ) as [number, number, number, number];
  const isBeyondWindow = box.top < 0 || box.left < 0 || box.bottom > innerHeight || box.right > innerWidth;
  const clip = {
    x: box.x + left + (isBeyondWindow ? scrollX : 0),
    y: box.y + top + (isBeyondWindow ? scrollY : 0),
    width: box.width - left - right,
    height: box.height - top - bottom,
  };
  return { clip, isBeyondWindow };
}

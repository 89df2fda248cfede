import { trustedDocument } from '../../loading/trustedTypes';
import { FRAME_LOADING, FRAME_READY } from '../parts/pendingFrames';
import { applyPatches, nodeAt } from './applyPatches';
import { loadDocument } from './loadDocument';
import { loadFrame } from './loadFrame';
import { scrollBoxes } from './scrollBoxes';
import type { CapturedState, NodeReference, SnapshotScene, SnapshotStep } from './scene';

/** A frame with the document of a state. It runs no scripts, and neither keys nor clicks reach it. */
export class PageFrame {
  readonly element: HTMLIFrameElement;
  readonly #state: CapturedState;
  /** Called when the document is there. */
  readonly #onReady: () => void;
  #isReady = false;
  #restore: (() => void) | undefined;
  /** Where boxes inside of the page were scrolled to before a step scrolled them. */
  readonly #scrolled = new Map<Element, readonly [left: number, top: number]>();

  constructor(state: CapturedState, { width, theme }: SnapshotScene, onReady: () => void) {
    this.#state = state;
    this.#onReady = onReady;
    this.element = document.createElement('iframe');
    const { element } = this;
    element.className = 'capture__frame';
    // Set before the frame is in the page: it applies to what is loaded then. Scripts are not allowed.
    element.setAttribute('sandbox', 'allow-same-origin');
    element.setAttribute('aria-hidden', 'true');
    element.setAttribute(FRAME_LOADING, '');
    element.tabIndex = -1;
    element.inert = true;
    element.title = state.title;
    element.style.colorScheme = theme;
    element.style.width = `${width}px`;
    void this.#load();
  }

  /** The document, once it is there. */
  get document(): Document | undefined {
    return this.#isReady ? (this.element.contentDocument ?? undefined) : undefined;
  }

  set isShown(isShown: boolean) {
    this.element.classList.toggle('capture__frame--ahead', !isShown);
    this.element.toggleAttribute(FRAME_LOADING, isShown && !this.#isReady);
  }

  /** Shows exactly what a step shows, whatever was before. Scrolls smoothly if asked to. */
  show(step: SnapshotStep, isSmooth: boolean): void {
    const root = this.document;
    if (!root) return;
    this.#restore?.();
    this.#restore = applyPatches(root, [...this.#state.filled, ...step.patches]);
    this.scroll(step, isSmooth);
  }

  /** Scrolls to where a step shows the page. That depends on the height of the frame. */
  scroll(step: SnapshotStep, isSmooth: boolean): void {
    const root = this.document;
    const view = root?.defaultView;
    if (!root || !view) return;
    if (!isSmooth) this.#resetScroll(view);
    const target = step.scroll === undefined ? undefined : nodeAt(root, step.scroll);
    if (target instanceof view.Element) this.#scrollTo(target, isSmooth);
  }

  /** Returns the box of an element in pixels of the frame's own window. */
  boxOf(reference: NodeReference): DOMRect | undefined {
    const node = this.document && nodeAt(this.document, reference);
    return node && 'getBoundingClientRect' in node ? node.getBoundingClientRect() : undefined;
  }

  async #load(): Promise<void> {
    try {
      const html = await loadDocument(this.#state);
      loadFrame(this.element, trustedDocument(html), () => {
        this.#isReady = true;
        this.#arrive();
      });
    } catch {
      // The next frame with this document tries again.
      this.element.classList.add('capture__frame--failed');
      this.#arrive();
    }
  }

  #arrive(): void {
    const { element } = this;
    if (element.contentDocument) scrollBoxes(element.contentDocument);
    this.#onReady();
    element.removeAttribute(FRAME_LOADING);
    element.dispatchEvent(new Event(FRAME_READY));
  }

  #resetScroll(view: Window): void {
    for (const [box, [left, top]] of this.#scrolled) box.scrollTo({ left, top, behavior: 'instant' });
    this.#scrolled.clear();
    const [left, top] = this.#state.scroll;
    view.scrollTo({ left, top, behavior: 'instant' });
  }

  #scrollTo(target: Element, isSmooth: boolean): void {
    for (let box = target.parentElement; box; box = box.parentElement)
      if (box.scrollHeight > box.clientHeight && !this.#scrolled.has(box)) this.#scrolled.set(box, [box.scrollLeft, box.scrollTop]);
    const restoreOuter = outerScroll(this.element);
    target.scrollIntoView({ block: 'center', inline: 'nearest', behavior: isSmooth ? 'smooth' : 'instant' });
    restoreOuter();
  }
}

/** Returns a function that puts back where the page around a frame is scrolled to: `scrollIntoView` in a frame also scrolls that page. */
function outerScroll(frame: Element): () => void {
  const places: (readonly [box: Element, left: number, top: number])[] = [];
  for (let box = frame.parentElement; box; box = box.parentElement) places.push([box, box.scrollLeft, box.scrollTop]);
  return () => {
    for (const [box, left, top] of places)
      if (box.scrollLeft !== left || box.scrollTop !== top) box.scrollTo({ left, top, behavior: 'instant' });
  };
}

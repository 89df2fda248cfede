/** A mouse pointer over a page, which moves to the control that is pressed to go on. */
export interface PagePointer {
  /** Draws the pointer as it is `msLeft` before the stop is left; it is hidden until shortly before. */
  show(msLeft: number): void;
}

/** Runs in the page, so it uses nothing outside of itself. */
export function createPagePointer(): PagePointer {
  const [MOVE_MS, REST_MS, PRESS_MS, FADE_MS] = [700, 250, 150, 150];
  const LEAD_MS = MOVE_MS + REST_MS + PRESS_MS;
  const SHAPE = 'M4 2.5v17l4.6-4.2 3 6.9 3.1-1.4-3-6.7 6.4-.6Z';
  let from: readonly [x: number, y: number] = [innerWidth * 0.7, innerHeight * 0.8];
  let to: readonly [x: number, y: number] | undefined;
  let isShown = false;

  const create = (name: string, attributes: Readonly<Record<string, string>>): SVGElement => {
    const element = document.createElementNS('http://www.w3.org/2000/svg', name);
    for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
    return element;
  };
  const pointer = create('svg', { viewBox: '0 0 24 24', 'aria-hidden': 'true' });
  const look = { fill: '#111318', stroke: '#ffffff', 'stroke-width': '1.6', 'stroke-linejoin': 'round' };
  pointer.append(create('path', { d: SHAPE, ...look }));
  const size = `${Math.min(innerWidth / 1920, innerHeight / 1080) * 46}px`;
  Object.assign(pointer.style, {
    position: 'fixed',
    inset: '0 auto auto 0',
    width: size,
    height: size,
    zIndex: '2147483647',
    filter: 'drop-shadow(0 3px 5px rgb(0 0 0 / 0.35))',
    transformOrigin: '0 0',
    opacity: '0',
  });
  document.body.append(pointer);

  /** Returns where the control is that is pressed to go on; undefined without one, and where the page has a pointer of its own. */
  const findControl = (): readonly [number, number] | undefined => {
    const isSeen = (element: Element): boolean => {
      const { left, top, width, height } = element.getBoundingClientRect();
      const found = document.elementFromPoint(left + width / 2, top + height / 2);
      return element.checkVisibility({ visibilityProperty: true, opacityProperty: true }) && element.contains(found);
    };
    const own = [...document.querySelectorAll('main.stage .mouse-pointer')];
    if (own.some((each) => !each.closest('.premounted') && each.checkVisibility())) return undefined;
    const controls = document.querySelectorAll('main.stage button:not(:disabled, [data-scroll-cue], .click-hint)');
    const control = [...controls].find((each) => !each.closest('.premounted, [inert]') && isSeen(each));
    if (!control) return undefined;
    const { left, top, width, height } = control.getBoundingClientRect();
    return [left + width * 0.62, top + height * 0.6];
  };

  return {
    show: (msLeft) => {
      const elapsed = LEAD_MS - msLeft;
      if (elapsed >= 0 && !isShown) to = findControl();
      if (elapsed < 0 || !to) {
        if (isShown) pointer.style.opacity = '0';
        if (isShown && to) from = to;
        isShown = false;
        return;
      }
      isShown = true;
      const fraction = Math.min(1, elapsed / MOVE_MS);
      const eased = (1 - Math.cos(Math.PI * fraction)) / 2;
      const [x, y] = [0, 1].map((axis) => from[axis]! + (to![axis]! - from[axis]!) * eased);
      pointer.style.opacity = String(Math.min(1, elapsed / FADE_MS));
      pointer.style.translate = `${x}px ${y}px`;
      pointer.style.scale = msLeft <= PRESS_MS ? '0.82' : '1';
    },
  };
}

import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { UnderstudyDemo } from '../../src/element/define';

const DEMO = 'https://demo.example';
const READY = {
  understudy: 1,
  type: 'ready',
  stop: 0,
  stops: 12,
  scene: 'agent',
  step: 0,
  title: 'First',
  state: 'poster',
  story: 'A demo',
};

/** Observers of the page under test; `show` reports how much of the element is in view. */
let observers: Observer[] = [];
class Observer {
  readonly options: IntersectionObserverInit;
  readonly #report: (entries: Partial<IntersectionObserverEntry>[]) => void;
  isObserving = false;
  constructor(report: (entries: Partial<IntersectionObserverEntry>[]) => void, options: IntersectionObserverInit) {
    this.#report = report;
    this.options = options;
    observers.push(this);
  }
  observe(): void {
    this.isObserving = true;
  }
  disconnect(): void {
    this.isObserving = false;
  }
  show(intersectionRatio: number): void {
    if (this.isObserving) this.#report([{ isIntersecting: intersectionRatio > 0, intersectionRatio }]);
  }
}
const show = (ratio: number): void => {
  for (const observer of observers) observer.show(ratio);
};

let reducedMotion = false;
let scheme: 'dark' | 'light' = 'dark';
/** Messages that frames got, each with the origin it was sent to. */
let sent: unknown[][] = [];
/** Addresses that frames were sent to without an entry in the history. */
let replaced: string[] = [];

beforeEach(() => {
  observers = [];
  reducedMotion = false;
  scheme = 'dark';
  sent = [];
  replaced = [];
  const windows = new WeakMap<object, object>();
  vi.spyOn(HTMLIFrameElement.prototype, 'contentWindow', 'get').mockImplementation(function contentWindow(this: HTMLIFrameElement) {
    const known = windows.get(this) ?? {
      postMessage: (...message: unknown[]) => sent.push(message),
      location: { replace: (address: string) => replaced.push(address) },
    };
    windows.set(this, known);
    return known as Window;
  });
  // The DOM of the tests does not know light-dark().
  vi.stubGlobal('getComputedStyle', () => ({ color: scheme === 'light' ? 'rgb(0, 0, 0)' : 'rgb(255, 255, 255)' }));
  vi.useFakeTimers();
  vi.stubGlobal('IntersectionObserver', Observer);
  vi.stubGlobal('matchMedia', () => ({ matches: reducedMotion }));
  vi.stubGlobal(
    'CSSStyleSheet',
    class {
      replaceSync = (): void => {};
    },
  );
});
afterEach(() => {
  document.body.replaceChildren();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
  vi.useRealTimers();
});

interface Opened {
  readonly demo: UnderstudyDemo;
  readonly frame: () => HTMLIFrameElement;
  /** Reports a state of the story, as its frame does. */
  readonly report: (state?: object, from?: object) => void;
  readonly events: string[];
}

/** Adds an element with these attributes to the page, and scrolls near it. */
function open(attributes = '', isNear = true): Opened {
  document.body.innerHTML = `<understudy-demo src="${DEMO}/talk/?user=ann" ${attributes}></understudy-demo>`;
  const demo = document.querySelector('understudy-demo')!;
  const frame = (): HTMLIFrameElement => demo.shadowRoot!.querySelector('iframe')!;
  const events: string[] = [];
  for (const name of ['ready', 'start', 'stopchange', 'settled', 'failed'] as const)
    demo.addEventListener(name, ({ detail }) => events.push('stop' in detail ? `${name} ${detail.stop}` : name));
  if (isNear) show(0.1);
  const report: Opened['report'] = (state = {}, from = {}) => {
    const data = { ...READY, ...state };
    dispatchEvent(Object.assign(new Event('message'), { source: frame().contentWindow, origin: DEMO, data, ...from }));
  };
  return { demo, frame, report, events };
}

const message = (fields: object): unknown[] => [{ understudy: 1, ...fields }, DEMO];
const OPTIONS = message({ type: 'set', theme: 'dark', captions: false, controls: true });

test('loads nothing before it is near the window, unless it is to be eager', () => {
  const lazy = open('', false);
  expect([lazy.demo.state, lazy.frame()]).toEqual(['idle', null]);
  expect(observers.map(({ options }) => options)).toEqual([{ rootMargin: '600px 0px' }, { threshold: 0.5 }]);
  show(0.1);
  expect(lazy.demo.state).toBe('loading');
  const eager = open('loading="eager"', false);
  expect(eager.demo.state).toBe('loading');
  const commanded = open('', false);
  commanded.demo.start();
  expect(commanded.demo.state).toBe('loading');
});

test.each([
  ['', 'user=ann&embed=ORIGIN&theme=dark#/'],
  ['stop=""', 'user=ann&embed=ORIGIN&theme=dark#/'],
  ['stop="comparison/3"', 'user=ann&embed=ORIGIN&theme=dark#/comparison/3'],
  ['stop="#/comparison/3"', 'user=ann&embed=ORIGIN&theme=dark#/comparison/3'],
  ['stop="8"', 'user=ann&embed=ORIGIN&theme=dark#/8'],
  ['captions controls="off"', 'user=ann&embed=ORIGIN&theme=dark&captions=&controls=off#/'],
  ['captions="false" controls', 'user=ann&embed=ORIGIN&theme=dark#/'],
])('%s asks the story for it in its address', (attributes, query) => {
  expect(open(attributes).frame().src).toBe(`${DEMO}/talk/?${query.replace('ORIGIN', encodeURIComponent(location.origin))}`);
});

test('reports where the story is, in properties and events', () => {
  const { demo, frame, report, events } = open();
  expect([demo.state, demo.stops, demo.current, frame().title]).toEqual(['loading', 0, undefined, 'Demo']);
  report();
  expect([demo.state, demo.stops, demo.current?.title, frame().title]).toEqual(['poster', 12, 'First', 'A demo']);
  report({ type: 'state', state: 'playing' });
  report({ type: 'state', state: 'settled' });
  report({ type: 'state', state: 'settled', stop: 1 });
  report({ type: 'state', state: 'playing', stop: 2 });
  expect(events).toEqual(['ready 0', 'start 0', 'settled 0', 'stopchange 1', 'settled 1', 'stopchange 2']);
  expect(demo.current?.stop).toBe(2);
});

test('sends commands to the origin of the story, once it is ready', () => {
  const { demo, report } = open('aria-label="Sign-in"', false);
  demo.start();
  demo.goTo('comparison/3');
  expect(sent).toEqual([]);
  report();
  expect(sent.splice(0)).toEqual([OPTIONS, message({ type: 'start' }), message({ type: 'goTo', scene: 'comparison', step: 3 })]);
  demo.next();
  demo.prev();
  demo.goTo(4);
  demo.goTo('#/agent');
  demo.pause();
  expect(sent).toEqual([
    message({ type: 'next' }),
    message({ type: 'prev' }),
    message({ type: 'goTo', stop: 4 }),
    message({ type: 'goTo', scene: 'agent', step: 0 }),
    message({ type: 'pause' }),
  ]);
});

test.each<[string, object]>([
  ['of another origin', { origin: 'https://evil.example' }],
  ['of another window', { source: window }],
  ['of another version', { data: { ...READY, understudy: 2 } }],
  ['without a state', { data: { understudy: 1 } }],
  ['that is null', { data: null }],
  ['that is a text', { data: 'ready' }],
])('ignores a message %s', (_, from) => {
  const { demo, report, events } = open();
  report({}, from);
  expect([demo.state, events]).toEqual(['loading', []]);
});

test('properties and attributes are the same', () => {
  const { demo, report } = open();
  expect([demo.autoplay, demo.captions, demo.controls, demo.stop, demo.poster]).toEqual([false, false, true, '', '']);
  report();
  Object.assign(demo, { captions: true, controls: false });
  expect(demo.getAttribute('controls')).toBe('off');
  expect(sent.at(-1)).toEqual(message({ type: 'set', theme: 'dark', captions: true, controls: false }));
  Object.assign(demo, { captions: false, controls: true, stop: '#/agent/1' });
  expect([demo.hasAttribute('captions'), demo.getAttribute('controls'), demo.getAttribute('stop')]).toEqual([false, '', '#/agent/1']);
  Object.assign(demo, { controls: 'off', captions: '' });
  expect([demo.controls, demo.captions]).toEqual([false, true]);
  Object.assign(demo, { controls: undefined, captions: null, stop: 3 });
  expect([demo.controls, demo.captions, demo.stop]).toEqual([true, false, '3']);
  Object.assign(demo, { stop: null });
  expect(demo.hasAttribute('stop')).toBe(false);
});

test('properties that were set before the element was inserted count', () => {
  const demo = document.createElement('understudy-demo');
  Object.defineProperty(demo, 'src', { value: `${DEMO}/late/`, configurable: true, writable: true });
  document.body.append(demo);
  expect(demo.getAttribute('src')).toBe(`${DEMO}/late/`);
});

test('a changed stop moves a started story, and shows behind the poster of another', () => {
  const { demo, report, frame } = open('theme="auto"');
  const [address] = frame().src.split('#');
  report();
  demo.stop = 'agent/1';
  // The address asks for other options now, and has no stop without the attribute.
  scheme = 'light';
  Object.assign(demo, { captions: true, controls: false, stop: 'agent/2' });
  demo.removeAttribute('stop');
  expect(replaced).toEqual([`${address}#/agent/1`, `${address}#/agent/2`, `${address}#/`]);
  report({ state: 'settled' });
  demo.stop = '7';
  expect(sent.at(-1)).toEqual(message({ type: 'goTo', stop: 7 }));
});

test('without a stop of its own it begins at that of the address', () => {
  document.body.innerHTML = `<understudy-demo src="${DEMO}/talk/#/agent/2" stop="3" loading="eager"></understudy-demo>`;
  document.querySelector('understudy-demo')!.stop = '';
  expect(replaced[0]).toContain('#/agent/2');
});

test('the poster covers the story until it is started, by whomever', () => {
  const { demo, report } = open('poster="/first.png"');
  const poster = () => demo.shadowRoot!.querySelector('button');
  expect([poster()!.ariaLabel, poster()!.querySelector('img')!.src]).toEqual(['Play: Demo', new URL('/first.png', location.href).href]);
  report();
  poster()!.click();
  expect(sent.at(-1)).toEqual(message({ type: 'start' }));
  expect(poster()).not.toBeNull();
  report({ state: 'playing' });
  expect(poster()).toBeNull();
  demo.poster = '/second.png';
  expect(poster()).toBeNull();
});

test('autoplay plays while half of it is in view, and leaves the reader alone who took over', () => {
  const { report } = open('autoplay');
  const last = () => sent.splice(0).at(-1);
  report();
  expect(last()).toEqual(OPTIONS);
  show(0.6);
  expect(sent.splice(0)).toEqual([message({ type: 'start' }), message({ type: 'play' })]);
  report({ state: 'playing', autoplay: true });
  show(0.2);
  expect(last()).toEqual(message({ type: 'pause' }));
  report({ state: 'settled', autoplay: false });
  show(0.5);
  expect(last()).toEqual(message({ type: 'play' }));
  // The reader presses a key, which ends it.
  report({ state: 'settled', autoplay: false, stop: 1 });
  show(0.1);
  show(0.9);
  expect(last()).toBeUndefined();
});

test('autoplay leaves the poster to readers who prefer reduced motion', () => {
  reducedMotion = true;
  const { report } = open('autoplay');
  report();
  show(1);
  expect(sent).toEqual([OPTIONS]);
});

test.each(['javascript:alert(1)', '', 'data:text/html,x', 'http://['])('src="%s" is refused in the element, with no frame', (src) => {
  const { demo, events, frame } = open();
  demo.src = src;
  expect([demo.state, frame(), events]).toEqual(['failed', null, ['failed']]);
  expect(demo.shadowRoot!.querySelector('[role=alert]')!.textContent).toContain(`src must be the address of a demo, not "${src}".`);
});

test('says with a link that the story does not answer, and plays it should it answer later', () => {
  const { demo, report, events } = open();
  const alert = () => demo.shadowRoot!.querySelector('[role=alert]');
  vi.advanceTimersByTime(29_999);
  expect(alert()).toBeNull();
  vi.advanceTimersByTime(1);
  expect(alert()!.textContent).toContain('The demo does not answer.');
  expect(alert()!.querySelector('a')!.href).toBe(`${DEMO}/talk/?user=ann`);
  expect(demo.state).toBe('failed');
  report();
  expect([alert(), demo.state, events]).toEqual([null, 'poster', ['failed', 'ready 0']]);
});

test('a removed element listens to nothing; inserted again, it goes on at its stop', () => {
  const add = vi.spyOn(globalThis, 'addEventListener');
  const remove = vi.spyOn(globalThis, 'removeEventListener');
  const { demo, report, frame } = open();
  report({ state: 'settled', stop: 5 });
  const { contentWindow: source } = frame();
  demo.remove();
  expect(observers.some(({ isObserving }) => isObserving)).toBe(false);
  expect(remove.mock.calls).toEqual(add.mock.calls);
  expect(vi.getTimerCount()).toBe(0);
  dispatchEvent(Object.assign(new Event('message'), { source, origin: DEMO, data: READY }));
  expect([demo.state, frame()]).toEqual(['idle', null]);
  document.body.append(demo);
  show(0.1);
  report();
  expect(sent.at(-1)).toEqual(message({ type: 'goTo', stop: 5 }));
});

test.each<[string, (demo: UnderstudyDemo) => void]>([
  ['while it is shown', () => {}],
  ['while it is removed', (demo) => demo.remove()],
])('another src %s begins anew', (_, prepare) => {
  const { demo, report, frame } = open();
  report({ state: 'settled', stop: 5 });
  prepare(demo);
  demo.src = 'https://other.example/';
  document.body.append(demo);
  expect([demo.state, demo.stops]).toEqual(['idle', 0]);
  show(0.1);
  expect(frame().src).toContain('https://other.example/?');
  sent = [];
  report({}, { origin: 'https://other.example' });
  expect(sent.map(([data]) => data)).toEqual([OPTIONS[0]]);
});

test('commands that wait are for the story they were given for, and begin at the stop that was set last', () => {
  const demo = document.createElement('understudy-demo');
  demo.goTo(2);
  demo.src = `${DEMO}/talk/`;
  document.body.append(demo);
  show(0.1);
  demo.remove();
  demo.stop = 'terminal/1';
  document.body.append(demo);
  show(0.1);
  const frame = demo.shadowRoot!.querySelector('iframe')!;
  expect(frame.src).toContain('#/terminal/1');
  dispatchEvent(Object.assign(new Event('message'), { source: frame.contentWindow, origin: DEMO, data: READY }));
  expect(sent).toEqual([OPTIONS, message({ type: 'start' })]);
});

test('a changed aria-label names the frame and the poster', () => {
  const { demo, report, frame } = open('poster="/first.png"');
  const names = () => [frame().title, demo.shadowRoot!.querySelector('button')!.ariaLabel];
  demo.setAttribute('aria-label', 'Sign-in');
  expect(names()).toEqual(['Sign-in', 'Play: Sign-in']);
  demo.removeAttribute('aria-label');
  report();
  expect(names()).toEqual(['A demo', 'Play: A demo']);
});

test('autoplay that is taken away pauses, and once it is given again plays in view', () => {
  const { demo, report } = open('autoplay');
  const last = () => sent.splice(0).at(-1);
  show(0.6);
  report();
  expect(last()).toEqual(message({ type: 'play' }));
  report({ state: 'playing', autoplay: true });
  demo.autoplay = false;
  expect(last()).toEqual(message({ type: 'pause' }));
  report({ state: 'settled', autoplay: false });
  demo.autoplay = true;
  expect(last()).toEqual(message({ type: 'play' }));
  demo.autoplay = false;
  show(0.1);
  demo.autoplay = true;
  sent = [];
  show(0.9);
  expect(last()).toEqual(message({ type: 'play' }));
});

test('theme="auto" follows the scheme of the page around it', () => {
  scheme = 'light';
  const { demo, report, frame } = open('theme="auto"');
  expect(frame().src).toContain('theme=light');
  report();
  scheme = 'dark';
  // The DOM of the tests does not know this event either.
  demo.shadowRoot!.querySelector('div')!.ontransitionend!({} as TransitionEvent);
  expect(sent.at(-1)).toEqual(OPTIONS);
});

test('in a page from a disk the story plays, and the element does not wait for an answer', () => {
  vi.stubGlobal('origin', 'null');
  const { demo, frame } = open('poster="/first.png"');
  expect(frame().src).toBe(`${DEMO}/talk/?user=ann&embed=&theme=dark#/`);
  demo.shadowRoot!.querySelector('button')!.click();
  expect(demo.shadowRoot!.querySelector('button')).toBeNull();
  vi.advanceTimersByTime(60_000);
  expect([demo.state, sent]).toEqual(['loading', []]);
});

import type { EmbedOptions, EmbedState } from '../core/embed';
import { applyEarlyProperties, ATTRIBUTES, reflectAttributes, type Attributes } from './attributes';
import type { DemoEventTarget, UnderstudyDemoEventMap } from './events';
import { frameUrl, parseSource, stopFields, type StopName } from './frameUrl';
import { isMute, openFrame, type Frame, type HostMessage } from './openFrame';
import { applyStyle, create, createFailure, createPoster } from './parts';

/** How far above or below the window the story begins to load. */
const NEAR = '600px 0px';
/** The part of the element that must be in view for it to play by itself. */
const IN_VIEW = 0.5;

/** A server has no elements, and may load the module all the same. */
const Base = (globalThis.HTMLElement ?? Object) as unknown as new () => Attributes & DemoEventTarget & HTMLElement;

/** `<understudy-demo src="…">`: a built story in a frame of this page. ADR 062 */
export class UnderstudyDemo extends Base {
  static readonly observedAttributes: readonly string[] = [...ATTRIBUTES, 'aria-label'];

  readonly #root = this.attachShadow({ mode: 'open' });
  /** The background. Its colour tells the scheme of the element. */
  #scheme: HTMLElement | undefined;
  #source: URL | undefined;
  #frame: Frame | undefined;
  #current: EmbedState | undefined;
  #poster: HTMLElement | undefined;
  #failure: HTMLElement | undefined;
  /** Sent once the story is ready. */
  #queue: HostMessage[] = [];
  #observers: IntersectionObserver[] = [];
  #isInView = false;
  #waitsForView = false;

  /** What the story is doing: `idle` before it loads, `poster` until it is started. */
  get state(): 'idle' | 'loading' | 'failed' | EmbedState['state'] {
    return this.#failure ? 'failed' : (this.#current?.state ?? (this.#frame ? 'loading' : 'idle'));
  }

  /** How many stops the story has; 0 before it is ready. */
  get stops(): number {
    return this.#current?.stops ?? 0;
  }

  /** Where the story is; undefined before it is ready. */
  get current(): EmbedState | undefined {
    return this.#current;
  }

  /** Loads the story if it has not, and plays its stop. */
  start(): void {
    this.#send({ type: 'start' });
  }

  next(): void {
    this.#send({ type: 'next' });
  }

  prev(): void {
    this.#send({ type: 'prev' });
  }

  /** Shows a stop: `scene/step`, or a number counted from 0. */
  goTo(stop: StopName): void {
    this.#send({ type: 'goTo', ...stopFields(stop) });
  }

  /** Goes from stop to stop by itself, until the reader takes over. */
  play(): void {
    // Builds before 0.3 know only the first.
    this.start();
    this.#send({ type: 'play' });
  }

  pause(): void {
    this.#send({ type: 'pause' });
  }

  connectedCallback(): void {
    applyEarlyProperties(this);
    applyStyle(this.#root);
    this.#open();
  }

  /** A frame loads again where it is inserted; the story then goes on at its stop. */
  disconnectedCallback(): void {
    if (this.#isStarted) this.#queue = [{ type: 'goTo', stop: this.#current!.stop }];
    this.#close();
  }

  /** Keeps the frame when the element is moved by `moveBefore()`. */
  connectedMoveCallback(): void {}

  attributeChangedCallback(name: string, before: string | null, value: string | null): void {
    if (before === value) return;
    // Commands that wait were for the story before; a stop that is set counts before one that was gone to.
    if (name === 'src' && before) this.#queue = [];
    if (name === 'stop') this.#queue = this.#queue.map((message) => (message.type === 'goTo' ? { type: 'start' } : message));
    if (!this.#scheme?.isConnected) return;
    if (name === 'src') this.#open();
    else if (name === 'poster') this.#showPoster();
    else if (name === 'aria-label') this.#showLabel();
    else if (name === 'loading') this.#loadEagerly();
    else if (name === 'autoplay') this.#followAutoplay();
    else if (name !== 'stop') this.#sendOptions();
    else if (value !== null && this.#isStarted) this.goTo(value);
    else if (this.#source) this.#frame?.showHash(frameUrl(this.#source, this.stop, this.#options).hash);
  }

  get #isStarted(): boolean {
    return (this.#current?.state ?? 'poster') !== 'poster';
  }

  get #options(): Required<EmbedOptions> {
    const theme = getComputedStyle(this.#scheme!).color === 'rgb(0, 0, 0)' ? 'light' : 'dark';
    return { theme, captions: this.captions, controls: this.controls };
  }

  #open(): void {
    this.#close();
    this.#scheme = create('div', { ontransitionend: () => this.#sendOptions() });
    this.#root.append(this.#scheme);
    this.#source = parseSource(this.src);
    if (!this.#source) return this.#fail(`src must be the address of a demo, not "${this.src}".`);
    this.#showPoster();
    this.#observe({ rootMargin: NEAR }, ({ isIntersecting }) => isIntersecting && this.#load());
    this.#observe({ threshold: IN_VIEW }, ({ intersectionRatio }) => {
      // Fractions of pixels may leave it a little short.
      this.#isInView = intersectionRatio > IN_VIEW - 0.05;
      this.#playInView();
    });
    this.#loadEagerly();
  }

  #close(): void {
    for (const observer of this.#observers.splice(0)) observer.disconnect();
    this.#frame?.close();
    this.#frame = this.#current = this.#failure = undefined;
    this.#isInView = this.#waitsForView = false;
    this.#root.replaceChildren();
  }

  #observe(options: IntersectionObserverInit, onChange: (entry: IntersectionObserverEntry) => void): void {
    const observer = new IntersectionObserver((entries) => entries.forEach(onChange), options);
    observer.observe(this);
    this.#observers.push(observer);
  }

  #loadEagerly(): void {
    if (this.loading === 'eager') this.#load();
  }

  #load(): void {
    if (this.#frame || !this.#source) return;
    this.#frame = openFrame(frameUrl(this.#source, this.stop, this.#options), {
      onState: (state) => this.#update(state),
      onSilence: () => this.#fail('The demo does not answer.', this.#source?.href),
    });
    this.#scheme?.after(this.#frame.element);
    this.#showLabel();
  }

  #send(message: HostMessage): void {
    if (this.#current) this.#frame?.send(message);
    else {
      this.#queue.push(message);
      if (this.isConnected) this.#load();
    }
  }

  #sendOptions(): void {
    if (this.#current) this.#send({ type: 'set', ...this.#options });
  }

  #followAutoplay(): void {
    this.#waitsForView = true;
    if (this.autoplay) this.#playInView();
    else if (this.#current) this.pause();
  }

  #playInView(): void {
    if (!this.#current || !this.autoplay) return;
    if (this.#isInView) {
      if (this.#isStarted && !this.#waitsForView) return;
      this.#waitsForView = false;
      if (!matchMedia('(prefers-reduced-motion)').matches) this.play();
    } else if (this.#current.autoplay) {
      this.#waitsForView = true;
      this.pause();
    }
  }

  #update(state: EmbedState): void {
    const before = this.#current;
    const wasStarted = this.#isStarted;
    this.#current = state;
    this.#failure?.remove();
    this.#failure = undefined;
    if (!before) {
      this.#sendOptions();
      for (const message of this.#queue.splice(0)) this.#send(message);
      this.#showLabel();
      this.#emit('ready', state);
      this.#playInView();
    }
    if (this.#isStarted && !wasStarted) {
      this.#hidePoster();
      this.#emit('start', state);
    }
    const hasMoved = before?.stop !== state.stop;
    if (before && hasMoved) this.#emit('stopchange', state);
    if (state.state === 'settled' && (hasMoved || before?.state !== 'settled')) this.#emit('settled', state);
  }

  #showLabel(): void {
    const label = this.ariaLabel || this.#current?.story || 'Demo';
    if (this.#frame) this.#frame.element.title = label;
    if (this.#poster) this.#poster.ariaLabel = `Play: ${label}`;
  }

  #showPoster(): void {
    this.#poster?.remove();
    if (!this.poster || this.#isStarted) return;
    this.#poster = createPoster(this.poster, () => {
      this.start();
      if (isMute()) this.#hidePoster();
    });
    this.#root.append(this.#poster);
    this.#showLabel();
  }

  /** Who pressed play there goes on with the keys of the story. */
  #hidePoster(): void {
    const hadFocus = this.#poster?.matches(':focus');
    this.#poster?.remove();
    if (hadFocus) this.#frame?.element.focus();
  }

  #fail(message: string, href?: string): void {
    this.#failure?.remove();
    this.#root.append((this.#failure = createFailure(message, href)));
    this.#emit('failed', { message });
  }

  #emit<K extends keyof UnderstudyDemoEventMap>(name: K, detail: UnderstudyDemoEventMap[K]['detail']): void {
    this.dispatchEvent(new CustomEvent(name, { detail }));
  }
}

reflectAttributes(UnderstudyDemo.prototype);

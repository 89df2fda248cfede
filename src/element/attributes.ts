const TEXTS = ['src', 'stop', 'poster', 'theme', 'loading'] as const;
const SWITCHES = ['autoplay', 'captions', 'controls'] as const;
type Switch = (typeof SWITCHES)[number];

/** The attributes of the element as its properties. */
export interface Attributes extends Record<(typeof TEXTS)[number], string>, Record<Switch, boolean> {
  /** Address of a built story: its folder, page or `standalone.html`. */
  src: string;
  /** The stop to begin at: `scene/step`, or a number counted from 0. */
  stop: string;
  /** Address of a picture that is shown until the story is started. */
  poster: string;
  /** `dark`, `light`, or `auto` for the colour scheme of the page around the element. @default 'dark' */
  theme: string;
  /** `eager` loads the story before it is near the window. */
  loading: string;
  /** Plays by itself while it is in view, unless the reader prefers reduced motion. */
  autoplay: boolean;
  /** Whether the band with captions is shown. */
  captions: boolean;
  /** Whether the bar with controls is shown. @default true */
  controls: boolean;
}

export const ATTRIBUTES = [...TEXTS, ...SWITCHES] as const;

/**
 * Returns whether a switch is on. As everywhere in HTML it is on if the attribute is there, but `off`, and `false`, which some frameworks
 * write, turn it off. Controls are on by themselves.
 */
function isOn(element: Element, name: Switch): boolean {
  return !/^(?:off|false)$/u.test(element.getAttribute(name) ?? (name === 'controls' ? '' : 'off'));
}

/** Adds a property for each attribute to `prototype`. */
export function reflectAttributes(prototype: HTMLElement): void {
  for (const name of ATTRIBUTES) {
    const isSwitch = SWITCHES.includes(name as Switch);
    Object.defineProperty(prototype, name, {
      configurable: true,
      get(this: HTMLElement) {
        return isSwitch ? isOn(this, name as Switch) : (this.getAttribute(name) ?? '');
      },
      set(this: HTMLElement, value: string | boolean | null = null) {
        const off = name === 'controls' ? 'off' : null;
        // A text such as `off` is that of the attribute, which React writes for the attribute of JSX.
        const text = value === null || !isSwitch || typeof value === 'string' ? value : value ? '' : off;
        if (text === null) this.removeAttribute(name);
        else this.setAttribute(name, text as string);
      },
    });
  }
}

/** Sets again what was set before the element was defined, as such properties hide those of its class. */
export function applyEarlyProperties(element: HTMLElement): void {
  const properties = element as unknown as Record<string, unknown>;
  for (const name of ATTRIBUTES) {
    if (!Object.hasOwn(element, name)) continue;
    const value = properties[name];
    delete properties[name];
    properties[name] = value;
  }
}

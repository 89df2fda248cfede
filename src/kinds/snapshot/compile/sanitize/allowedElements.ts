import type { RemovalKind } from './removals';

const words = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/u));

/** HTML elements that show something and do nothing. */
export const HTML_ELEMENTS = words(`
  html head body title style
  address article aside footer header h1 h2 h3 h4 h5 h6 hgroup main nav section search
  blockquote dd div dl dt figcaption figure hr li menu ol p pre ul
  a abbr b bdi bdo br cite code data dfn em i kbd label mark q rp rt ruby s samp small span strong sub sup time u var wbr
  ins del img picture map area canvas
  caption col colgroup table tbody td tfoot th thead tr
  button datalist fieldset form input legend meter optgroup option output progress select selectedcontent textarea
  details summary dialog slot template
  center font big tt strike nobr acronym
`);

/** What is removed with all that is in it, and how the report calls it. */
export const REMOVED_ELEMENTS: Readonly<Record<string, RemovalKind>> = {
  script: 'script',
  noscript: 'noscript',
  iframe: 'frame',
  frame: 'frame',
  frameset: 'frame',
  noframes: 'frame',
  portal: 'frame',
  fencedframe: 'frame',
  controlledframe: 'frame',
  object: 'plugin',
  embed: 'plugin',
  applet: 'plugin',
  param: 'plugin',
  noembed: 'plugin',
  audio: 'media',
  video: 'media',
  source: 'media',
  track: 'media',
  bgsound: 'media',
  link: 'resource',
  meta: 'resource',
  base: 'base',
  xmp: 'element',
  plaintext: 'element',
  listing: 'element',
  annotation: 'element',
  'annotation-xml': 'element',
  animate: 'motion',
  animateMotion: 'motion',
  animateTransform: 'motion',
  animateColor: 'motion',
  set: 'motion',
  mpath: 'motion',
  discard: 'motion',
  handler: 'script',
  listener: 'script',
  feImage: 'foreign',
};

/** Names of custom elements, without those that SVG and MathML reserve. */
export function isCustomElement(name: string): boolean {
  return (
    /^[a-z][a-z0-9._]*-[a-z0-9._-]*$/u.test(name) && !/^(?:annotation-xml|color-profile|font-face(?:-\w+)?|missing-glyph)$/u.test(name)
  );
}

/** Elements that may have a shadow root, beside custom elements. Source: DOM, 4.9 */
const SHADOW_HOSTS = words('article aside blockquote body div footer h1 h2 h3 h4 h5 h6 header main nav p section span');

export function canHaveShadowRoot(name: string): boolean {
  return SHADOW_HOSTS.has(name) || isCustomElement(name);
}

/** SVG elements that draw. Titles and descriptions may contain HTML and are left out. */
export const SVG_ELEMENTS = words(`
  svg g defs symbol use path rect circle ellipse line polyline polygon text tspan textPath image marker switch
  linearGradient radialGradient stop clipPath mask pattern filter foreignObject
  feBlend feColorMatrix feComponentTransfer feComposite feConvolveMatrix feDiffuseLighting feDisplacementMap feDistantLight feDropShadow
  feFlood feFuncA feFuncB feFuncG feFuncR feGaussianBlur feMerge feMergeNode feMorphology feOffset fePointLight feSpecularLighting
  feSpotLight feTile feTurbulence
`);

/** MathML elements that contain elements, and those that contain text. */
export const MATHML_ELEMENTS = words(`
  math mrow mfrac msqrt mroot mstyle merror mpadded mphantom menclose msub msup msubsup munder mover munderover mmultiscripts
  mprescripts none mfenced mtable mtr mtd mspace semantics mi mn mo mtext ms
`);
export const MATHML_TEXT_ELEMENTS = words('mi mn mo mtext ms');

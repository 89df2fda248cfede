const words = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/u));

/** Attributes of every element. */
const GLOBAL_ATTRIBUTES = words('class id title lang dir hidden role style part slot exportparts translate popover inert');

/** Attributes of HTML elements that set how they look or what they show. Addresses are handled apart. */
const HTML_ATTRIBUTES: Readonly<Record<string, ReadonlySet<string>>> = {
  style: words('media'),
  img: words('alt width height align border hspace vspace'),
  canvas: words('width height'),
  area: words('alt shape coords'),
  ol: words('start reversed type'),
  ul: words('type'),
  li: words('value type'),
  table: words('border cellpadding cellspacing width height align bgcolor rules frame summary'),
  caption: words('align'),
  col: words('span width align valign'),
  colgroup: words('span width align valign'),
  tbody: words('align valign'),
  thead: words('align valign'),
  tfoot: words('align valign'),
  tr: words('align valign bgcolor height'),
  td: words('colspan rowspan headers scope width height align valign bgcolor nowrap'),
  th: words('colspan rowspan headers scope abbr width height align valign bgcolor nowrap'),
  input: words('type value alt placeholder checked disabled readonly required size maxlength min max step multiple name'),
  button: words('disabled type value'),
  select: words('disabled required size multiple'),
  option: words('selected disabled label value'),
  optgroup: words('disabled label'),
  textarea: words('rows cols placeholder disabled readonly required wrap maxlength'),
  fieldset: words('disabled'),
  label: words('for'),
  output: words('for'),
  progress: words('value max'),
  meter: words('value min max low high optimum'),
  details: words('open'),
  dialog: words('open'),
  time: words('datetime'),
  data: words('value'),
  slot: words('name'),
  template: words('shadowrootmode'),
  font: words('color size face'),
  hr: words('align size width color noshade'),
  body: words('bgcolor text'),
  div: words('align'),
  p: words('align'),
  h1: words('align'),
  h2: words('align'),
  h3: words('align'),
  h4: words('align'),
  h5: words('align'),
  h6: words('align'),
  br: words('clear'),
  q: words(''),
};

/** Geometry and presentation of SVG, as the parser writes the names. Those of paint servers may contain `url(#…)`. */
const SVG_ATTRIBUTES = words(`
  x y x1 y1 x2 y2 cx cy r rx ry fx fy fr dx dy d points width height viewBox preserveAspectRatio transform pathLength rotate
  gradientUnits gradientTransform spreadMethod offset patternUnits patternContentUnits patternTransform
  clipPathUnits maskUnits maskContentUnits filterUnits primitiveUnits markerUnits markerWidth markerHeight orient refX refY
  lengthAdjust textLength startOffset method spacing side
  fill fill-opacity fill-rule stroke stroke-width stroke-opacity stroke-linecap stroke-linejoin stroke-miterlimit stroke-dasharray
  stroke-dashoffset opacity color display visibility overflow clip-path clip-rule mask filter marker-start marker-mid marker-end
  stop-color stop-opacity flood-color flood-opacity lighting-color color-interpolation color-interpolation-filters shape-rendering
  text-rendering image-rendering vector-effect paint-order pointer-events mask-type transform-origin mix-blend-mode
  font-family font-size font-weight font-style font-variant font-stretch letter-spacing word-spacing text-anchor text-decoration
  dominant-baseline alignment-baseline baseline-shift writing-mode direction unicode-bidi
  in in2 result stdDeviation mode operator k1 k2 k3 k4 type values tableValues slope intercept amplitude exponent radius scale
  xChannelSelector yChannelSelector baseFrequency numOctaves seed stitchTiles azimuth elevation pointsAtX pointsAtY pointsAtZ z
  specularConstant specularExponent surfaceScale diffuseConstant kernelMatrix order bias divisor targetX targetY edgeMode
  preserveAlpha limitingConeAngle version focusable
`);

/** Attributes of SVG whose value may name a part of the page by `url(#…)`; their values are read as styles. */
export const SVG_STYLE_ATTRIBUTES = words(
  'fill stroke mask filter clip-path marker-start marker-mid marker-end color stop-color flood-color lighting-color',
);

const MATHML_ATTRIBUTES = words(`
  display mathvariant mathsize mathcolor mathbackground displaystyle scriptlevel stretchy symmetric fence separator form lspace rspace
  minsize maxsize movablelimits accent accentunder linethickness width height depth voffset columnalign rowalign columnspan rowspan
  notation
`);

/** Attributes of HTML that do or load something, on whichever element: no style brings them back. */
const ACTING_ATTRIBUTES = words(`
  accesskey action allow allowfullscreen archive as attributionsrc autocapitalize autocomplete autocorrect autofocus autoplay background
  behavior blocking charset cite classid code codebase command commandfor content contenteditable controls crossorigin data decoding
  dirname download dynsrc enctype enterkeyhint fetchpriority form formaction formenctype formmethod formnovalidate formtarget href
  http-equiv imagesizes imagesrcset inputmode integrity interestfor is ismap list loading longdesc loop lowsrc manifest method minlength
  muted nonce novalidate pattern ping playsinline popovertarget popovertargetaction poster preload privatetoken profile referrerpolicy
  sandbox shadowrootmode sizes src srcdoc srclang srcset tabindex target usemap webkitdirectory writingsuggestions xmlns
`);

function doesAct(name: string, element: string): boolean {
  // Elements with such a name hide properties of the document from the view.
  if (name === 'name') return element === 'img' || element === 'form';
  return ACTING_ATTRIBUTES.has(name) || /^(?:on|src|form|shadowroot)/u.test(name);
}

export type AttributeSpace = 'html' | 'svg' | 'mathml';

/**
 * Whether an attribute may stay as it is, or after its value was cleaned. `styled` are the names that selectors of the page's styles have:
 * an attribute of the author's own stays only if it decides how the page looks.
 */
export function isAllowedAttribute(name: string, element: string, space: AttributeSpace, styled: ReadonlySet<string>): boolean {
  // The build marks elements for steps itself.
  if (name.startsWith('data-snapshot')) return false;
  // Frameworks mark elements for their styles; no attribute of HTML begins so.
  if (/^_[\w-]+$/u.test(name)) return styled.has(name);
  if (!/^[a-z][\w-]*$/iu.test(name)) return false;
  if (GLOBAL_ATTRIBUTES.has(name) || /^aria-[a-z]+$/u.test(name)) return true;
  if (name.startsWith('data-')) return styled.has(name) || name === 'data-capture-scroll';
  if (space === 'svg') return SVG_ATTRIBUTES.has(name);
  if (space === 'mathml') return MATHML_ATTRIBUTES.has(name);
  if (Object.hasOwn(HTML_ATTRIBUTES, element) && HTML_ATTRIBUTES[element]!.has(name)) return true;
  return styled.has(name) && !doesAct(name, element);
}

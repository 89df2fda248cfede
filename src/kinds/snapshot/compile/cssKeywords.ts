/** Words of the language CSS that stand where names of the author's could: they say nothing of a page, and no page works without them. */
export const CSS_KEYWORDS: ReadonlySet<string> = new Set(
  `
  inherit initial unset revert revert-layer none auto normal all to from and or not only style
  absolute relative fixed sticky static block inline inline-block flex inline-flex grid inline-grid contents table table-row table-cell
  flow flow-root list-item ruby run-in hidden visible scroll clip collapse
  row column row-reverse column-reverse wrap nowrap wrap-reverse dense start end center left right top bottom middle baseline stretch
  flex-start flex-end self-start self-end space-between space-around space-evenly safe unsafe first last both self
  min-content max-content fit-content auto-fill auto-fit subgrid masonry span
  bold bolder lighter italic oblique small-caps condensed expanded semi-condensed semi-expanded extra-condensed ultra-condensed
  extra-expanded ultra-expanded larger smaller small medium large x-small xx-small x-large xx-large xxx-large thin thick
  serif sans-serif monospace cursive fantasy system-ui ui-serif ui-sans-serif ui-monospace ui-rounded emoji math fangsong
  -apple-system blinkmacsystemfont arial helvetica verdana tahoma georgia times roboto inter menlo monaco consolas courier
  caption icon menu message-box small-caption status-bar
  solid dashed dotted double groove ridge inset outset underline overline line-through blink wavy uppercase lowercase capitalize
  justify justify-all match-parent pre pre-wrap pre-line break-spaces break-word break-all keep-all anywhere balance pretty stable
  pointer default text move help wait progress grab grabbing crosshair not-allowed no-drop zoom-in zoom-out copy alias cell
  col-resize row-resize e-resize w-resize n-resize s-resize ew-resize ns-resize nesw-resize nwse-resize all-scroll vertical-text
  content-box border-box padding-box margin-box fill-box stroke-box view-box content
  repeat repeat-x repeat-y no-repeat round space cover contain fill scale-down local
  ease ease-in ease-out ease-in-out linear step-start step-end infinite reverse alternate alternate-reverse forwards backwards running
  paused transform opacity color background-color filter width height margin padding
  decimal disc circle square lower-alpha upper-alpha lower-latin upper-latin lower-roman upper-roman lower-greek inside outside
  currentcolor transparent canvas canvastext linktext buttonface buttontext field fieldtext highlight highlighttext graytext mark marktext
  accentcolor accentcolortext activetext visitedtext buttonborder selecteditem selecteditemtext
  multiply screen overlay darken lighten color-dodge color-burn hard-light soft-light difference exclusion hue saturation luminosity
  isolate isolate-override plaintext embed ltr rtl horizontal-tb vertical-rl vertical-lr sideways upright mixed
  antialiased subpixel-antialiased grayscale optimizelegibility optimizespeed geometricprecision crisp-edges pixelated
  manipulation pan-x pan-y pinch-zoom smooth mandatory proximity x y always avoid page element layout paint size strict inline-size
  button textfield searchfield menulist checkbox radio light dark manual open closed evenodd nonzero butt bevel miter above below
  srgb oklab oklch in at closest-side closest-corner farthest-side farthest-corner important tabular-nums lining-nums
  aliceblue antiquewhite aqua aquamarine azure beige bisque black blanchedalmond blue blueviolet brown burlywood cadetblue chartreuse
  chocolate coral cornflowerblue cornsilk crimson cyan darkblue darkcyan darkgoldenrod darkgray darkgreen darkgrey darkkhaki
  darkmagenta darkolivegreen darkorange darkorchid darkred darksalmon darkseagreen darkslateblue darkslategray darkturquoise
  darkviolet deeppink deepskyblue dimgray dodgerblue firebrick floralwhite forestgreen fuchsia gainsboro ghostwhite gold goldenrod
  gray green greenyellow grey honeydew hotpink indianred indigo ivory khaki lavender lavenderblush lawngreen lemonchiffon lightblue
  lightcoral lightcyan lightgray lightgreen lightgrey lightpink lightsalmon lightseagreen lightskyblue lightyellow lime limegreen
  linen magenta maroon mediumblue mediumorchid mediumpurple mediumseagreen midnightblue mintcream mistyrose moccasin navajowhite navy
  oldlace olive olivedrab orange orangered orchid palegreen paleturquoise papayawhip peachpuff peru pink plum powderblue purple
  rebeccapurple red rosybrown royalblue saddlebrown salmon sandybrown seagreen seashell sienna silver skyblue slateblue slategray
  snow springgreen steelblue tan teal thistle tomato turquoise violet wheat white whitesmoke yellow yellowgreen
  `
    .trim()
    .split(/\s+/u),
);

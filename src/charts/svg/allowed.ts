/** Elements allowed in a drawing: shapes, texts, gradients, patterns, masks, filters. No scripts, no animation, no links, no
 *  outside files. @see https://www.w3.org/TR/SVG2/ */
export const elements: ReadonlySet<string> = new Set(
  `svg g defs symbol use title desc switch style
  path rect circle ellipse line polyline polygon text tspan textPath image
  linearGradient radialGradient stop pattern clipPath mask marker
  filter feBlend feColorMatrix feComponentTransfer feComposite feConvolveMatrix feDiffuseLighting feDisplacementMap
  feDistantLight feDropShadow feFlood feFuncA feFuncB feFuncG feFuncR feGaussianBlur feMerge feMergeNode feMorphology
  feOffset fePointLight feSpecularLighting feSpotLight feTile feTurbulence`.split(/\s+/),
)

/** Properties that a drawing writes as attributes and in its styles alike. */
export const properties: ReadonlySet<string> = new Set(
  `alignment-baseline baseline-shift clip-path clip-rule color color-interpolation color-interpolation-filters
  direction display dominant-baseline fill fill-opacity fill-rule filter flood-color flood-opacity font font-family
  font-feature-settings font-size font-size-adjust font-stretch font-style font-variant font-weight glyph-orientation-vertical
  image-rendering isolation letter-spacing lighting-color line-height marker marker-end marker-mid marker-start mask mask-type
  mix-blend-mode opacity overflow paint-order pointer-events shape-rendering stop-color stop-opacity stroke
  stroke-dasharray stroke-dashoffset stroke-linecap stroke-linejoin stroke-miterlimit stroke-opacity stroke-width text-align
  text-anchor text-decoration text-rendering transform transform-origin unicode-bidi vector-effect visibility white-space
  word-spacing writing-mode`.split(/\s+/),
)

/** Attributes beside these and beside `href`, which is read by itself. */
export const attributes: ReadonlySet<string> = new Set(
  `id class style lang xml:lang xml:space role aria-label aria-hidden
  x y z x1 y1 x2 y2 cx cy r rx ry fx fy fr d points width height viewBox preserveAspectRatio pathLength version
  dx dy rotate textLength lengthAdjust startOffset method spacing side
  gradientUnits gradientTransform spreadMethod offset patternUnits patternContentUnits patternTransform
  clipPathUnits maskUnits maskContentUnits markerUnits markerWidth markerHeight refX refY orient
  filterUnits primitiveUnits in in2 result mode type values tableValues slope intercept amplitude exponent operator
  k1 k2 k3 k4 order kernelMatrix divisor bias targetX targetY edgeMode kernelUnitLength preserveAlpha
  surfaceScale diffuseConstant specularConstant specularExponent limitingConeAngle azimuth elevation
  pointsAtX pointsAtY pointsAtZ scale xChannelSelector yChannelSelector stdDeviation radius baseFrequency numOctaves
  seed stitchTiles systemLanguage requiredFeatures requiredExtensions`.split(/\s+/),
)

/** Functions of a value: colours, numbers, transforms; `url()` of a part of the drawing is read by itself. */
const functions: ReadonlySet<string> = new Set(
  `rgb rgba hsl hsla hwb lab lch oklab oklch color calc min max clamp var
  matrix translate translatex translatey scale scalex scaley rotate skewx skewy
  blur brightness contrast drop-shadow grayscale hue-rotate invert opacity saturate sepia`.split(/\s+/),
)

/** Forbidden part of a drawing, as it was found; null: none. */
type Refused = string | null

/** CSS as a browser understands it: without comments, `u\72l(` in letters. @see https://www.w3.org/TR/css-syntax-3/#consume-escaped-code-point */
function understood(css: string): string {
  return css
    .replace(/\/\*[\s\S]*?(?:\*\/|$)/g, ' ')
    .replace(/\\(?:([0-9a-f]{1,6})[ \t\n\r\f]?|([\s\S]))/gi, (_, hex?: string, sign?: string) => {
      if (hex === undefined) return sign ?? ''
      const point = Number.parseInt(hex, 16)
      return point > 0 && point <= 0x10ffff && (point < 0xd800 || point > 0xdfff)
        ? String.fromCodePoint(point)
        : '\ufffd'
    })
}

/** One value of a property, written anew. */
export function cleanValue(written: string): { value: string; refused: Refused } {
  const value = understood(written)
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/[ ;]+$/, '')
  // Calls are checked, except `url(#a)`: it names a part of the drawing itself.
  const bare = value.replace(/\burl\(\s*(["']?)#[\w.:-]+\1\s*\)/gi, '')
  const called = /([a-z-]*)\(/gi
  for (const { 0: call, 1: name = '' } of bare.matchAll(called))
    if (name !== '' && !functions.has(name.toLowerCase())) return { value: '', refused: call }
  const odd = /[<>{};@\\]|javascript:|data:|\w+:\/\//i.exec(bare)
  return odd ? { value: '', refused: odd[0] } : { value, refused: null }
}

/** Declarations of the properties that are allowed; the others are left out. */
export function cleanDeclarations(written: string): { css: string; refused: Refused } {
  const declarations: string[] = []
  for (const declaration of understood(written).split(';')) {
    const cut = declaration.indexOf(':')
    const name = declaration.slice(0, Math.max(0, cut)).trim().toLowerCase()
    if (name === '') continue
    const { value, refused } = cleanValue(declaration.slice(cut + 1))
    if (refused !== null) return { css: '', refused }
    if (properties.has(name) && value !== '') declarations.push(`${name}:${value}`)
  }
  return { css: declarations.join(';'), refused: null }
}

/** A style sheet: rules with plain selectors; no `@import`, `@font-face` nor any other rule of that kind. */
export function cleanSheet(written: string): { css: string; refused: Refused } {
  const css = understood(written).replace(/<!--|-->/g, ' ')
  const rules: string[] = []
  for (const rule of css.split('}')) {
    const cut = rule.indexOf('{')
    const selector = rule.slice(0, cut === -1 ? undefined : cut).trim()
    const at = /@[\w-]*/.exec(rule)
    if (at) return { css: '', refused: at[0] }
    if (cut === -1) continue
    const { css: declarations, refused } = cleanDeclarations(rule.slice(cut + 1))
    if (refused !== null) return { css: '', refused }
    if (/^[\w\s.#*>,:~+-]+$/.test(selector) && declarations !== '')
      rules.push(`${selector.replace(/\s+/g, ' ')}{${declarations}}`)
  }
  return { css: rules.join('\n'), refused: null }
}

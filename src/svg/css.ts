import { functions, properties } from './allowed.ts'

/** What may not stand in a drawing, as it was found; null: nothing. */
export type Refused = string | null

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
  // What calls for something: `url(#a)` is a part of the drawing itself.
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

declare const unit: unique symbol
/** A colour of the screen: `#rrggbb`. */
export type Hex = string & { readonly [unit]?: 'hex' }

/** The shades of a family, from the accent to the palest ground. */
export type Nuance = 'solid' | 'deep' | 'mid' | 'light' | 'tint'

type Channels = [red: number, green: number, blue: number]

function channels(colour: Hex): Channels {
  const value = /^#([0-9a-f]{6})$/i.exec(colour)?.[1]
  if (value === undefined) throw new RangeError(`not a colour of the form #rrggbb: ${colour}`)
  const channel = (at: number) => Number.parseInt(value.slice(at, at + 2), 16)
  return [channel(0), channel(2), channel(4)]
}

/** @see WCAG 2.2, relative luminance */
function luminance(colour: Hex): number {
  const [red, green, blue] = channels(colour).map(value => {
    const share = value / 255
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  }) as Channels
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

/** From 1 to 21. @see WCAG 2.2, contrast ratio */
export function contrast(one: Hex, other: Hex): number {
  const [light, dark] = [luminance(one), luminance(other)].sort((a, b) => b - a) as [number, number]
  return (light + 0.05) / (dark + 0.05)
}

/** `share` of `colour` (0 to 1), the rest of `other`. */
export function mix(colour: Hex, other: Hex, share: number): Hex {
  const others = channels(other)
  const mixed = channels(colour).map((value, at) =>
    Math.round(value * share + (others[at] ?? 0) * (1 - share)),
  )
  return `#${mixed.map(value => value.toString(16).padStart(2, '0')).join('')}`
}

/** The first step from `colour` towards `goal` that satisfies `holds`, or `goal` itself when none does. */
export function stepTowards(colour: Hex, goal: Hex, holds: (candidate: Hex) => boolean): Hex {
  for (let step = 0; step < 20; step += 1) {
    const candidate = mix(goal, colour, step / 20)
    if (holds(candidate)) return candidate
  }
  return goal
}

// Loaded before a program and each of its threads: the machine's clock stands elsewhere. A file that tells the day differs from
// one made a moment before.
const AHEAD_MS = ((412 * 24 + 7) * 60 + 23) * 60_000
const Real = Date
const now = () => Real.now() + AHEAD_MS

globalThis.Date = new Proxy(Real, {
  construct: (_, parts, target) => Reflect.construct(Real, parts.length === 0 ? [now()] : parts, target),
  apply: () => new Real(now()).toString(),
  get: (_, name) => (name === 'now' ? now : Reflect.get(Real, name)),
})

/** What a process has made of things, for when it makes the same again: of a kit that is built time and again, most documents are
 *  what they were. What has not been asked for long is forgotten. */
export type Memory<Result> = {
  /** What was made under a key that names all that it depends on, or else what `make` gives. It is shared: not to be changed. */
  of(key: string, make: () => Result): Result
}

/** @param limit weight of what is remembered at least; twice as much at most */
export function openMemory<Result>(
  limit: number,
  weigh: (key: string, result: Result) => number,
): Memory<Result> {
  let recent = new Map<string, { result: Result }>()
  let former = new Map<string, { result: Result }>()
  let weight = 0
  return {
    of(key, make) {
      const known = recent.get(key)
      if (known) return known.result
      const found = former.get(key) ?? { result: make() }
      if (weight > limit) {
        former = recent
        recent = new Map()
        weight = 0
      }
      recent.set(key, found)
      weight += weigh(key, found.result)
      return found.result
    },
  }
}

/** Characters of texts that are remembered of one function. */
const TEXTS = 24 * 1024 * 1024

/** Remembers what `make` gives for a text. */
export function remember<Result>(make: (text: string) => Result): (text: string) => Result {
  const memory = openMemory<Result>(TEXTS, text => text.length)
  return text => memory.of(text, () => make(text))
}

/** What a function asks for while it makes something of a text, each by a name: answers are compared as values. */
type Questions = Record<string, (question: string) => string | number | boolean | undefined>

/** Remembers what `make` gave for a text last, as long as it is told what it was told then. */
export function rememberTold<Asks extends Questions, Result>(
  make: (text: string, asks: Asks) => Result,
): (text: string, asks: Asks) => Result {
  type Last = { told: { name: string; question: string; answer: unknown }[]; result: Result }
  const memory = openMemory<{ last: Last | null }>(TEXTS, text => text.length)
  return (text, asks) => {
    const known = memory.of(text, () => ({ last: null }))
    if (known.last?.told.every(({ name, question, answer }) => asks[name]?.(question) === answer))
      return known.last.result
    const told: Last['told'] = []
    const noting = Object.entries(asks).map(([name, ask]) => [
      name,
      (question: string) => {
        const answer = ask(question)
        told.push({ name, question, answer })
        return answer
      },
    ])
    const result = make(text, Object.fromEntries(noting) as Asks)
    known.last = { told, result }
    return result
  }
}

/** Remembers what `make` gives for a thing, as long as the thing itself is there. */
export function rememberOf<Thing extends object, Result>(
  make: (thing: Thing) => Result,
): (thing: Thing) => Result {
  const known = new WeakMap<Thing, { result: Result }>()
  return thing => {
    const found = known.get(thing) ?? { result: make(thing) }
    known.set(thing, found)
    return found.result
  }
}

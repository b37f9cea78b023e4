import type { Copy, Fault } from '../planted-edition.ts'

type Finds = Fault['finds']

const inText =
  (verb: 'edit' | 'editBook') =>
  (what: string, path: string, from: string | RegExp, to: string, finds: Finds): Fault => ({
    what,
    plant: copy => copy[verb](path, text => text.replace(from, to)),
    finds,
  })

/** A text of which something else stands in the place of `from`. */
export const changed = inText('edit')

/** The same in a text of the e-book. */
export const inBook = inText('editBook')

/** A file of JSON in which `change` spoils something. */
export const json = <Value>(
  what: string,
  path: string,
  change: (value: Value) => void,
  finds: Finds,
): Fault => ({
  what,
  plant: ({ edit }: Copy) =>
    edit(path, text => {
      const value = JSON.parse(text) as Value
      change(value)
      return JSON.stringify(value)
    }),
  finds,
})

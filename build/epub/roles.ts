import { type Change, type Element, insert } from '../../src/edit-html.ts'

type Meaning = { type: string | null; role: string }

/** What a block is to a reading system: its word of the EPUB vocabulary where there is one, and its role.
 *  @see https://www.w3.org/TR/epub-ssv-11/ @see https://www.w3.org/TR/dpub-aria-1.1/ */
const meanings: Readonly<Record<string, Meaning>> = {
  exemple: { type: 'example', role: 'doc-example' },
  info: { type: 'tip', role: 'doc-tip' },
}

/** An `aside` without a role is a landmark, and many landmarks without names of their own help nobody: other blocks are notes. */
const note: Meaning = { type: null, role: 'note' }

/** Says the meaning of blocks whose markup does not say it yet. */
export const addRoles = (elements: readonly Element[]): Change[] =>
  elements.flatMap(({ name, attributes, start }) => {
    const block = /^bloc ([\w-]+)/.exec(attributes.get('class')?.value ?? '')?.[1]
    if (name !== 'aside' || block === undefined || attributes.has('epub:type') || attributes.has('role'))
      return []
    const { type, role } = meanings[block] ?? note
    return [insert(start + '<aside'.length, `${type ? ` epub:type="${type}"` : ''} role="${role}"`)]
  })

import { onPage, unless } from '../../../../../src/problems/finding.ts'
import { Dict, List, type Value } from '../../../object/values.ts'
import { keyOfPiece, pageOfKey } from '../../../tag/structure.ts'
import { type Checkpoint, checkpoint } from '../checkpoint.ts'
import type { Inspection, PlacedTag } from '../inspect.ts'

/** What the protocol supposes or does not ask, and readers need. */
export const kit: Checkpoint[] = [
  checkpoint('K-01', 'Aucune balise n’est vide, hors les cellules', ({ tags }) =>
    tags
      .filter(({ tag, role }) => tag.kids.length === 0 && role !== 'TD' && role !== 'TH')
      .map(({ role, page, parent }) => onPage(page ?? parent?.page ?? null, `Une balise ${role} est vide.`)),
  ),
  checkpoint('K-02', 'Chaque contenu mène à sa balise (ParentTree)', function* (file) {
    const owners = readParentTree(file)
    const owned = (dict: Dict, key: string) => owners.get(dict.number(key) ?? -1)
    for (const { number, dict, content, annotations } of file.pages) {
      const list = owned(dict, 'StructParents')
      for (const { id } of content.sequences) {
        if (id === null) continue
        const [holder, other] = file.holders.get(keyOfPiece({ page: number - 1, id })) ?? []
        const owner = list instanceof List ? list.items[id] : undefined
        if (!holder || other || holder.tag.ref !== owner)
          yield onPage(number, `Le contenu ${id} ne mène pas à sa balise.`)
      }
      for (const { dict, ref } of annotations) {
        const [holder, other] = (ref && file.fields.get(ref)) ?? []
        if (!holder || other || holder.tag.ref !== owned(dict, 'StructParent'))
          yield onPage(number, 'Un lien ne mène pas à sa balise.')
      }
    }
  }),
  checkpoint('K-03', 'Toute balise de contenu existe sur sa page', function* ({ pages, holders }) {
    const drawn = drawnIn(pages)
    for (const [key, [holder]] of holders)
      if (!drawn.has(key))
        yield onPage(pageOfKey(key) + 1, `Une balise ${holder?.role} cite un contenu absent.`)
  }),
  checkpoint('K-04', 'Chaque document a un titre H1 et un seul', function* ({ tags }) {
    for (const article of tags.filter(({ role }) => role === 'Art')) {
      const { length } = tags.filter(tag => tag.role === 'H1' && inside(tag, article))
      if (length !== 1) yield onPage(article.page, `Un document a ${length} titres H1.`)
    }
  }),
  checkpoint('K-05', 'Le fichier n’a qu’une balise à sa tête, Document', ({ tags }) => {
    const tops = tags.filter(({ parent }) => parent === null).map(({ role }) => role)
    return unless(
      tops.length === 1 && tops[0] === 'Document',
      `À la tête du fichier : ${tops.join(', ') || 'rien'}.`,
    )
  }),
  checkpoint('K-06', 'Le contenu est dessiné dans l’ordre de lecture', ({ pages, holders }) => {
    // Tags are noted in the order of reading; who copies or searches a page follows its content.
    const drawn = drawnIn(pages)
    const last = new Map<number, number>()
    const turned = new Map<number, number>()
    for (const key of holders.keys()) {
      const { number, start } = drawn.get(key) ?? {}
      if (number === undefined || start === undefined) continue
      if (start < (last.get(number) ?? 0)) turned.set(number, (turned.get(number) ?? 0) + 1)
      last.set(number, start)
    }
    return [...turned].map(([page, times]) =>
      onPage(page, `Le dessin revient ${times} fois en arrière dans la lecture.`, 'remarque'),
    )
  }),
  checkpoint('K-07', 'Chaque balise dit dans laquelle elle est (P)', ({ pdf, catalog, tags }) =>
    tags
      .filter(({ tag, parent }) => {
        const above = parent ? parent.tag.ref : catalog.get('StructTreeRoot')
        return tag.ref && pdf.find(tag.ref, Dict)?.get('P') !== above
      })
      .map(({ role, page }) => onPage(page, `Une balise ${role} ne dit pas dans laquelle elle est.`)),
  ),
]

/** Where each piece is drawn: its page and its place in the content. */
const drawnIn = (pages: Inspection['pages']) =>
  new Map(
    pages.flatMap(({ number, content }) =>
      content.sequences.flatMap(({ id, start }) =>
        id === null ? [] : [[keyOfPiece({ page: number - 1, id }), { number, start }] as const],
      ),
    ),
  )

const inside = ({ parent }: PlacedTag, article: PlacedTag): boolean =>
  parent !== null && (parent === article || inside(parent, article))

/** The parent tree, flat. @see ISO 32000-1 §7.9.7 (number trees) */
function readParentTree({ catalog }: Inspection): Map<number, Value | undefined> {
  const parentTree = new Map<number, Value | undefined>()
  const read = (node: Dict | undefined): void => {
    for (const kid of node?.find('Kids', List)?.all(Dict) ?? []) read(kid)
    const numbers = node?.find('Nums', List)
    for (let index = 0; index + 1 < (numbers?.size ?? 0); index += 2) {
      const key = numbers?.lookup(index)
      const list = numbers?.lookup(index + 1)
      if (typeof key === 'number')
        parentTree.set(key, list instanceof List ? list : numbers?.items[index + 1])
    }
  }
  read(catalog.find('StructTreeRoot', Dict)?.find('ParentTree', Dict))
  return parentTree
}

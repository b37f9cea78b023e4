import { type Element, findAll, hasClass, type Parent } from '../read/html.ts'

const isField = ({ name, attribs }: Element) =>
  /^(?:input|select|textarea)$/.test(name) && attribs['type'] !== 'hidden'

/** Where a program of the site says what it has done. */
const SAYING = ['recherche-etat', 'partage-dit', 'composer-compte', 'composer-suite']

/** What is wrong with forms, in French: each field has its label, and what comes of them is read aloud. */
export function* faultsOfForms(root: Parent): Generator<string> {
  const labels = findAll(root, 'label')
  const labelled = labels.flatMap(label => findAll(label, isField))
  const names = labels.map(({ attribs }) => attribs['for'])
  const fields = findAll(root, isField)
  const spoken = findAll(root, ({ attribs }) => attribs['role'] === 'status')
  for (const { attribs } of fields.filter(
    one => !labelled.includes(one) && !names.includes(one.attribs['id']) && !one.attribs['aria-label'],
  ))
    yield `Le champ « ${attribs['id'] ?? attribs['name']} » n’a pas d’étiquette.`
  yield* findAll(root, '.recherche-forme')
    .filter(({ attribs }) => attribs['role'] !== 'search')
    .map(() => 'La recherche ne se dit pas une recherche (role="search").')
  for (const { attribs } of findAll(root, element => SAYING.some(name => hasClass(element, name))).filter(
    one => !spoken.includes(one),
  ))
    yield `Ce que dit « ${attribs['class']} » n’est pas lu à voix haute (role="status").`
  yield* findAll(root, '.exemples-filtre')
    .filter(form => !spoken.some(one => findAll(form, element => element === one).length > 0))
    .map(() => 'Ce que compte le filtre n’est pas lu à voix haute (role="status").')
}

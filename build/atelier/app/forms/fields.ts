import { departements, type FormPart, fold, type Parts, pictos } from '../../../../src/text/index.ts'
import { button, field, h } from '../dom.ts'
import { drawn, type PageContext } from '../editor/signs.ts'

const NONE = 'sans pictogramme'

/** A menu of what can be chosen; null: of pictograms. What is none of it stays. */
export function menuOf(
  properties: Record<string, string>,
  choices: Readonly<Record<string, string>> | null,
  value: string,
): HTMLSelectElement {
  const all = choices ?? { '': NONE, ...pictos }
  const others = value in all || value === '' ? {} : { [value]: value }
  const select = h(
    'select',
    properties,
    ...Object.entries({ ...all, ...others }).map(([id, name]) => h('option', { value: id }, name)),
  )
  if (value in all || value !== '') select.value = value
  return select
}

/** What the fields of a form ask the kit for. */
export type FieldSources = {
  picto: PageContext['picto']
  /** The names of all pictograms. */
  pictos(): Promise<readonly string[]>
  /** The pictures of the kit, by their paths. */
  pictures: readonly string[]
  /** Asks for a picture and puts it into the kit. @returns its path; null: none was given */
  addPicture(): Promise<string | null>
}

/** The field of a part of a block. */
export function fieldOf(part: FormPart, parts: Parts, sources: FieldSources): HTMLElement {
  const { name, label, kind, choices, needed = false, example = '' } = part
  const value = parts[name] ?? ''
  if (choices) return field(label, menuOf({ name }, choices, value))
  if (kind === 'picto') return pictoField(part, value, sources)
  if (kind === 'picture') return pictureField(part, value, sources)
  const properties = { name, placeholder: example, required: needed }
  const input = kind === 'paragraphs' ? h('textarea', { ...properties, rows: '6' }) : h('input', properties)
  input.value = value
  const element = field(label, input)
  if (kind !== 'department') return element
  const names = [...departements.values()].map(nom => h('option', { value: nom }))
  input.setAttribute('list', 'departements')
  element.append(h('datalist', { id: 'departements' }, ...names))
  return element
}

function pictureField({ name, label }: FormPart, value: string, { pictures, addPicture }: FieldSources) {
  const nameOf = (path: string) => path.replace(/^images\//, '')
  const select = menuOf({ name }, Object.fromEntries(pictures.map(path => [path, nameOf(path)])), value)
  select.required = true
  const add = button('Ajouter une image au kit', async () => {
    const path = await addPicture()
    if (path === null) return
    select.append(h('option', { value: path }, nameOf(path)))
    select.value = path
  })
  return h('div', field(label, select), h('p.boutons', add))
}

/** Limits the pictograms that are drawn at once: those of the table, and a few of the others that are looked for. */
const MOST = 120

/** Pictograms to choose from, drawn, which are looked for in French. */
function pictoField({ name, label }: FormPart, value: string, { picto, pictos: namesOf }: FieldSources) {
  const search = h('input', {
    type: 'search',
    placeholder: 'vélo, argent, maison…',
    'aria-label': 'Chercher un pictogramme',
  })
  const list = h('div.pictos')
  const empty = h('p', { role: 'status' }, 'Aucun pictogramme ne porte ce mot : en essayer un plus large.')
  let chosen = value
  let names: readonly string[] = []
  const show = () => {
    const words = fold(search.value).trim()
    const french = Object.keys(pictos).filter(id => fold(pictos[id] ?? '').includes(words))
    const others = words.length > 2 ? names.filter(id => id.includes(words) && !(id in pictos)) : []
    const all = new Set(['', chosen, ...french, ...others].slice(0, MOST))
    empty.hidden = french.length + others.length > 0
    list.replaceChildren(
      ...[...all].map(id => {
        const input = h('input', { type: 'radio', name, value: id, onchange: () => (chosen = id) })
        input.checked = id === chosen
        const words = id === '' ? NONE : (pictos[id] ?? id)
        return h(
          'label',
          { title: words },
          input,
          id === '' ? NONE : drawn(id, picto),
          h('span.hors-vue', words),
        )
      }),
    )
  }
  search.addEventListener('input', show)
  search.addEventListener('keydown', event => event.key === 'Enter' && event.preventDefault())
  show()
  void namesOf().then(all => {
    names = all
  })
  return h('fieldset.champ', h('legend', label), search, empty, list)
}

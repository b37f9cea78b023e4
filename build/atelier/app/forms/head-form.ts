import {
  ficheAnnonceeSchema,
  fichePublieeSchema,
  type Glance,
  pageSchema,
  type Schema,
  type SheetAtAGlance,
  statutNames,
  withValues,
} from '../../../../src/kit/index.ts'
import { formatDate, type Problem, withCapital } from '../../../../src/problems/index.ts'
import { button, h } from '../dom.ts'
import type { Editor } from '../editor/editor.ts'
import { readHead } from '../editor/shape.ts'
import { type Choices, type HeadField, headField } from './head-fields.ts'

/** Creates the form above the text: the front matter, as its schema tells. It changes the line of a key alone, and only where its value
 *  is another. `onStatut`: a fiche that was announced is to be written, or one that is written to be announced. */
export function createHeadForm(options: {
  editor(): Editor
  glance(): Glance
  onStatut(sheet: SheetAtAGlance): void
}) {
  const { editor } = options
  const element = h('section.entete', { 'aria-label': 'En-tête' })
  const line = h('summary')
  /** Folded to one line once there is nothing to fill in: the text is in sight. */
  const fold = h('details.tete-de-fiche', line, element)
  const fields = new Map<string, HeadField & { label: string; place: HTMLElement; error: HTMLElement }>()
  const begin = button('Commencer à écrire', () => sheet && options.onStatut(sheet), { class: 'principal' })
  let order: string[] = []
  let sheet: SheetAtAGlance | null = null
  let built = ''
  let latest: string | null = null
  /** The file whose header was folded, or left open, as it was shown. */
  let folded: string | null = null

  function choicesOf(key: string, schema: Schema): Choices {
    const { familles, partenaires } = options.glance()
    if (key === 'famille') return Object.fromEntries(familles.map(({ id, singulier }) => [id, singulier]))
    if (key === 'statut') return statutNames
    if (key === 'soutien') return partenaires
    return schema.enum ? Object.fromEntries(schema.enum.map(value => [value, value])) : null
  }

  function build({ properties }: { properties: Readonly<Record<string, Schema>> }): void {
    order = Object.keys(properties)
    fields.clear()
    const technical = h('details.technique', h('summary', 'Numéro et adresse'))
    element.replaceChildren()
    for (const [key, schema] of Object.entries(properties)) {
      const one = headField(key, schema, choicesOf(key, schema))
      if (key === 'soutien' && Object.keys(options.glance().partenaires).length === 0) continue
      const error = h('p.faux', { id: `probleme-${key}` })
      const place = h('div', { 'data-cle': key, title: schema.description ?? '' }, one.element, error)
      place.addEventListener('input', () => write(key, one))
      for (const input of inputsOf(place)) input.setAttribute('aria-describedby', error.id)
      fields.set(key, { ...one, label: schema.label ?? key, place, error })
      const group = schema.technical ? technical : element
      group.append(place)
    }
    if (technical.childElementCount > 1) element.append(technical)
    if (sheet?.statut === 'a-paraitre') element.append(h('p', begin))
  }

  function write(key: string, { read }: HeadField): void {
    const text = editor().head()
    const values = text === null ? null : readHead(text)
    if (text === null || !values) return
    const value = read()
    const isAnnounced = values['statut'] === 'a-paraitre'
    if (key === 'statut' && sheet && isAnnounced !== (value === 'a-paraitre')) {
      fill(values)
      options.onStatut(sheet)
      return
    }
    if (JSON.stringify(value) === JSON.stringify(values[key] ?? null)) return
    // A key that has to be there stays, and is told to be empty.
    const isNeeded = value === null && (schemaOf(sheet).required as readonly string[]).includes(key)
    latest = withValues(text, { [key]: isNeeded ? '' : value }, order)
    editor().setHead(latest)
  }

  function fill(values: Readonly<Record<string, unknown>>): void {
    for (const [key, { fill: fillField, place }] of fields)
      if (!place.contains(document.activeElement) || key === 'statut') fillField(values[key])
  }

  /** The key that a problem of the front matter speaks of; null: it stands in the text. */
  function keyOf({ place, message }: Problem): string | null {
    const lines = editor().head()?.split('\n') ?? []
    if (place.line > lines.length) return null
    // A key that is missing stands on no line.
    const [named = ''] = /^\w+/.exec(message) ?? []
    return fields.has(named) ? named : keyAt(lines, place.line)
  }

  /** The header on one line, for who knows it already. */
  function sayHead(values: Readonly<Record<string, unknown>>): string {
    const { familles } = options.glance()
    const named = [
      familles.find(({ id }) => id === values['famille'])?.singulier,
      statutNames[values['statut'] as keyof typeof statutNames],
      typeof values['maj'] === 'string' ? formatDate(values['maj']) : null,
    ]
    return ['En-tête', named.filter(Boolean).join(', ')].filter(Boolean).join(' : ')
  }

  return {
    element: fold,
    /** Another file is shown, or the kit was read anew. null: it is neither a fiche nor a page. */
    show(next: SheetAtAGlance | null): void {
      sheet = next
      const schema = schemaOf(sheet)
      const { familles, partenaires } = options.glance()
      const key = JSON.stringify([next?.file, schema.$id, familles.map(({ id }) => id), partenaires])
      if (key !== built) {
        build(schema)
        built = key
        latest = null
      }
      this.refresh()
      if (next?.file === folded) return
      folded = next?.file ?? null
      const values = readHead(editor().head() ?? '') ?? {}
      const isThere = (name: string) => !/^(?:À compléter.*)?$/.test(String(values[name] ?? ''))
      fold.open = !schema.required.every(isThere)
    },
    /** The text may have changed. */
    refresh(): void {
      const text = sheet && editor().head()
      fold.hidden = text === null
      const values = text === null ? null : (readHead(text) ?? {})
      if (values) line.textContent = sayHead(values)
      if (!values || text === latest) return
      latest = text
      fill(values)
    },
    /** Shows each problem at its field. @param problems those of the file */
    tell(problems: readonly Problem[]): void {
      const byKey = new Map<string, string[]>()
      for (const problem of problems) {
        const key = keyOf(problem)
        if (key !== null) byKey.set(key, [...(byKey.get(key) ?? []), wordsOf(problem)])
      }
      for (const [key, { place, error }] of fields) {
        error.textContent = byKey.get(key)?.join(' ') ?? ''
        for (const input of inputsOf(place)) input.setAttribute('aria-invalid', String(byKey.has(key)))
      }
    },
    /** Says a problem as the field shows it; null: it stands in the text, or at no field. */
    sayAtField(problem: Problem): { where: string; message: string } | null {
      const label = fields.get(keyOf(problem) ?? '')?.label
      return label === undefined ? null : { where: label, message: bareMessage(problem) }
    },
    /** Goes to the field of a line of the front matter. */
    goTo(line: number): void {
      const key = keyAt(editor().head()?.split('\n') ?? [], line)
      const place = (key ? fields.get(key) : undefined)?.place ?? element
      for (const details of [fold, place.closest('details')]) details?.setAttribute('open', '')
      inputsOf(place)[0]?.focus()
    },
  }
}

export const bareMessage = ({ message }: Problem) => withCapital(message.replace(/^[\w› ]+ : /, ''))

export const wordsOf = (problem: Problem) =>
  problem.code === 'cle-manquante' ? 'À remplir.' : `${bareMessage(problem)} ${problem.hint}`

export const inputsOf = (place: HTMLElement) => [
  ...place.querySelectorAll<HTMLElement>('input, textarea, select'),
]

/** The key whose value stands on a line. */
const keyAt = (lines: readonly string[], line: number): string | null =>
  lines
    .slice(0, line)
    .reverse()
    .flatMap(text => /^([\w-]+)[ \t]*:/.exec(text)?.[1] ?? [])[0] ?? null

const schemaOf = (sheet: SheetAtAGlance | null) =>
  sheet?.kind === 'page'
    ? pageSchema
    : sheet?.statut === 'a-paraitre'
      ? ficheAnnonceeSchema
      : fichePublieeSchema

import {
  ficheAnnonceeSchema,
  fichePublieeSchema,
  type Glance,
  pageSchema,
  type SettingText,
  type SheetAtAGlance,
  statutNames,
  withValues,
} from '../../../../src/kit/index.ts'
import { formatDate, type Problem } from '../../../../src/problems/index.ts'
import { button, h } from '../dom.ts'
import type { Editor } from '../editor/editor.ts'
import { readHead } from '../editor/shape.ts'
import type { Choices } from './head-fields.ts'
import { createSchemaForm } from './schema-form.ts'

/** Creates the form above the text: the front matter. `onStatut`: a fiche that was announced is to be written, or one that is written
 *  to be announced. */
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
  const begin = button('Commencer à écrire', () => sheet && options.onStatut(sheet), { class: 'principal' })
  let sheet: SheetAtAGlance | null = null
  let latest: string | null | undefined
  /** The file whose header was folded, or left open, as it was shown. */
  let folded: string | null = null
  const form = createSchemaForm(element, {
    text: () => sheet && editor().head(),
    open: text => openHead(text, Object.keys(schemaOf(sheet).properties)),
    write: text => editor().setHead(text),
    choices(key): Choices {
      const { familles, partenaires } = options.glance()
      if (key === 'famille') return Object.fromEntries(familles.map(({ id, singulier }) => [id, singulier]))
      return key === 'statut' ? statutNames : key === 'soutien' ? partenaires : null
    },
    isSetting: false,
    instead(key, value, former) {
      const isOther = key === 'statut' && (former === 'a-paraitre') !== (value === 'a-paraitre')
      if (isOther && sheet) options.onStatut(sheet)
      return isOther
    },
  })

  /** The text may have changed. */
  function refresh(): void {
    const text = sheet && editor().head()
    // Each key that is pressed asks for it.
    if (text === latest) return
    form.refresh()
    fold.hidden = text === null
    if (text) line.textContent = sayHead(readHead(text) ?? {})
    latest = text
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
    ...form,
    element: fold,
    /** Another file is shown, or the kit was read anew. null: it is neither a fiche nor a page. */
    show(next: SheetAtAGlance | null): void {
      sheet = next
      const schema = schemaOf(sheet)
      const { familles, partenaires } = options.glance()
      const key = JSON.stringify([next?.file, schema.$id, familles.map(({ id }) => id), partenaires])
      if (form.show(key, schema) && sheet?.statut === 'a-paraitre') element.append(h('p', begin))
      latest = undefined
      refresh()
      if (next?.file === folded) return
      folded = next?.file ?? null
      const values = readHead(editor().head() ?? '') ?? {}
      const isThere = (name: string) => !/^(?:À compléter.*)?$/.test(String(values[name] ?? ''))
      fold.open = !schema.required.every(isThere)
    },
    refresh,
    /** Shows each problem at its field. @param problems those of the file */
    tell(problems: readonly Problem[]): void {
      const { length } = editor().head()?.split('\n') ?? []
      form.tell(problems.filter(({ place }) => place.line <= length))
    },
  }
}

/** A front matter, as a form shows and changes it. @param order its keys, as they are written */
function openHead(text: string, order: readonly string[]): SettingText | null {
  const values = readHead(text)
  return (
    values && {
      at: ([key = '']) => values[key],
      rowsAt: () => [],
      // The key whose value stands on a line.
      pathAt: ({ line }) =>
        text
          .split('\n')
          .flatMap((words, at, { length }) =>
            at < line && line <= length ? (/^([\w-]+)[ \t]*:/.exec(words)?.[1] ?? []) : [],
          )
          .slice(-1),
      with: ([key = ''], value) =>
        withValues(text, { [key]: typeof value === 'boolean' ? null : (value ?? null) }, order),
    }
  )
}

const schemaOf = (sheet: SheetAtAGlance | null) =>
  sheet?.kind === 'page'
    ? pageSchema
    : sheet?.statut === 'a-paraitre'
      ? ficheAnnonceeSchema
      : fichePublieeSchema

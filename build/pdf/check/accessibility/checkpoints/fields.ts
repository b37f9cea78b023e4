import { onPage } from '../../../../judge/check.ts'
import type { Checkpoint } from '../checkpoint.ts'
import type { Inspection } from '../inspect.ts'

/** @see ISO 32000-1 table 169 */
const subtypes = new Set(
  'Text Link FreeText Line Square Circle Polygon PolyLine Highlight Underline Squiggly StrikeOut Stamp Caret Ink Popup FileAttachment Sound Movie Widget Screen PrinterMark TrapNet Watermark 3D Redact'.split(
    ' ',
  ),
)

/** Every field of the file with its page, its kind and the roles of the tags around it. */
function fieldsOf({ pages, fields }: Inspection) {
  return pages.flatMap(({ number, annotations }) =>
    annotations.map(({ dict, ref }) => {
      const holders = (ref && fields.get(ref)) ?? []
      return {
        page: number,
        subtype: dict.name('Subtype') ?? '',
        contents: dict.text('Contents')?.trim() ?? '',
        alt: holders.some(({ tag }) => tag.alt?.trim()),
        title: dict.text('TU')?.trim() ?? '',
        roles: holders.map(({ role }) => role),
      }
    }),
  )
}

type Field = ReturnType<typeof fieldsOf>[number]

const each = (fault: (field: Field) => string | null) => (file: Inspection) =>
  fieldsOf(file).flatMap(field => {
    const message = fault(field)
    return message === null ? [] : [onPage(field.page, message)]
  })

const tabs = (fault: (tabs: string | null) => string | null) => (file: Inspection) =>
  file.pages.flatMap(({ number, dict, annotations }) => {
    const message = annotations.length > 0 ? fault(dict.name('Tabs') ?? null) : null
    return message === null ? [] : [onPage(number, message)]
  })

/** Kinds that the kit never writes: whoever adds one must look at what it asks for. */
const unexpected = (...kinds: string[]) =>
  each(({ subtype }) => (kinds.includes(subtype) ? `Un objet ${subtype} n’a pas été examiné.` : null))

export const fields: Checkpoint[] = [
  {
    id: '28-002',
    title: 'Tout objet posé sur la page, autre qu’un lien, est dans une balise Annot',
    run: each(({ subtype, roles }) =>
      ['Widget', 'Link', 'PrinterMark', 'Popup'].includes(subtype) || roles.includes('Annot')
        ? null
        : `Un objet ${subtype} n’est pas dans une balise Annot.`,
    ),
  },
  {
    id: '28-004',
    title: 'Tout objet posé sur la page est décrit',
    run: each(({ subtype, contents, alt }) =>
      ['Widget', 'Popup'].includes(subtype) || contents || alt
        ? null
        : `Un objet ${subtype} n’est pas décrit.`,
    ),
  },
  {
    id: '28-005',
    title: 'Tout champ de formulaire est nommé',
    run: each(({ subtype, title, alt }) =>
      subtype !== 'Widget' || title || alt ? null : 'Un champ de formulaire n’est pas nommé.',
    ),
  },
  {
    id: '28-006',
    title: 'Aucun objet n’est d’une sorte inconnue',
    run: each(({ subtype }) =>
      subtypes.has(subtype) ? null : `Un objet est d’une sorte inconnue : « ${subtype} ».`,
    ),
  },
  { id: '28-007', title: 'Aucun objet TrapNet', run: unexpected('TrapNet') },
  {
    id: '28-008',
    title: 'Les pages qui ont des liens disent l’ordre de leur parcours',
    run: tabs(order => (order === null ? 'L’ordre de parcours n’est pas dit (Tabs).' : null)),
  },
  {
    id: '28-009',
    title: 'L’ordre de parcours est celui de la structure',
    run: tabs(order => (order === null || order === 'S' ? null : `L’ordre de parcours est « ${order} ».`)),
  },
  {
    id: '28-010',
    title: 'Tout champ de formulaire est dans une balise Form, qui n’a que lui',
    run: file => [
      ...each(({ subtype, roles }) =>
        subtype !== 'Widget' || roles.includes('Form')
          ? null
          : 'Un champ de formulaire n’est pas dans une balise Form.',
      )(file),
      ...file.tags
        .filter(({ role, tag }) => role === 'Form' && tag.kids.map(({ kind }) => kind).join() !== 'field')
        .map(({ page }) => onPage(page, 'Une balise Form a autre chose qu’un champ.')),
    ],
  },
  {
    id: '28-011',
    title: 'Tout lien est dans une balise Link',
    run: each(({ subtype, roles, contents }) =>
      subtype !== 'Link' || roles.includes('Link')
        ? null
        : `Le lien « ${contents} » n’est pas dans une balise Link.`,
    ),
  },
  {
    id: '28-012',
    title: 'Tout lien est décrit (Contents)',
    run: each(({ subtype, contents }) =>
      subtype !== 'Link' || contents ? null : 'Un lien n’est pas décrit (Contents).',
    ),
  },
  { id: '28-014', title: 'Aucun enregistrement sans type', run: unexpected('Screen', 'Movie', 'Sound') },
  { id: '28-015', title: 'Aucun enregistrement sans description', run: unexpected('RichMedia', '3D') },
  { id: '28-016', title: 'Aucun fichier joint à une page', run: unexpected('FileAttachment') },
  { id: '28-017', title: 'Aucun repère d’impression', run: unexpected('PrinterMark') },
]

import { onPage } from '../../../../../src/problems/finding.ts'
import { type Checkpoint, checkpoint, findingOn } from '../checkpoint.ts'
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

/** A checkpoint that looks at each field by itself. */
const ofField = (id: string, title: string, faultOf: (field: Field) => string | null) =>
  checkpoint(id, title, file => fieldsOf(file).flatMap(field => findingOn(field.page, faultOf(field))))

/** One that looks at the way through each page that has fields. */
const ofTabs = (id: string, title: string, faultOf: (tabs: string | null) => string | null) =>
  checkpoint(id, title, ({ pages }) =>
    pages
      .filter(({ annotations }) => annotations.length > 0)
      .flatMap(({ number, dict }) => findingOn(number, faultOf(dict.name('Tabs') ?? null))),
  )

/** Kinds that the kit never writes: whoever adds one must look at what it asks for. */
const unexpected = (id: string, title: string, ...kinds: string[]) =>
  ofField(id, title, ({ subtype }) =>
    kinds.includes(subtype) ? `Un objet ${subtype} n’a pas été examiné.` : null,
  )

export const fields: Checkpoint[] = [
  ofField(
    '28-002',
    'Tout objet posé sur la page, autre qu’un lien, est dans une balise Annot',
    ({ subtype, roles }) =>
      ['Widget', 'Link', 'PrinterMark', 'Popup'].includes(subtype) || roles.includes('Annot')
        ? null
        : `Un objet ${subtype} n’est pas dans une balise Annot.`,
  ),
  ofField('28-004', 'Tout objet posé sur la page est décrit', ({ subtype, contents, alt }) =>
    ['Widget', 'Popup'].includes(subtype) || contents || alt ? null : `Un objet ${subtype} n’est pas décrit.`,
  ),
  ofField('28-005', 'Tout champ de formulaire est nommé', ({ subtype, title, alt }) =>
    subtype !== 'Widget' || title || alt ? null : 'Un champ de formulaire n’est pas nommé.',
  ),
  ofField('28-006', 'Aucun objet n’est d’une sorte inconnue', ({ subtype }) =>
    subtypes.has(subtype) ? null : `Un objet est d’une sorte inconnue : « ${subtype} ».`,
  ),
  unexpected('28-007', 'Aucun objet TrapNet', 'TrapNet'),
  ofTabs('28-008', 'Les pages qui ont des liens disent l’ordre de leur parcours', order =>
    order === null ? 'L’ordre de parcours n’est pas dit (Tabs).' : null,
  ),
  ofTabs('28-009', 'L’ordre de parcours est celui de la structure', order =>
    order === null || order === 'S' ? null : `L’ordre de parcours est « ${order} ».`,
  ),
  checkpoint('28-010', 'Tout champ de formulaire est dans une balise Form, qui n’a que lui', file => [
    ...fieldsOf(file)
      .filter(({ subtype, roles }) => subtype === 'Widget' && !roles.includes('Form'))
      .map(({ page }) => onPage(page, 'Un champ de formulaire n’est pas dans une balise Form.')),
    ...file.tags
      .filter(({ role, tag }) => role === 'Form' && tag.kids.map(({ kind }) => kind).join() !== 'field')
      .map(({ page }) => onPage(page, 'Une balise Form a autre chose qu’un champ.')),
  ]),
  ofField('28-011', 'Tout lien est dans une balise Link', ({ subtype, roles, contents }) =>
    subtype !== 'Link' || roles.includes('Link')
      ? null
      : `Le lien « ${contents} » n’est pas dans une balise Link.`,
  ),
  ofField('28-012', 'Tout lien est décrit (Contents)', ({ subtype, contents }) =>
    subtype !== 'Link' || contents ? null : 'Un lien n’est pas décrit (Contents).',
  ),
  unexpected('28-014', 'Aucun enregistrement sans type', 'Screen', 'Movie', 'Sound'),
  unexpected('28-015', 'Aucun enregistrement sans description', 'RichMedia', '3D'),
  unexpected('28-016', 'Aucun fichier joint à une page', 'FileAttachment'),
  unexpected('28-017', 'Aucun repère d’impression', 'PrinterMark'),
]

import type { News } from '../../../src/kit/index.ts'
import { formatDate, ofMonth } from '../../../src/problems/index.ts'
import type { Changes, Detail, TextName } from './compare-records.ts'
import type { ContentRecord, EditionName } from './content-record.ts'

/** The news of all editions, for readers. */
export function newsOf({ historique, textes }: Pick<ContentRecord, 'historique' | 'textes'>): News {
  const slugOf = new Map(
    textes
      .filter(({ statut }) => statut !== 'a-paraitre')
      .flatMap(({ slug, anciens_slugs }) => [slug, ...anciens_slugs].map(name => [name, slug] as const)),
  )
  return historique.map(({ edition, changements }) => ({
    edition: nameOfEdition(edition),
    premiere: !changements.compared,
    groups: groupsOf(changements).map(group => ({
      ...group,
      texts: group.texts.map(text => ({ ...text, slug: slugOf.get(text.slug) ?? null })),
    })),
    note: noteOf(changements),
  }))
}

/** `NOUVEAUTES.md` */
export function newsMarkdown(title: string, news: News): string {
  const lines = news.flatMap(({ edition, groups, note }) => [
    `## ${edition}`,
    '',
    ...(note ? [note, ''] : []),
    ...groups.flatMap(({ title, texts }) => [
      `### ${title}`,
      '',
      ...texts.flatMap(({ name, details }) => [`- ${name}`, ...details.map(detail => `  - ${detail}`)]),
      '',
    ]),
  ])
  return [`# Nouveautés : ${title}`, '', ...lines]
    .join('\n')
    .replace(/\n+$/, '\n')
    .replaceAll(' :', '\u00a0:')
}

function nameOfEdition({ numero, mois, statut }: EditionName): string {
  const name = numero === null ? `Édition ${ofMonth(mois)}` : `Édition n°\u00a0${numero}, ${formatDate(mois)}`
  return statut ? `${name} (${statut})` : name
}

function groupsOf({ compared, added, changed, removed }: Changes) {
  const fiches = (texts: readonly DetailedText[]) =>
    texts.filter(({ famille }) => famille !== null).map(entryOf)
  const pages = (texts: readonly DetailedText[]) =>
    texts.filter(({ famille }) => famille === null).map(entryOf)
  const groups = [
    { title: compared ? 'Fiches ajoutées' : 'Fiches de cette édition', texts: fiches(added) },
    { title: 'Fiches modifiées', texts: fiches(changed) },
    { title: 'Fiches retirées', texts: fiches(removed) },
    { title: 'Pages ajoutées', texts: compared ? pages(added) : [] },
    { title: 'Pages modifiées', texts: pages(changed) },
    { title: 'Pages retirées', texts: pages(removed) },
  ]
  return groups.filter(({ texts }) => texts.length > 0)
}

function noteOf({ compared, added, changed, removed }: Changes): string | null {
  if (!compared) return 'Première édition.'
  return added.length + changed.length + removed.length === 0
    ? 'Aucun texte n’a été ajouté, retiré ni réécrit depuis l’édition précédente.'
    : null
}

type DetailedText = TextName & { details?: readonly Detail[] }

const entryOf = ({ numero, titre, famille, slug, details = [] }: DetailedText) => ({
  name: famille === null ? titre : `${famille} ${numero} : ${titre}`,
  kind: famille === null ? ('page' as const) : ('fiche' as const),
  slug,
  details: [...new Set(details.map(sentenceOf))],
})

const changeNames = { ajoute: 'ajouté', retire: 'retiré', recrit: 'réécrit' }

/** `Levier ajouté : « Acheter ».` */
function sentenceOf(detail: Detail): string {
  if (detail.kind === 'titre') return `Nouveau titre (auparavant « ${detail.former} »).`
  if (detail.kind === 'resume') return 'Résumé réécrit.'
  if (detail.genre === 'texte') return 'Texte réécrit.'
  return `${detail.genre === 'levier' ? 'Levier' : 'Exemple'} ${changeNames[detail.kind]} : « ${detail.nom} ».`
}

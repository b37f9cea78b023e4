import { formatDate } from '../../../src/french.ts'
import type { News } from '../../../src/news.ts'
import type { Changes, Detail, TextName } from './compare-records.ts'
import type { ContentRecord, EditionName } from './content-record.ts'
import { sentencesOf } from './sentences.ts'

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
  const named =
    numero === null ? `Édition de ${formatDate(mois)}` : `Édition n°\u00a0${numero}, ${formatDate(mois)}`
  return statut ? `${named} (${statut})` : named
}

function groupsOf({ compared, added, changed, removed }: Changes) {
  const fiches = (texts: readonly TextName[]) => texts.filter(({ famille }) => famille !== null)
  const groups = [
    {
      title: compared ? 'Fiches ajoutées' : 'Fiches de cette édition',
      texts: fiches(added).map(text => entryOf(text)),
    },
    {
      title: 'Fiches modifiées',
      texts: changed.filter(({ famille }) => famille !== null).map(text => entryOf(text, text.details)),
    },
    { title: 'Fiches retirées', texts: fiches(removed).map(text => entryOf(text)) },
    {
      title: 'Pages ajoutées',
      texts: compared ? added.filter(({ famille }) => famille === null).map(text => entryOf(text)) : [],
    },
    {
      title: 'Pages modifiées',
      texts: changed.filter(({ famille }) => famille === null).map(text => entryOf(text, text.details)),
    },
    {
      title: 'Pages retirées',
      texts: removed.filter(({ famille }) => famille === null).map(text => entryOf(text)),
    },
  ]
  return groups.filter(({ texts }) => texts.length > 0)
}

function noteOf({ compared, added, changed, removed }: Changes): string | null {
  if (!compared) return 'Première édition.'
  return added.length + changed.length + removed.length === 0
    ? 'Le texte n’a pas changé depuis l’édition précédente.'
    : null
}

const entryOf = ({ numero, titre, famille, slug }: TextName, details: readonly Detail[] = []) => ({
  name: famille === null ? titre : `${famille} ${numero} : ${titre}`,
  kind: famille === null ? ('page' as const) : ('fiche' as const),
  slug,
  details: details.flatMap(sentencesOf),
})

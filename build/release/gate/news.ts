import { count, type Finding, fault, type Outcome, verified } from '../../../src/problems/finding.ts'
import type { ContentRecord } from '../history/content-record.ts'
import { comparable, type TextRecord } from '../history/text-record.ts'

type Changed = ContentRecord['historique'][number]['changements']['changed'][number]

/** Whether « Nouveautés » calls new or rewritten what the edition before it did not say, all of it and nothing else: paragraphs are counted
 *  again, by what stands in each text and stood nowhere. */
export function judgeNews({
  textes,
  avant,
  historique,
}: Pick<ContentRecord, 'textes' | 'avant' | 'historique'>): Outcome {
  const changed = historique[0]?.changements.changed ?? []
  if (!avant) return verified('Première édition : rien à comparer', [])
  const [formerTexts, texts] = comparable(avant, textes)
  const published = formerTexts.filter(({ statut }) => statut !== 'a-paraitre')
  const before = new Set(published.flatMap(paragraphsOf))
  const findings = texts.flatMap(text => {
    const change = changed.find(({ slug }) => slug === text.slug)
    const former = published.find(({ slug }) => slug === text.slug)
    return former && text.statut !== 'a-paraitre' ? [...judgeText(text, former, change, before)] : []
  })
  return verified(`${count(changed.length, 'texte a changé', 'textes ont changé')}`, findings)
}

const paragraphsOf = ({ passages }: TextRecord) => passages.flatMap(({ textes }) => textes)

function* judgeText(
  text: TextRecord,
  former: TextRecord,
  change: Changed | undefined,
  before: ReadonlySet<string>,
): Generator<Finding> {
  const place = `Nouveautés, « ${text.titre} »`
  if (
    change &&
    JSON.stringify({ ...text, anciens_slugs: [] }) === JSON.stringify({ ...former, anciens_slugs: [] })
  )
    yield fault(place, 'Ce texte n’a pas changé, et se dit modifié.')
  // Of a passage that came whole, its paragraphs are not told one by one.
  const arrived = new Set((change?.details ?? []).flatMap(one => (one.kind === 'ajoute' ? [one.nom] : [])))
  for (const nom of new Set(text.passages.map(one => one.nom).filter(nom => !arrived.has(nom)))) {
    const fresh = text.passages
      .filter(one => one.nom === nom)
      .flatMap(({ textes }) => textes)
      .filter(one => !before.has(one)).length
    const announced = (change?.details ?? []).reduce(
      (sum, one) => (one.kind === 'recrit' && one.nom === nom ? sum + one.recrits + one.ajoutes : sum),
      0,
    )
    if (announced !== fresh)
      yield fault(
        place,
        `« ${nom || 'Le début'} » : ${count(announced, 'paragraphe')} se ${announced > 1 ? 'disent' : 'dit'} de cette édition ; ${fresh} ne se lisaient pas dans la précédente.`,
      )
  }
}

import { anchorOf, type SearchDocument } from '../../../../src/web/search/documents.ts'
import { count, type Finding, fault, verified } from '../../check.ts'
import type { AuditCheck } from '../material.ts'
import { textOf } from '../read/html.ts'
import { readSearch } from '../read/search-index.ts'
import { examplesOf } from '../source/examples.ts'
import { lettersOf, wordsOf } from '../words.ts'

/** The search knows every section and every example of a fiche, with its place, and shows of each part what its page says there. */
export const searchContent: AuditCheck = {
  id: 'recherche-site',
  title: 'La recherche connaît chaque section et chaque exemple des fiches, et en montre le texte',
  subject: 'site',
  async run({ kit, site }) {
    const pages = await site()
    const search = await readSearch(pages)
    if (search === null) return verified('Le site n’a pas de recherche', [])
    const documents = new Map(search.documents.map(document => [document.adresse, document]))
    const examples = examplesOf(kit)
    const findings = kit.fiches.flatMap((fiche): Finding[] => {
      if (fiche.statut === 'a-paraitre') return []
      const place = `Site, recherche, « ${fiche.titre} »`
      const document = documents.get(`fiches/${fiche.slug}/`)
      const page = pages.pages.get(`fiches/${fiche.slug}/index.html`)
      if (!document || !page) return []
      const anchors = new Set(document.parties.map(anchorOf))
      return [
        ...fiche.corps.plan
          .filter(({ ancre }) => !anchors.has(ancre))
          .map(({ titre }) => fault(place, `La section « ${titre} » n’y est pas.`)),
        ...examples
          .filter(one => one.fiche.slug === fiche.slug)
          .flatMap(({ exemple }) => misplaced(place, document, exemple)),
        ...strangeTexts(place, document, new Set(wordsOf(`${textOf(page.root)} ${fiche.resume}`))),
      ]
    })
    const parts = search.documents.reduce((sum, { parties }) => sum + parties.length, 0)
    return verified(`${count(parts, 'partie')} de ${count(documents.size, 'document')}`, findings)
  },
}

type Example = { titre: string; lieu: string; ancre: string }

function misplaced(place: string, { parties }: SearchDocument, { titre, lieu, ancre }: Example): Finding[] {
  const part = parties.find(one => anchorOf(one) === ancre)
  if (!part) return [fault(place, `L’exemple « ${titre} » n’y est pas.`)]
  return lettersOf(`${part.titre} ${part.texte} ${part.mots ?? ''}`).includes(lettersOf(lieu))
    ? []
    : [fault(place, `L’exemple « ${titre} » y est sans son lieu, « ${lieu} ».`)]
}

/** @param known every word of the page */
function strangeTexts(place: string, { parties }: SearchDocument, known: ReadonlySet<string>): Finding[] {
  return parties.flatMap(({ titre, texte }) => {
    const strange = wordsOf(texte).filter(word => !known.has(word))
    return strange.length === 0
      ? []
      : [fault(place, `« ${titre} » y dit « ${strange.slice(0, 5).join(' ')} », que la page ne dit pas.`)]
  })
}

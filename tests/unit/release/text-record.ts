import { passagesOf, type TextRecord } from '../../../build/edition/history/compare-records.ts'
import { parseBody } from '../../../src/kit/body/read-body.ts'

/** What an edition remembers of a fiche that has this body. */
export const record = (slug: string, body: string): TextRecord => ({
  slug,
  anciens_slugs: [],
  numero: 1,
  titre: `Fiche ${slug}`,
  resume: 'Résumé.',
  famille: 'Levier',
  statut: 'publiee',
  passages: passagesOf(parseBody(body, { file: 'x.md', firstLine: 1 }).corps),
})

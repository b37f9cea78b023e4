import { type Diagnostic, diagnose } from '../../../src/diagnostics/diagnostic.ts'
import { sequence } from '../../../src/indexes/sequence.ts'
import type { Kit } from '../../../src/kit.ts'
import type { PageWarning } from '../faults.ts'
import type { Pages } from './assemble.ts'

/** Printed pages beyond which a fiche is no longer short. */
const MOST_PAGES = 5

/** What the printed pages tell the author: fiches too long, headings left alone at the foot of a page,
 *  documents that only a simpler form could hold. */
export function judgePages(kit: Kit, { documents }: Pages, warnings: readonly PageWarning[]): Diagnostic[] {
  const fileOf = new Map<string, string>()
  for (const item of sequence(kit)) {
    if (item.kind === 'fiche') fileOf.set(item.id, item.fiche.file)
    if (item.kind === 'page') fileOf.set(item.id, item.page.file)
  }
  const place = (id: string) => ({ file: fileOf.get(id) ?? 'kit.yaml', line: 1, column: 1 })
  const published = new Set(kit.fiches.map(({ slug }) => slug))
  const long = documents.flatMap(({ id, first, last }) => {
    const pages = last - first + 1
    if (!published.has(id) || pages <= MOST_PAGES) return []
    return [diagnose('fiche-longue', place(id), { pages, maximum: MOST_PAGES })]
  })
  const onPages = warnings.map(warning =>
    warning.kind === 'titre-en-bas'
      ? diagnose('titre-en-bas', place(warning.document), { page: warning.page, titre: warning.text })
      : diagnose('forme-simple', place(warning.document), { page: warning.page }),
  )
  return [...long, ...onPages]
}

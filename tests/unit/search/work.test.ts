import { beforeAll, describe, expect, test } from 'vitest'
import { searchData } from '../../../build/site/search/documents.ts'
import type { SearchData } from '../../../src/web/search/documents.ts'
import { openEngine } from '../../../src/web/search/engine.ts'
import { thorough } from '../../thorough.ts'
import { searchDataOf } from './search-data.ts'

/** Texts read for the first query that is asked, of some 3,500 that a kit sixteen times as large has. */
const READS = 650

// The index of a kit sixteen times as large takes longer to make than all others of the quick run.
describe.runIf(thorough)('of a large kit', () => {
  let documents: SearchData['documents']
  let rest: Omit<SearchData, 'documents'>
  beforeAll(async () => {
    const { kit, pageOf } = await searchDataOf('fiches')
    const fiches = Array.from({ length: 16 }, (_, round) =>
      kit.fiches.map(fiche => (round === 0 ? fiche : { ...fiche, slug: `${fiche.slug}-x${round}` })),
    ).flat()
    ;({ documents, ...rest } = searchData(
      { ...kit, fiches },
      (id, kind) => pageOf(id.replace(/-x\d+$/, ''), kind),
      [],
    ))
  })

  test.each([
    'ESS',
    "liste des entreprises de l'ess",
    "qu'est-ce que l'économie sociale",
    'département et ess',
    'comment une commune peut elle aider les associations et les entreprises de l’économie sociale et solidaire de son territoire',
    'marhce publcs reservee asociaton inserton solidarté cooperativ energi citoyene habitnt',
  ])('few texts are read for « %s »', query => {
    const read = new Set<string>()
    const watched = documents.map(document => ({
      ...document,
      parties: document.parties.map((part, at) => ({
        ...part,
        get texte() {
          // What acronyms mean is read as the search opens.
          if (part.genre !== 'sigle') read.add(`${document.adresse} ${at}`)
          return part.texte
        },
      })),
    }))
    const parts = documents.reduce((sum, { parties }) => sum + parties.length, 0)
    expect(parts).toBeGreaterThan(3000)
    expect(openEngine({ ...rest, documents: watched }).search(query, null).found).not.toEqual([])
    expect(read.size).toBeLessThan(READS)
  })
})

import { count, fault } from '../../../../src/problems/finding.ts'
import { themes } from '../../../../src/web/rgaa-criteres.ts'
import { rowsOfCsv } from '../csv.ts'
import type { AuditCheck } from '../material.ts'

const PATH = 'donnees/rgaa.csv'
/** Criteria that a program can settle; all others want a person, and a person's audit is named elsewhere. */
const SETTLED = /^(?:2\.[12]|4\.\d+|8\.(?:1|3|5|10)|13\.1)$/

/** The grid holds the 106 criteria of the RGAA, and calls none settled without its proof. */
export const rgaaGrid: AuditCheck = {
  id: 'grille-rgaa',
  title: 'La grille du RGAA a ses 106 critères, et n’en tranche aucun sans preuve',
  async *run({ site }) {
    const grid = await (await site()).text(PATH)
    if (grid === null) return 'Le site n’a pas de grille.'
    const rows = rowsOfCsv(grid)
    const wanted = themes.flatMap(({ criteres }, theme) =>
      criteres.map((intitule, index) => ({ critere: `${theme + 1}.${index + 1}`, intitule })),
    )
    for (const [at, { critere, intitule }] of wanted.entries()) {
      const row = rows[at]
      const say = (message: string) => fault(`Site, ${PATH}`, `${critere} : ${message}`)
      const { etat, preuve } = row ?? {}
      const isSettled = etat !== 'à vérifier' && etat !== 'non conforme'
      if (row?.['critere'] !== critere || row['intitule'] !== intitule) yield say('le critère n’y est pas.')
      else if (isSettled && (preuve === '' || !SETTLED.test(critere)))
        yield say(`« ${etat} » n’est pas établi (${preuve || 'sans preuve'}).`)
    }
    if (rows.length > wanted.length)
      yield fault(`Site, ${PATH}`, `${rows.length} critères au lieu de ${wanted.length}.`)
    return `${count(rows.length, 'critère')}`
  },
}

import { themes } from '../../../../src/web/rgaa-criteres.ts'
import { count, type Finding, fault, verified } from '../../check.ts'
import type { AuditCheck } from '../material.ts'
import { rowsOfCsv } from '../read/csv.ts'

const PATH = 'donnees/rgaa.csv'
/** Criteria that a program can settle; all others want a person, and a person's audit is named elsewhere. */
const SETTLED = /^(?:2\.[12]|4\.\d+|8\.(?:1|3|5|10)|13\.1)$/

/** The grid holds the 106 criteria of the RGAA, and calls none settled without its proof. */
export const rgaaGrid: AuditCheck = {
  id: 'grille-rgaa',
  title: 'La grille du RGAA a ses 106 critères, et n’en tranche aucun sans preuve',
  subject: 'site',
  async run({ site }) {
    const grid = await (await site()).text(PATH)
    if (grid === null) return verified('Le site n’a pas de grille.', [])
    const rows = rowsOfCsv(grid)
    const wanted = themes.flatMap(({ criteres }, theme) =>
      criteres.map((intitule, index) => ({ critere: `${theme + 1}.${index + 1}`, intitule })),
    )
    const findings = wanted.flatMap(({ critere, intitule }, at): Finding[] => {
      const row = rows[at]
      const say = (message: string) => [fault(`Site, ${PATH}`, `${critere} : ${message}`)]
      if (row?.['critere'] !== critere || row['intitule'] !== intitule) return say('le critère n’y est pas.')
      const { etat, preuve } = row
      return etat === 'à vérifier' || etat === 'non conforme' || (preuve !== '' && SETTLED.test(critere))
        ? []
        : say(`« ${etat} » n’est pas établi (${preuve === '' ? 'sans preuve' : preuve}).`)
    })
    return verified(`${count(rows.length, 'critère')}`, [
      ...findings,
      ...(rows.length > wanted.length
        ? [fault(`Site, ${PATH}`, `${rows.length} critères au lieu de ${wanted.length}.`)]
        : []),
    ])
  },
}

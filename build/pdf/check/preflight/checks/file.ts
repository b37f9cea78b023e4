import { type Check, findFaults, judge } from '../check.ts'

/** Versions of PDF that PDF/X-4 is made of. @see ISO 15930-7 §6.1 */
const versions = ['1.3', '1.4', '1.5', '1.6']

export const fichier: Check = {
  code: 'fichier',
  titre: 'Fichier',
  pourquoi:
    'Un fichier verrouillé, sans identifiant ou qui contient des réglages de machine est refusé d’emblée.',
  limite: () =>
    'PDF 1.6 au plus, identifiant, ni mot de passe, ni réglage de trame ou de transfert, tout est lisible',
  mesure({ file }) {
    const { version, encrypted, hasId, pages } = file
    const faults = findFaults(pages, ({ forbidden, unread }) => [
      ...[...forbidden].sort().map(entry => `${entry} interdit`),
      ...new Set(unread),
    ])
    const details = [
      ...(versions.includes(version) ? [] : [`PDF ${version}`]),
      ...(hasId ? [] : ['pas d’identifiant (/ID)']),
      ...(encrypted ? ['fichier verrouillé'] : []),
      ...faults.details,
    ]
    return judge({ pages: faults.pages, details }, 'erreur', {
      sain: `PDF ${version}`,
      fautif: 'fichier refusé',
    })
  },
}

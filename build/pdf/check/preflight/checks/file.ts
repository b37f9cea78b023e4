import { onPage } from '../../../../judge/check.ts'
import { findFaults, measured, type PressCheck } from '../check.ts'

/** Versions of PDF that PDF/X-4 is made of. @see ISO 15930-7 §6.1 */
const versions = ['1.3', '1.4', '1.5', '1.6']

export const wholeFile: PressCheck = {
  id: 'fichier',
  title: 'Fichier',
  why: 'Un fichier verrouillé, sans identifiant ou qui contient des réglages de machine est refusé d’emblée.',
  limit: () =>
    'PDF 1.6 au plus, identifiant, ni mot de passe, ni réglage de trame ou de transfert, tout est lisible',
  run({ file }) {
    const { version, encrypted, hasId, pages } = file
    const faults = findFaults(pages, ({ forbidden, unread }) => [
      ...[...forbidden].sort().map(entry => `${entry} interdit`),
      ...new Set(unread),
    ])
    const ofFile = [
      ...(versions.includes(version) ? [] : [`PDF ${version}`]),
      ...(hasId ? [] : ['pas d’identifiant (/ID)']),
      ...(encrypted ? ['fichier verrouillé'] : []),
    ]
    return measured(
      [...ofFile.map(fault => onPage(null, fault)), ...faults],
      `PDF ${version}`,
      'fichier refusé',
    )
  },
}

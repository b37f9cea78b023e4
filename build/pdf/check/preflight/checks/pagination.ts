import { type Check, plural } from '../check.ts'

const SIGNATURE = 4

export const pagination: Check = {
  code: 'pagination',
  titre: 'Nombre de pages',
  pourquoi: 'Une feuille pliée porte quatre pages : il manquerait des pages au cahier.',
  limite: () => `un multiple de ${SIGNATURE}`,
  mesure({ file }) {
    const { length } = file.pages
    const over = length % SIGNATURE
    const details = over > 0 || length === 0 ? [`il manque ${plural(SIGNATURE - over, 'page')}`] : []
    return {
      verdict: details.length > 0 ? 'erreur' : 'conforme',
      valeur: plural(length, 'page'),
      pages: [],
      details,
    }
  },
}

import { type Check, findFaults, judge, plural } from '../check.ts'

export const annotations: Check = {
  code: 'annotations',
  titre: 'Liens, notes et formulaires',
  pourquoi: 'Ils sont faits pour l’écran ; PDF/X les interdit dans la page.',
  limite: () => 'aucun',
  mesure({ file }) {
    const faults = findFaults(file.pages, page => [...new Set(page.annotations)])
    const details = [...file.interactive.map(what => `dans le fichier : ${what}`), ...faults.details]
    return judge({ pages: faults.pages, details }, 'erreur', {
      sain: 'aucun',
      fautif: plural(details.length, 'objet'),
    })
  },
}

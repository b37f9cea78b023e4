import { type Check, findFaults, judge } from '../check.ts'

const TYPE_3 = 'Type3'

export const policesType3: Check = {
  code: 'polices-type-3',
  titre: 'Polices dessinées (Type 3)',
  pourquoi:
    'Une police Type 3 s’imprime sans les réglages de finesse des vraies polices, et certains imprimeurs la refusent.',
  limite: () => 'aucune',
  mesure: ({ file }) =>
    judge(
      findFaults(file.pages, page =>
        page.fonts.filter(({ subtype }) => subtype === TYPE_3).map(({ name }) => name),
      ),
      'erreur',
      { sain: 'aucune' },
    ),
}

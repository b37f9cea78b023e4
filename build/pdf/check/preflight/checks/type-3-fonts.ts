import { findFaults, measured, type PressCheck } from '../check.ts'

const TYPE_3 = 'Type3'

export const type3Fonts: PressCheck = {
  id: 'polices-type-3',
  title: 'Polices dessinées (Type 3)',
  why: 'Une police Type 3 s’imprime sans les réglages de finesse des vraies polices, et certains imprimeurs la refusent.',
  limit: () => 'aucune',
  run: ({ file }) =>
    measured(
      findFaults(file.pages, page =>
        page.fonts.filter(({ subtype }) => subtype === TYPE_3).map(({ name }) => name),
      ),
      'aucune',
    ),
}

import { plural } from '../../../../../src/french.ts'
import { unless } from '../../../../judge/check.ts'
import type { PressCheck } from '../check.ts'

const SIGNATURE = 4

export const pagination: PressCheck = {
  id: 'pagination',
  title: 'Nombre de pages',
  why: 'Une feuille pliée porte quatre pages : il manquerait des pages au cahier.',
  limit: () => `un multiple de ${SIGNATURE}`,
  run({ file }) {
    const { length } = file.pages
    const over = length % SIGNATURE
    const whole = over === 0 && length > 0
    return {
      state: 'verifie',
      evidence: plural(length, 'page'),
      findings: unless(whole, `il manque ${plural(SIGNATURE - over, 'page')}`),
    }
  },
}

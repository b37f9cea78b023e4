import { plural } from '../../../../../src/french.ts'
import { unless, verified } from '../../../../judge/check.ts'
import type { PressCheck } from '../check.ts'

export const pagination: PressCheck = {
  id: 'pagination',
  title: 'Nombre de pages',
  why: 'Une feuille pliée porte quatre pages, un feuillet deux : il manquerait des pages au cahier.',
  limit: ({ format: { signature } }) => (signature === 1 ? 'une' : `un multiple de ${signature}`),
  run({ file, format: { signature } }) {
    const { length } = file.pages
    const over = length % signature
    const whole = over === 0 && length > 0
    return verified(plural(length, 'page'), unless(whole, `il manque ${plural(signature - over, 'page')}`))
  },
}

import { picto, tete } from '../render/parts.ts'
import { encart } from './encart.ts'

export const loi = encart('loi', '::: loi Loi du 31 juillet 2014', cadre => {
  const sign = cadre.medium === 'epub' ? '' : '<span class="paragraphe" aria-hidden="true">§</span>\n'
  return tete('p', 'Loi', picto('scale', cadre)) + sign
})

import { picto, tete } from '../render/parts.ts'
import { encart } from './encart.ts'

export const info = encart('info', '::: info Où trouver les structures ?', cadre => {
  const icon = picto('lightbulb', cadre)
  return tete('p', 'Bon à savoir', icon && `<span class="pastille" aria-hidden="true">${icon}</span>`)
})

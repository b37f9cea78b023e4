import { expect, test } from 'vitest'
import { assertPlace } from '../../../scripts/command.ts'

test.each(['/home/maire/kit/', '/tmp/Kit à moi (1)/', '/srv/100%25/', "/x[1]{2}/l'ess & co/"])(
  '%s may hold the press',
  home => {
    expect(() => assertPlace(home)).not.toThrow()
  },
)

test.each([
  ['/home/maire/Kit #2/', '#'],
  ['/tmp/où ?/kit/', '?'],
])('%s may not: it says why, and what to do', (home, sign) => {
  expect(() => assertPlace(home)).toThrow(
    `Le dossier de la presse, ${home}, a « ${sign} » dans son chemin : le site ne peut pas être fabriqué là. Renommer ce dossier, ou le déplacer, puis relancer.`,
  )
})

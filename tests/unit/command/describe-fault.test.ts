import { describe, expect, test } from 'vitest'
import { describeFault } from '../../../scripts/command.ts'

/** A fault of the system. */
const faultOf = (message: string, about: object) => Object.assign(new Error(message), about)
const refused = faultOf('EACCES: permission denied', { code: 'EACCES', syscall: 'mkdir' })

describe('a fault is told', () => {
  test('with its causes, and what helps', () => {
    expect(describeFault(new Error('Tout est fabriqué.', { cause: refused }), false).split('\n')).toEqual([
      'Erreur : Tout est fabriqué.',
      '  cause : EACCES: permission denied',
      '  On ne peut pas écrire dans ce dossier : en choisir un autre, ou en donner le droit.',
      '  (DEBUG=1 pour le détail technique)',
    ])
  })

  test('in French, where a disk refuses a file by its name', () => {
    const fault = faultOf('ENAMETOOLONG: name too long', { code: 'ENAMETOOLONG', path: '/a' })
    expect(describeFault(fault, false)).toMatch(/^Erreur : \/a : ce nom est trop long \(ENAMETOOLONG/)
  })

  test('as a folder that cannot be made, and without causes that say nothing', () => {
    const path = { code: 'ENOENT', syscall: 'mkdir', path: '/proc/a' }
    const refused = faultOf('ENOENT: no such file', { ...path, cause: new Error('') })
    const said = describeFault(new Error('Le cache ne peut pas être écrit', { cause: refused }), false)
    expect(said).toContain('cause : /proc/a : ce dossier ne peut pas être créé là')
    expect(said.match(/cause :/g)).toHaveLength(1)
  })

  test.each(['EACCES', 'ENOENT'])('of a program that does not start (%s) as what it is', code => {
    const path = 'outils/verapdf'
    const cause = faultOf(`spawn ${path} ${code}`, { code, syscall: `spawn ${path}`, path })
    expect(describeFault(new Error('« outils/verapdf » ne démarre pas.', { cause }), false)).toContain(
      'Ce programme ne peut pas être lancé : vérifier son chemin, et le droit de l’exécuter.',
    )
  })

  test('with the one remedy of whoever knows best what was being done', () => {
    const cache = faultOf('Le cache ne peut pas être écrit', { cause: refused, code: 'KIT_CACHE' })
    const description = describeFault(cache, false)
    expect(description).toContain('la variable KIT_CACHE')
    expect(description).not.toContain('--out')
  })

  test('rather than what went wrong after it, while things were put away', async () => {
    const work = async () => {
      await using _folder = {
        [Symbol.asyncDispose]: () => Promise.reject(new Error('le dossier est occupé')),
      }
      throw faultOf('ENOSPC: no space left', { code: 'ENOSPC', syscall: 'write' })
    }
    const description = describeFault(await work().catch(fault => fault), false)
    expect(description).toMatch(/^Erreur : ENOSPC/)
    expect(description).toContain('Le disque est plein')
  })
})

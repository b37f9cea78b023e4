import { chmod, chown, readdir, readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Manifest } from '../../build/disk/manifest.ts'
import { copyPress } from '../../scripts/bench/press-copy.ts'
import { coldCache } from '../e2e/press-processes.ts'
import { expectNothingLeft, FICHE, filesOf, MADE, openWatches, type Watch } from '../e2e/watch-kit.ts'
import { until } from '../until.ts'
import { editStyle } from './press-copy.ts'

/** Root may read everything: a command is then run as nobody in particular. */
const nobody = process.getuid?.() === 0 ? { uid: 65534, gid: 65534 } : {}

let watches: Awaited<ReturnType<typeof openWatches>>
beforeAll(async () => {
  watches = await openWatches()
})
afterAll(() => watches[Symbol.asyncDispose]())

describe('an interruption', () => {
  it.each([
    ['SIGINT', 130],
    ['SIGTERM', 143],
  ] as const)('by %s in the first build or in a later one ends it at once with %i', async (signal, code) => {
    const stop = async (watch: Watch) => {
      watch.child.kill(signal)
      expect(await watch.ended, watch.said()).toBe(code)
      expect(watch.said()).not.toContain('Erreur')
      await expectNothingLeft(watch)
    }
    const early = await watches.start(`${signal} debut`)
    await early.says('Composition des pages')
    const late = await watches.start(`${signal} suite`)
    await Promise.all([stop(early), late.says(MADE)])
    const before = await filesOf(late.out)
    const inode = async () => (await stat(late.out).catch(() => null))?.ino
    const former = await inode()
    await late.edit(FICHE, text => text.replace('sans pluie', 'sans vent'))
    // In the middle of that build; a quick one may be seen only when it has ended.
    const begun = async () => (await readdir(late.place)).some(name => name.startsWith('.'))
    await until(async () => (await begun()) || (await inode()) !== former, late.said)
    await stop(late)
    const { artefacts } = JSON.parse(await readFile(join(late.out, 'manifeste.json'), 'utf8')) as Manifest
    expect(artefacts.length).toBeGreaterThan(5)
    expect(Object.keys(await filesOf(late.out))).toHaveLength(Object.keys(before).length)
  })
})

describe('what a watch cannot follow', () => {
  it('ends it with 3 when it is the press that has changed', async () => {
    const press = join(watches.dir, 'presse')
    await copyPress(press)
    const watch = await watches.start('presse suivie', {
      press,
      args: ['--only', 'epub', '--imposition', 'cahier'],
    })
    await watch.says(MADE)
    expect(JSON.parse(await readFile(join(watch.out, 'manifeste.json'), 'utf8')).artefacts).toMatchObject([
      { role: 'epub' },
    ])
    await editStyle(press, 'web', 1)
    await watch.edit(FICHE, text => text.replace('Marcher coûte peu', 'Marcher coûte très peu'))
    expect(await watch.ended).toBe(3)
    expect(watch.said()).toContain(
      'Erreur : La presse elle-même a changé. Relancer la commande pour la suivre.',
    )
    await expectNothingLeft(watch)
  })

  it('is told when it is a folder that may not be read, until it may be', async () => {
    await chmod(watches.dir, 0o755)
    const cache = await coldCache(watches.dir)
    if (nobody.uid !== undefined) await chown(cache, nobody.uid, nobody.gid)
    const watch = await watches.start('illisible', { ...nobody, cache, args: ['--only', 'epub'] })
    await watch.says(MADE)
    const folder = join(watch.fiches, 'pratiques')
    const output = await watch.says('Ce dossier ne peut pas être lu', () => chmod(folder, 0o000))
    expect(output).toContain('Erreur : ')
    await watch.says('Plus d’erreur.', () => chmod(folder, 0o755))
    await watch.says(MADE, () => watch.edit(FICHE, text => text.replace('sans pluie', 'sec')))
    expect(watch.said()).not.toMatch(/\n {4}at /)
    watch.child.kill('SIGINT')
    expect(await watch.ended).toBe(130)
    await expectNothingLeft(watch)
  })
})

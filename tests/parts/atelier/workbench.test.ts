import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import type { openWorkbench } from '../../../build/atelier/worker/workbench.ts'
import { checkKit } from '../../../build/disk/read-kit.ts'
import { editKit } from '../../unit/content/edit-kit.ts'
import { bundled, filesIn, home } from './bundled.ts'

let open: typeof openWorkbench
beforeAll(async () => {
  const module = await bundled<{ openWorkbench: typeof openWorkbench }>('build/atelier/worker/workbench.ts')
  open = module.openWorkbench
})

/** What only a disk has: a link, a pipe. */
const ofDisks = ['chemin-hors-dossier', 'fichier-illisible']

const faults = join(home, 'tests/fixtures/erreurs')
const cases = readdirSync(faults).filter(name => !name.startsWith('_') && !ofDisks.includes(name))

describe('the atelier tells what `kit check` tells', () => {
  test.each(['fiches', 'tests/fixtures/kits/autre', 'tests/visual/carnet'])('of %s', async dir => {
    const { diagnostics } = await open().open(filesIn(join(home, dir)))
    expect(diagnostics).toEqual(await checkKit(join(home, dir)))
  })

  test.each(cases)('of the faulty kit %s and of its neighbour', async name => {
    for (const variant of ['faux', 'juste']) {
      await using kit = await editKit(join(faults, name, variant))
      const { diagnostics } = await open().open(filesIn(kit.dir))
      expect(diagnostics).toEqual(await checkKit(kit.dir))
    }
  })

  test('after an edit, of the whole kit', async () => {
    await using kit = await editKit(null)
    const workbench = open()
    const files = filesIn(kit.dir)
    await workbench.open(files)
    const [file = ''] = [...files.keys()].filter(path => /\/\d+-.*\.md$/.test(path))
    const { diagnostics } = await workbench.change(
      new Map([
        [file, new TextEncoder().encode(`${new TextDecoder().decode(files.get(file))}\n::: inconnu\n`)],
      ]),
    )
    expect(diagnostics.map(({ code }) => code)).toContain('bloc-inconnu')
    const back = await workbench.change(new Map([[file, files.get(file) ?? null]]))
    expect(back.diagnostics).toEqual([])
  })
})

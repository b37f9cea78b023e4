import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import type { openWorkbench } from '../../../build/atelier/worker/workbench.ts'
import { checkKit } from '../../../build/disk/read-kit.ts'
import { sampleOf } from '../../thorough.ts'
import { auteursFiles, readEntrees } from '../../unit/content/auteurs.ts'
import { editKit } from '../../unit/content/edit-kit.ts'
import { fixtureFiles, readCases } from '../../unit/markdown/read-cases.ts'
import { bundled, filesIn, home } from './bundled.ts'

let open: typeof openWorkbench
beforeAll(async () => {
  const module = await bundled<{ openWorkbench: typeof openWorkbench }>('build/atelier/worker/workbench.ts')
  open = module.openWorkbench
})

const FICHE = 'leviers/02-achats.md'

/** What only a disk has: a link, a pipe. */
const ofDisks = ['chemin-hors-dossier', 'fichier-illisible']

const faults = join(home, 'tests/fixtures/erreurs')
const cases = readdirSync(faults).filter(name => !name.startsWith('_') && !ofDisks.includes(name))

describe('the atelier tells what `kit check` tells', () => {
  test.each(['fiches', 'tests/fixtures/kits/autre', 'tests/fixtures/loi', 'tests/visual/carnet'])(
    'of %s',
    async dir => {
      const { diagnostics } = await open().open(filesIn(join(home, dir)))
      expect(diagnostics).toEqual(await checkKit(join(home, dir)))
    },
  )

  test.each(sampleOf(cases, 4))('of the faulty kit %s and of its neighbour', async name => {
    for (const variant of ['faux', 'juste']) {
      await using kit = await editKit(join(faults, name, variant))
      const { diagnostics } = await open().open(filesIn(kit.dir))
      expect(diagnostics).toEqual(await checkKit(kit.dir))
    }
  })

  test('an anchor that lacks is written by a button', async () => {
    await using kit = await editKit(join(faults, 'ancre-absente', 'faux'))
    const workbench = open()
    const files = filesIn(kit.dir)
    const { diagnostics } = await workbench.open(files)
    const [lacking] = diagnostics.filter(({ code }) => code === 'ancre-absente')
    if (!lacking) throw new Error('no anchor lacks')
    const { file, line } = lacking.place
    const [remedy] = await workbench.remedies(file)
    const text = new TextDecoder().decode(files.get(file)).split('\n')[line - 1] ?? ''
    expect(remedy).toMatchObject({ code: 'ancre-absente', line, column: text.length + 1, length: 0 })
    expect(remedy?.text).toMatch(/^ \{#[\w-]+\}$/)
  })

  const entrees = auteursFiles.flatMap(file => readEntrees(file).map(one => ({ ...one, file })))
  test.each(sampleOf(entrees, 4))('of what an author did: $file, $titre', async ({ edits }) => {
    await using kit = await editKit(null, edits)
    const [{ diagnostics }, wanted] = [await open().open(filesIn(kit.dir)), await checkKit(kit.dir)]
    // A link and a pipe are of a disk.
    const isOfDisk = wanted.some(({ code }) => ofDisks.includes(code))
    if (!isOfDisk) expect(diagnostics).toEqual(wanted)
  })

  const bodies = ['blocks', 'typographie'].flatMap(folder =>
    fixtureFiles(folder).map(({ nom, text }) => ({ nom: `${folder}/${nom}`, cases: readCases(text) })),
  )
  test.each(bodies)('of each body of $nom', async ({ cases }) => {
    await using kit = await editKit(null)
    const workbench = open()
    await workbench.open(filesIn(kit.dir))
    const head = readFileSync(join(kit.dir, FICHE), 'utf8').split(/^---$/m)[1] ?? ''
    for (const { source, titre } of cases) {
      const bytes = new TextEncoder().encode(`---${head}---\n\n${source}\n`)
      writeFileSync(join(kit.dir, FICHE), bytes)
      const { diagnostics } = await workbench.change(new Map([[FICHE, bytes]]))
      expect(diagnostics, titre).toEqual(await checkKit(kit.dir))
    }
    expect(cases.length).toBeGreaterThan(0)
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

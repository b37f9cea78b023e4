import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import {
  differences,
  expectNothingLeft,
  expectSoon,
  FICHE,
  filesOf,
  openWatches,
  type Watch,
} from './watch-kit.ts'

let watches: Awaited<ReturnType<typeof openWatches>>
let watch: Watch
let first: Record<string, string>
let sound: string

beforeAll(async () => {
  watches = await openWatches()
  ;({ watch, first, sound } = await watches.begin('suivi'))
})
afterAll(() => watches[Symbol.asyncDispose]())

const mend = () => writeFile(join(watch.fiches, FICHE), sound)

it('makes of an edited fiche what a cold build makes, and of its former text the former bytes', async () => {
  await watch.edit(FICHE, text =>
    text
      .replace('Marcher coûte peu', 'Marcher coûte très peu')
      .replace('titre: Faire le tour', 'titre: Faire un grand tour'),
  )
  await expectSoon(watch, await watches.coldBuild(watch.fiches))
  await mend()
  await expectSoon(watch, first)
})

it('tells a mistake with its place, leaves the output as it was, and says when it is mended', async () => {
  const output = await watch.says('1 erreur', () =>
    watch.edit(FICHE, text => text.replace('famille: pratique', 'famille: pratiques')),
  )
  expect(output).toMatch(
    /pratiques\/07-faire-le-tour\.md:6:\d+ {2}erreur {2}famille : « pratiques » n'existe pas\. Écrire : repere ou pratique\./,
  )
  expect(differences(await filesOf(watch.out), first)).toEqual([])
  const mended = await watch.says('Plus d’erreur.', mend)
  expect(mended).not.toContain('erreur  ')
  await expectSoon(watch, first)
})

it('ends with 143 at SIGTERM, and leaves nothing but its output', async () => {
  watch.child.kill('SIGTERM')
  expect(await watch.ended).toBe(143)
  expect(differences(await filesOf(watch.out), first)).toEqual([])
  await expectNothingLeft(watch)
})

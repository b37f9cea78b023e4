import { mkdirSync } from 'node:fs'
import { cp, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import sharp from 'sharp'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Manifest } from '../../build/ground/disk/manifest.ts'
import { differences, expectSoon, FICHE, filesOf, openWatches, type Watch } from '../e2e/watch-kit.ts'

const PICTURE = 'images/place.png'

let watches: Awaited<ReturnType<typeof openWatches>>
let watch: Watch
let first: Record<string, string>
let sound: string
/** The output when a word is another. */
let worded: Record<string, string>
const word = (text: string) => text.replace('Marcher coûte peu', 'Marcher coûte très peu')
const mend = () => writeFile(join(watch.fiches, FICHE), sound)

beforeAll(async () => {
  watches = await openWatches()
  ;({ watch, first, sound } = await watches.begin('suivi'))
})

afterAll(() => watches[Symbol.asyncDispose]())

it('makes after each kind of change what a cold build makes', async () => {
  const { fiches, out, edit } = watch
  const expectCold = async (about: string) => {
    const cold = await watches.coldBuild(fiches)
    await expectSoon(watch, cold, about)
    return cold
  }
  expect(await expectCold('as they were')).toEqual(first)
  await edit(FICHE, word)
  worded = await expectCold('a word')
  await edit(FICHE, text => text.replace('titre: Faire le tour', 'titre: Faire un grand tour'))
  await expectCold('a word and a title')

  const images = join(watch.place, 'images')
  mkdirSync(images)
  for (const name of ['place.png', 'credits.yaml'])
    await cp(join('tests/visual/carnet/images', name), join(images, name))
  await rename(images, join(fiches, 'images'))
  const picture = '\n![Trois arbres sur une place.](images/place.png)\n\n## Les leviers'
  await edit(FICHE, text => text.replace('\n## Les leviers', picture))
  const text = sound
    .replace('numero: 7', 'numero: 8')
    .replace('slug: faire-le-tour', 'slug: revenir')
    .replaceAll('Faire le tour', 'Revenir')
  await writeFile(join(fiches, 'pratiques/08-revenir.md'), text)
  await expectCold('a picture and a fiche more')

  const other = await sharp(join(fiches, PICTURE)).negate({ alpha: false }).png().toBuffer()
  await writeFile(join(fiches, PICTURE), other)
  await edit('kit.yaml', kit => kit.replace('Carnet des Lisières', 'Cahier des Lisières'))
  await rm(join(fiches, 'pratiques/08-revenir.md'))
  await expectCold('other bytes of the picture, another title of the kit, a fiche less')

  // Undone, all of it.
  await mend()
  await rm(join(fiches, 'images'), { recursive: true })
  await edit('kit.yaml', kit => kit.replace('Cahier des Lisières', 'Carnet des Lisières'))
  await expectSoon(watch, first)
  // The manifest, too, has the digest of each.
  const { artefacts } = JSON.parse(await readFile(join(out, 'manifeste.json'), 'utf8')) as Manifest
  for (const { path, role, sha256 } of artefacts) if (role !== 'site') expect(first[path]).toBe(sha256)
})

it('waits for an editor that empties the file first', async () => {
  const file = join(watch.fiches, FICHE)
  for (const [text, wanted] of [
    [word(sound), worded],
    [sound, first],
  ] as const) {
    await writeFile(file, '')
    // As long as an editor takes.
    await sleep(40)
    await writeFile(file, text)
    await expectSoon(watch, wanted)
  }
})

it('makes what was written while a build was under way', async () => {
  const file = join(watch.fiches, FICHE)
  for (const [pause, text, wanted] of [
    [30, word(sound), worded],
    [120, sound, first],
    [250, word(sound), worded],
    [60, sound, first],
  ] as const) {
    await watch.edit(FICHE, text => text.replace('sans pluie', `sans pluie ni vent ${pause}`))
    // Whatever the build is at then.
    await sleep(pause)
    await writeFile(file, text)
    await expectSoon(watch, wanted, `${pause} ms`)
  }
})

it('says that the folder is gone, and goes on when it is there again or another stands in its place', async () => {
  const { fiches, out } = watch
  const away = `${fiches} ailleurs`
  await watch.says('Ce dossier n', () => rename(fiches, away))
  expect(differences(await filesOf(out), first)).toEqual([])
  await watch.says('Plus d’erreur.', () => rename(away, fiches))
  await watch.edit(FICHE, word)
  await expectSoon(watch, worded)
  // As `git checkout` does, and who unpacks an archive: folders of the same names.
  await cp(fiches, away, { recursive: true })
  await writeFile(join(away, FICHE), sound)
  await rm(join(fiches, 'pratiques'), { recursive: true })
  await rename(join(away, 'pratiques'), join(fiches, 'pratiques'))
  await rm(away, { recursive: true })
  await expectSoon(watch, first)
  await watch.edit(FICHE, word)
  await expectSoon(watch, worded)
  await mend()
  await expectSoon(watch, first)
  expect(watch.said()).not.toMatch(/\n {4}at /)
})

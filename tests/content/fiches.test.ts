import { beforeAll, describe, expect, test } from 'vitest'
import { readKit } from '../../build/disk/read-kit.ts'
import type { Diagnostic } from '../../src/diagnostics/diagnostic.ts'
import type { FichePubliee, Kit } from '../../src/kit.ts'
import { anatomie } from './anatomy.ts'
import { kitDir, kitTexts, readableText } from './kit-files.ts'

/** Words with several capitals that need no explanation: names, and what everybody knows. */
const noms = new Set(
  `ACEASCOP AMP ATAO BY BicyclAide CC CLER CarteCo DELTHA DÉCLICS ERE ETIC FAUX FIL ID ISBN JOUJOU MWh MunicipalESS
  MédiaTerre NC PHARES ProDij RepèrESS RepèreESS RégionalESS SA SOLENI TAg35 TRESSONS TempO VRAI XIXe XVIIIe`.split(
    /\s+/,
  ),
)

let kit: Kit
let diagnostics: Diagnostic[]
let publiees: FichePubliee[]

beforeAll(async () => {
  const read = await readKit(kitDir)
  if (read.kit === null) throw new Error('The kit cannot be read.')
  kit = read.kit
  diagnostics = read.diagnostics
  publiees = kit.fiches.filter(fiche => fiche.statut !== 'a-paraitre')
})

test('the kit is read without an error', () => {
  expect(diagnostics.filter(({ severity }) => severity === 'erreur')).toEqual([])
})

test('28 fiches, of which 16 have a text: those of the anatomy', () => {
  expect(kit.fiches.map(({ numero }) => numero)).toEqual(Array.from({ length: 28 }, (_, i) => i + 1))
  expect(publiees.map(({ numero }) => numero)).toEqual(Object.keys(anatomie).map(Number))
})

describe('each fiche holds what its source holds', () => {
  test.each(Object.entries(anatomie))('fiche %s', (numero, attendu) => {
    const { corps } = fiche(Number(numero))
    const leviers = corps.plan.filter(section => section.leviers).flatMap(({ niveaux }) => niveaux)
    expect({
      leviers: leviers.length,
      exemples: corps.exemples.length,
      chiffres: corps.chiffres.length,
      ressources: corps.ressources.length,
    }).toEqual({
      leviers: attendu.leviers,
      exemples: attendu.exemples,
      chiffres: attendu.chiffres,
      ressources: attendu.ressources,
    })
    expect(corps.renvois.map(({ slug }) => slug)).toEqual(expect.arrayContaining([...attendu.renvois]))
  })

  test.each(Object.entries(anatomie))(
    'fiche %s is as long as its source, within 15 %',
    (numero, { mots }) => {
      const written = fiche(Number(numero)).corps.mots
      expect(written).toBeGreaterThanOrEqual(mots * 0.85)
      expect(written).toBeLessThanOrEqual(mots * 1.15)
    },
  )

  test('the pictograms of the levers of a fiche differ', () => {
    for (const { corps, file } of publiees) {
      const pictos = corps.plan.flatMap(({ niveaux }) => niveaux.flatMap(({ picto }) => picto ?? []))
      expect(pictos, file).toHaveLength(new Set(pictos).size)
    }
  })
})

test('every cross-reference leads to a fiche', () => {
  const slugs = kit.fiches.map(({ slug }) => slug)
  const renvois = [...publiees, ...kit.pages].flatMap(({ corps }) => corps.renvois.map(({ slug }) => slug))
  expect(renvois.length).toBeGreaterThan(30)
  expect(renvois.filter(slug => !slugs.includes(slug))).toEqual([])
})

describe('acronyms', () => {
  const texts = kitTexts().map(({ file, text }) => ({ file, text: readableText(text) }))

  test('each is explained in sigles.yaml, or is a name', () => {
    const unexplained = texts.flatMap(({ file, text }) =>
      (text.match(/(?<![\p{L}\p{N}])[\p{L}\p{N}]*\p{Lu}[\p{L}\p{N}]*\p{Lu}[\p{L}\p{N}]*/gu) ?? [])
        .filter(word => !(word in kit.sigles) && !noms.has(word))
        .map(word => `${file}: ${word}`),
    )
    expect(unexplained).toEqual([])
  })

  test('sigles.yaml holds those that are used, in alphabetical order', () => {
    const sigles = Object.keys(kit.sigles)
    const all = texts.map(({ text }) => text).join('\n')
    expect(
      sigles.filter(sigle => !new RegExp(`(?<![\\p{L}\\p{N}])${sigle}(?![\\p{L}\\p{N}])`, 'u').test(all)),
    ).toEqual([])
    expect(sigles).toEqual([...sigles].sort(new Intl.Collator('fr').compare))
  })
})

function fiche(numero: number): FichePubliee {
  const published = publiees.find(one => one.numero === numero)
  if (!published) throw new Error(`No text for fiche ${numero}.`)
  return published
}

import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { readKit } from '../../../build/ground/disk/read-kit.ts'
import { UsageError } from '../../../scripts/command.ts'
import command from '../../../scripts/commands/new.ts'
import { readBody } from '../../../src/kit/body/read-body.ts'
import { splitFrontMatter } from '../../../src/kit/file-text.ts'
import { newFiche, placeOfFiche } from '../../../src/kit/new/new-fiche.ts'
import { runs } from '../../thorough.ts'
import { editKit } from '../content/edit-kit.ts'

const printed = vi.spyOn(console, 'log').mockImplementation(() => {})
afterEach(() => printed.mockClear())

/** Problems that words to complete alone give. */
const TO_COMPLETE = new Set([
  ...['mention-a-completer', 'site-sans-url', 'ressources-sans-adresse', 'texte-provisoire'],
])

async function folder() {
  const dir = await mkdtemp(join(tmpdir(), 'kit-neuf-'))
  return { dir, [Symbol.asyncDispose]: () => rm(dir, { recursive: true, force: true }) }
}

const call = (cwd: string, ...args: string[]) => {
  const context = { cwd, env: {}, signal: new AbortController().signal }
  return Promise.resolve()
    .then(() => command.parse(args, context))
    .then(options => command.run(options, context))
}

const flags = [
  ...['--titre', 'Départements & ESS 2027', '--editeur', 'Réseau: "essai" #1'],
  ...['--licence', 'CC BY-NC-SA', '--mois', '2027-01'],
]
/** A kit of these families. */
const newKit = (cwd: string, dir: string, familles: string[], ...others: string[]) =>
  call(cwd, 'kit', dir, ...flags, ...others, ...familles.flatMap(one => ['--famille', one]))

const colour = fc.integer({ min: 0, max: 0xffffff }).map(value => `#${value.toString(16).padStart(6, '0')}`)

describe('kit new kit', () => {
  test.each([
    [['Compétence/#e0a030', 'Territoire/Territoires/#2244aa']],
    [['Repère', 'Outil/Outils', "L'action/Les actions", 'Pays/Pays/#777777']],
  ])('%j : un kit que la vérification admet, mots à compléter mis à part', async familles => {
    await using root = await folder()
    expect(await newKit(root.dir, 'neuf', familles)).toBe(0)
    const { kit, problems } = await readKit(join(root.dir, 'neuf'))
    expect(problems.filter(({ code }) => !TO_COMPLETE.has(code))).toEqual([])
    expect(kit?.titre).toBe('Départements & ESS 2027')
    expect(kit?.edition).toMatchObject({ annee: 2027, mois: '2027-01' })
    expect(kit?.editeur.nom).toBe('Réseau: "essai" #1')
    expect(kit?.fiches.map(({ famille }) => famille)).toEqual(kit?.familles.map(({ id }) => id))
    for (const { couleur } of kit?.familles ?? []) {
      const shades = kit?.tokens.familles[couleur]
      const ink = shades?.solid.cmyk.reduce((total, one) => total + one, 0) ?? 0
      expect(ink).toBeGreaterThan(50)
      expect(ink).toBeLessThanOrEqual(300)
    }
    expect(await readdir(join(root.dir, 'neuf'))).toEqual(
      expect.arrayContaining(['LICENCE.md', 'README.md', 'kit.yaml', 'tokens.json']),
    )
  })

  test('ce qui est laissé vide n’est pas écrit', async () => {
    await using root = await folder()
    await newKit(root.dir, 'neuf', ['Repère', 'Outil'], '--sous-titre', '', '--sigle', '')
    const { kit } = await readKit(join(root.dir, 'neuf'))
    expect([kit?.sous_titre, kit?.editeur.sigle]).toEqual([null, null])
    expect(kit?.familles.map(({ id }) => id)).toEqual(['repere', 'outil'])
  })

  test('quelle que soit la couleur choisie, la vérification admet ses encres', async () => {
    await fc.assert(
      fc.asyncProperty(fc.tuple(colour, colour, colour, colour), async colours => {
        await using root = await folder()
        await newKit(
          root.dir,
          'neuf',
          colours.map((one, at) => `${at} fiche/${one}`),
        )
        const { problems } = await readKit(join(root.dir, 'neuf'))
        expect(problems.filter(({ code }) => !TO_COMPLETE.has(code))).toEqual([])
      }),
      {
        numRuns: runs(2),
        examples: [
          [['#000000', '#006c5e', '#162f68', '#444444']],
          [['#5a4636', '#101010', '#ffffff', '#f9eee9']],
        ],
      },
    )
  })

  test('ce qui existe n’est pas écrasé', async () => {
    await using root = await folder()
    await writeFile(join(root.dir, 'déjà.txt'), 'là')
    await expect(newKit(root.dir, '.', ['A', 'B'])).rejects.toThrow('n’est pas vide')
    expect(await readdir(root.dir)).toEqual(['déjà.txt'])
  })

  test.each([
    [['kit'], 'Dans quel dossier'],
    [['kit', 'x', '--famille', 'A'], 'de deux à quatre'],
    [['kit', 'x', '--famille', 'A', '--famille', 'a'], 'le même nom'],
    [['kit', 'x', '--famille', 'A/#12', '--famille', 'B'], 'n’est pas une couleur'],
    [['kit', 'x', '--titre', 'T', '--famille', 'A', '--famille', 'B'], 'Il manque : --editeur, --licence'],
    [['kit', 'x', '--mois', '2027-13'], 'Écrire par exemple : 2027-01'],
    [['fiche'], 'Quel est le titre'],
    [['fiche', 'Titre'], 'De quelle famille'],
    [['page'], 'Usage'],
  ])('%j : dit quoi taper', async (args, message) => {
    await expect(call('/', ...args)).rejects.toThrow(UsageError)
    await expect(call('/', ...args)).rejects.toThrow(message)
  })

  test.each([
    ['Un nom de famille que nul onglet ne peut tenir', [], '40 au plus'],
    ['Annexe/Annexes/rouge', [], '« rouge » n’est pas une couleur'],
    ['Annexe', ['--titre', Array(50).fill('mot').join(' ')], '120 au plus'],
  ])('qui serait refusé n’est pas écrit : %s, %j', async (famille, others, why) => {
    await using root = await folder()
    await expect(newKit(root.dir, 'neuf', ['Outil', famille], ...others)).rejects.toThrow(why)
    expect(await readdir(root.dir)).toEqual([])
  })

  test('une famille au nom d’un dossier qui tient autre chose a le sien', async () => {
    await using root = await folder()
    await newKit(root.dir, 'neuf', ['Outil', 'Image'])
    expect(await readdir(join(root.dir, 'neuf'))).toContain('fiches-images')
  })
})

describe('kit new fiche', () => {
  test('le plan est celui de sa famille', async () => {
    const { kit } = await readKit('tests/fixtures/kits/autre')
    const begun = (famille: string) => {
      if (!kit) throw new Error('the kit cannot be read')
      const { plan } = placeOfFiche(kit, 'Essai', famille)
      return newFiche({ numero: 99, slug: 'essai', titre: 'Essai', famille, maj: '2026-11', plan })
    }
    const parts = { repere: ['::: chiffres'], pratique: ['{.leviers}', '::: exemple', '::: ressources'] }
    for (const [famille, own] of Object.entries(parts)) {
      const text = begun(famille)
      expect(
        Object.values(parts)
          .flat()
          .filter(part => text.includes(part)),
      ).toEqual(own)
      const { body = '', bodyLine = 1 } = splitFrontMatter(text, 'essai.md').parts ?? {}
      const { problems } = readBody(body, { file: 'essai.md', firstLine: bodyLine })
      expect(problems.filter(({ code }) => !TO_COMPLETE.has(code))).toEqual([])
    }
  })

  test('le numéro suivant, dans le dossier de sa famille, sans faute', async () => {
    await using kit = await editKit(null)
    const root = join(kit.dir, '..')
    const before = await readKit(kit.dir)
    const last = Math.max(...(before.kit?.fiches.map(({ numero }) => numero) ?? []))
    const titre = "Foncier : l'ESS a-t-elle sa place ?"
    expect(await call(root, 'fiche', titre, '--famille', 'levier', '--fiches', 'fiches')).toBe(0)
    const { kit: after, problems } = await readKit(kit.dir)
    const codes = problems.map(({ code }) => code)
    expect(codes.filter(code => code === 'texte-provisoire')).toHaveLength(9)
    expect(codes.filter(code => code !== 'texte-provisoire')).toEqual(['ressources-sans-adresse'])
    expect(after?.fiches.at(-1)).toMatchObject({
      numero: last + 1,
      famille: 'levier',
      titre,
      statut: 'relecture',
    })
    expect(after?.fiches.at(-1)?.file).toBe(`leviers/0${last + 1}-foncier-l-ess-a-t-elle-sa-place.md`)
    await expect(call(root, 'fiche', titre, '--famille', 'levier')).rejects.toThrow('a déjà ce nom')
  })

  test('qui serait refusée n’est pas écrite', async () => {
    await using kit = await editKit(null)
    const asked = call(kit.dir, 'fiche', 'Sommaire', '--famille', 'levier', '--fiches', '.')
    await expect(asked).rejects.toThrow('réservé')
  })

  test('une famille inconnue, un kit en faute', async () => {
    await using kit = await editKit(null)
    const root = join(kit.dir, '..')
    await expect(call(root, 'fiche', 'Titre', '--famille', 'leviers')).rejects.toThrow('Écrire : levier')
    await writeFile(join(kit.dir, 'kit.yaml'), 'titre: [')
    const stderr = vi.spyOn(console, 'error').mockImplementation(() => {})
    expect(await call(root, 'fiche', 'Titre', '--famille', 'levier')).toBe(1)
    expect(stderr.mock.calls.join()).toContain('kit.yaml')
    stderr.mockRestore()
    expect(await readFile(join(kit.dir, 'kit.yaml'), 'utf8')).toBe('titre: [')
  })
})

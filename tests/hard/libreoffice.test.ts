import { spawnSync } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { writeFiche } from '../../build/edition/word/write-fiche.ts'
import { readKit } from '../../build/ground/disk/read-kit.ts'
import type { FichePubliee } from '../../src/kit/kit.ts'
import { importWord } from '../../src/word/import-word.ts'
import { readManuscript } from '../../src/word/read/read-manuscript.ts'
import { missingWords, wordsOf } from '../../src/word/words.ts'
import { openPdf } from '../e2e/read-pdf.ts'

const absent = spawnSync('soffice', ['--version']).status !== 0
const title = 'LibreOffice reads and writes what the kit does'

const setting = {
  nom: 'essai',
  famille: 'levier',
  numero: 99,
  mois: '2026-11',
  taken: new Set<string>(),
  numbers: new Map<number, string>(),
  slug: null,
  familles: [],
}

describe.skipIf(absent)(absent ? `SKIPPED, no soffice on this machine: ${title}` : title, () => {
  let dir: string
  beforeAll(async () => {
    dir = await mkdtemp(join(tmpdir(), 'kit-libreoffice-'))
  })
  afterAll(() => rm(dir, { recursive: true, force: true }))

  /** What LibreOffice makes of a file, with settings of its own. @returns the path of what it made */
  function convert(path: string, to: string): string {
    const profile = `-env:UserInstallation=${pathToFileURL(join(dir, 'profil')).href}`
    const out = join(dir, to)
    const filter = to === 'docx' ? 'docx:MS Word 2007 XML' : to
    const args = [profile, '--headless', '--convert-to', filter, '--outdir', out, path]
    const { status, stderr } = spawnSync('soffice', args, { encoding: 'utf8' })
    if (status !== 0) throw new Error(`soffice ended with ${status}: ${stderr}`)
    return join(out, basename(path).replace(/\.\w+$/, `.${to}`))
  }

  const textOf = async (pdf: string) => (await openPdf(pdf)).pages.map(({ text }) => text).join('\n')

  it('opens the template: all its words are on its pages', async () => {
    const template = await readFile('docs/modele-fiche.docx')
    const shown = wordsOf(await textOf(convert('docs/modele-fiche.docx', 'pdf')))
    expect(missingWords(readManuscript(template).visibleWords, shown)).toEqual([])
  })

  it('makes a PDF of each fiche that shows its words, and gives back its text to the sign', async () => {
    const { kit } = await readKit('fiches')
    const fiches = kit?.fiches.filter((one): one is FichePubliee => one.statut !== 'a-paraitre') ?? []
    expect(fiches).toHaveLength(16)
    for (const fiche of fiches) {
      if (!kit) throw new Error('the kit cannot be read')
      const path = join(dir, `${fiche.slug}.docx`)
      await writeFile(path, await writeFiche(kit, fiche))
      const source = await readFile(join('fiches', fiche.file), 'utf8')
      const { markdown, lost } = importWord(await readFile(convert(path, 'docx')), {
        ...setting,
        numero: null,
        slug: null,
        familles: [],
        famille: null,
      })
      expect(markdown, fiche.slug).toBe(source)
      expect(lost).toEqual([])
    }
    const [first] = fiches
    const word = join(dir, `${first?.slug}.docx`)
    const pdf = await textOf(convert(word, 'pdf'))
    expect(missingWords(readManuscript(await readFile(word)).visibleWords, wordsOf(pdf))).toEqual([])
    expect(pdf).not.toMatch(/\[\[|\{picto|Statut/)
  })

  it('fills the template: what was written in its styles is a fiche, without a word lost', async () => {
    const flat = convert('docs/modele-fiche.docx', 'fodt')
    const words: readonly [string, string][] = [
      ['[Titre de la fiche]', 'Habiter autrement'],
      ['[Titre : Exemple]', 'Un village pour tous les âges'],
      ['[Lieu (69)]', 'Métropole de Lyon (69)'],
      ['[Texte : Exemple]', 'La commune a confié un terrain à une coopérative.'],
      ['[2,7 millions]', '42 logements'],
      ['[de quoi]', 'livrés en 2024'],
    ]
    let text = await readFile(flat, 'utf8')
    for (const [before, after] of words) {
      expect(text, before).toContain(before)
      text = text.replace(before, after)
    }
    const filled = join(dir, 'rempli.fodt')
    await writeFile(filled, text)
    const { markdown, lost } = importWord(await readFile(convert(filled, 'docx')), setting)
    expect(lost).toEqual([])
    expect(
      missingWords(
        words.flatMap(([, after]) => wordsOf(after)),
        wordsOf(markdown),
      ),
    ).toEqual([])
    expect(markdown).toContain('titre: Habiter autrement')
    expect(markdown).toContain('::: exemple Un village pour tous les âges · Métropole de Lyon (69)')
    expect(markdown).toContain('**42 logements** livrés en 2024')
  })
})

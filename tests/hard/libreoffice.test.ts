import { spawnSync } from 'node:child_process'
import { readFile, writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { describe, expect, it } from 'vitest'
import { writeFiche } from '../../build/edition/word/write-fiche.ts'
import { readKit } from '../../build/ground/disk/read-kit.ts'
import {
  acceptedText,
  type FichePubliee,
  isProposition,
  passageOf,
  quoteAt,
  type Relecture,
} from '../../src/kit/index.ts'
import { ficheToWord } from '../../src/word/fiche-to-word.ts'
import { importWord } from '../../src/word/import-word.ts'
import { readManuscript } from '../../src/word/read/read-manuscript.ts'
import { readReview } from '../../src/word/review/read-review.ts'
import { readUnsigned } from '../../src/word/review/unsigned-review.ts'
import { missingWords, wordsOf } from '../../src/word/words.ts'
import { openPdf } from '../e2e/read-pdf.ts'
import { folderOfFile } from '../temporary.ts'
import { setting as kitSetting } from '../unit/word/setting.ts'
import { unsigned } from '../unit/word/unsigned-file.ts'

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
  const dir = folderOfFile('libreoffice')

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

  it.each([false, true])(
    'brings reviewed fiches back, each thread at its place, and accepted they say what Word would (without custom parts: %s)',
    async isUnsigned => {
      const { kit } = await readKit('fiches')
      const fiches = kit?.fiches.filter((one): one is FichePubliee => one.statut !== 'a-paraitre') ?? []
      for (const { file, slug } of fiches.slice(3, 8)) {
        const source = await readFile(join('fiches', file), 'utf8')
        const threads = reviewOf(source)
        const path = join(dir, `relu-${slug}.docx`)
        await writeFile(path, ficheToWord(source, kitSetting, threads))
        const bytes = await readFile(convert(path, 'docx'))
        const back = isUnsigned
          ? readUnsigned(unsigned(bytes), '2026-12-04', source)
          : readReview(bytes, '2026-12-04')
        expect(back?.threads, slug).toHaveLength(threads.length)
        const accepted = (back?.threads ?? []).reduce((fiche, thread) => {
          expect(passageOf(fiche, thread), `${slug} : ${thread.citation?.exact}`).not.toBeNull()
          return isProposition(thread) ? (acceptedText(fiche, thread) ?? '') : fiche
        }, source)
        const [ours, theirs] = [
          readManuscript(ficheToWord(accepted, kitSetting)).visibleWords,
          readManuscript(bytes, () => true).visibleWords,
        ]
        expect([missingWords(ours, theirs), missingWords(theirs, ours)], slug).toEqual([[], []])
      }
    },
  )
})

/** A sentence rewritten, one added, one remarked upon, by two people. */
function reviewOf(source: string): Relecture[] {
  const sentences = [...source.matchAll(/(?<=^|[.?!] )[A-ZÉÀ][^.\n|{}[\]*:]{50,180}\.(?= [A-Z]|\n)/gm)]
    .map(({ 0: exact, index }) => ({ exact, index }))
    .filter(({ exact }) => source.split(exact).length === 2)
  const thread = (
    auteur: string,
    rank: number,
    texte: string,
    write?: (exact: string) => string,
  ): Relecture => {
    const { exact, index } = sentences[Math.floor((rank * sentences.length) / 4)] ?? { exact: '', index: 0 }
    const citation = quoteAt(source, index, index + exact.length)
    const remplace_par = write?.(exact) ?? null
    return { auteur, date: '2026-12-03', etat: 'ouverte', citation, texte, remplace_par, reponses: [] }
  }
  return [
    thread('Ana Lo', 0, '', exact => exact.replace(/ (\S+)\.$/, ' $1, chaque année.')),
    thread('Ana Lo', 1, '', exact => `${exact} Une phrase de plus.`),
    thread('Ana Lo', 2, 'Est-ce encore vrai ?'),
  ]
}

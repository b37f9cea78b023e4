import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { strToU8 } from 'fflate'
import { describe, expect, test } from 'vitest'
import { memoryFolder } from '../../../src/kit/kit-folder.ts'
import { acceptanceOf, passageOf } from '../../../src/kit/reviews/accept.ts'
import { addThreads, threadsOf, writeThreads } from '../../../src/kit/reviews/threads.ts'
import { isProposition, type Relecture } from '../../../src/kit/schemas/relecture.ts'
import { ficheToWord } from '../../../src/word/fiche-to-word.ts'
import { importWord } from '../../../src/word/import-word.ts'
import { readReview } from '../../../src/word/review/read-review.ts'
import { kitTexts } from '../../content/kit-files.ts'
import { runs, sampleOf } from '../../thorough.ts'
import { edited } from './manuscripts.ts'
import { body } from './markdown-pieces.ts'
import { importing, setting } from './setting.ts'

const folder = new URL('../../fixtures/relectures/', import.meta.url)
const source = readFileSync(new URL('fiche.md', folder), 'utf8')
const given = ficheToWord(source, setting)

const fixture = (nom: string) => readFileSync(new URL(`${nom}.docx`, folder))

function threadsIn(bytes: Uint8Array): Relecture[] {
  const review = readReview(bytes, '2026-12-04')
  if (!review) throw new Error('the kit made this file')
  expect(review.source).toBe(source)
  return review.threads
}

/** A thread on one line: who, on which words, what. */
function said(thread: Relecture): string {
  const { auteur, citation, texte, remplace_par, reponses, etat } = thread
  const answers = reponses.map(answer => ` ↳ ${answer.auteur} : ${answer.texte}`).join('')
  return `${auteur}, ${etat} : « ${citation?.exact} » ${texte}${isProposition(thread) ? `→ « ${remplace_par} »` : ''}${answers}`
}

/** The fiche once its proposals are accepted, one after the other. */
function accepted(text: string, threads: readonly Relecture[]): string {
  return threads.filter(isProposition).reduce((fiche, thread) => {
    const acceptance = acceptanceOf(fiche, thread)
    if (!acceptance || acceptance.clash) throw new Error(`no place for ${said(thread)}`)
    return fiche.slice(0, acceptance.from) + acceptance.text + fiche.slice(acceptance.to)
  }, text)
}

const run = (text: string) => `<w:r><w:t xml:space="preserve">${text}</w:t></w:r>`
const deleted = (text: string) => `<w:r><w:delText xml:space="preserve">${text}</w:delText></w:r>`
const by = (auteur: string) => `w:author="${auteur}" w:date="2026-12-03T10:00:00Z"`

describe('a file that nobody wrote in', () => {
  test('gives nothing, as it was given or saved by LibreOffice', () => {
    expect(threadsIn(given)).toEqual([])
    expect(threadsIn(fixture('sans-retouche'))).toEqual([])
  })

  test.each(sampleOf(kitTexts(), 4))('$file gives nothing', ({ text }) => {
    expect(readReview(ficheToWord(text, setting), '2026-12-04')?.threads).toEqual([])
  })

  test('gives nothing, whatever the text', () => {
    fc.assert(
      fc.property(body, text => {
        const fiche = `---\nnumero: 1\ntitre: Un\n---\n\n${text}`
        expect(readReview(ficheToWord(fiche, setting), '2026-12-04')?.threads).toEqual([])
      }),
      { numRuns: runs(20) },
    )
  })

  test('that the kit did not make is no review', () => {
    expect(
      readReview(edited(given, { 'customXml/item1.xml': part => part.replace('urn:kit', 'urn:autre') }), ''),
    ).toBeNull()
  })

  test('typed anew with the signs of a keyboard says the same', () => {
    const typed = edited(given, {
      'word/document.xml': part =>
        part.replaceAll('’', "'").replaceAll('\u00a0', ' ').replaceAll('\u202f', ' '),
    })
    expect(threadsIn(typed)).toEqual([])
  })
})

describe('a review made with LibreOffice', () => {
  const threads = threadsIn(fixture('deux-reponses'))

  test('two reviewers are told apart, each with the words that they speak of', () => {
    expect(threads.map(said)).toEqual([
      'Métropole de Lyon, ouverte : « des clauses sociales dans » Depuis 2022 seulement.',
      'Ville de Grenoble, ouverte : « Les leviers d » Deux de plus ?',
      'Métropole de Lyon, ouverte : « Elle en a passé quarante en 2022. » → « Elle en a passé quarante-deux en 2022. »',
      'Métropole de Lyon, ouverte : « Elles ont remporté le marché. » → « Elles ont remporté le marché.\n\nLa part des produits bio passe à 95 %. »',
      'Métropole de Lyon, ouverte : « cinquante » → « cinquante et un »',
      "Ville de Grenoble, ouverte : « Les collectivités ont bien des moyens d'acheter de façon responsable. » → «  »",
      "Ville de Grenoble, ouverte : « Connaître les acteurs avant d'acheter {picto=search} » → « Rencontrer les acteurs avant d'acheter {picto=search} »",
      'Ville de Grenoble, ouverte : « **Consultez ces acteurs** en amont ; » → «  »',
    ])
    expect(threads.map(thread => thread.date.slice(0, 7))).toEqual(threads.map(() => '2026-12'))
    const [remark] = threads
    expect(remark && passageOf(source, remark)?.from).toBe(source.indexOf('des clauses sociales dans'))
  })

  test('all accepted, the fiche is what LibreOffice makes of it', () => {
    // It gives the heading the style of the paragraph that was deleted above it.
    const { markdown } = importWord(fixture('tout-accepte'), importing)
    expect(accepted(source, threads)).toBe(markdown.replace('\nLes leviers', '\n## Les leviers'))
  })

  test('words that were changed without a trace are the last person’s, those of the table above the text too', () => {
    expect(threadsIn(fixture('sans-suivi')).map(said)).toEqual([
      'Ana Lo, ouverte : « quarante » Et en 2024 ?',
      "Ana Lo, ouverte : « Des leviers pour que les achats de la collectivité servent l'ESS. » → « Six leviers pour que les achats de la collectivité servent l'ESS. »",
      'Ana Lo, ouverte : « Elle en a passé quarante en 2022. » → « Elle en a passé quarante-cinq en 2022, puis cinquante. »',
    ])
  })
})

describe('changes as Word writes them', () => {
  const last = 'Des clauses sociales, encore, dans tous les marchés de travaux.'
  const proposals = (document: (part: string) => string) =>
    threadsIn(edited(given, { 'word/document.xml': document })).map(said)

  test('a word inserted by one and deleted by another is in no version', () => {
    const nested = `<w:ins ${by('Ana Lo')}>${run('enfin ')}<w:del ${by('Bo Li')}>${deleted('donc ')}</w:del></w:ins>`
    expect(proposals(part => part.replace(run(last), run('Des ') + nested + run(last.slice(4))))).toEqual([
      `Ana Lo, ouverte : « ${last} » → « Des enfin clauses sociales, encore, dans tous les marchés de travaux. »`,
    ])
  })

  test('a crowd is read as one', () => {
    const crowd = Array.from(
      { length: 30 },
      (_, at) => `<w:ins ${by(`Voix ${at}`)}>${run(` Mot ${at}.`)}</w:ins>`,
    )
    const threads = threadsIn(
      edited(given, { 'word/document.xml': part => part.replace(run(last), run(last) + crowd.join('')) }),
    )
    expect(threads.map(({ auteur }) => auteur)).toEqual(['Plusieurs personnes'])
  })

  test('words that were moved go from one place to the other', () => {
    const words = 'Les collectivités ont bien des moyens d’acheter de façon responsable.'
    const moved = (part: string) =>
      part
        .replace(run(words), `<w:moveFrom ${by('Ana Lo')}>${deleted(words)}</w:moveFrom>`)
        .replace(run(last), `${run(last)}<w:moveTo ${by('Ana Lo')}>${run(` ${words}`)}</w:moveTo>`)
    const plain = words.replace('’', "'")
    expect(proposals(moved)).toEqual([
      `Ana Lo, ouverte : « ${plain} » → «  »`,
      `Ana Lo, ouverte : « ${last} » → « ${last} ${plain} »`,
    ])
  })

  test('bold is no proposal, nor is a style', () => {
    expect(
      proposals(part =>
        part.replace(
          run(last),
          `<w:r><w:rPr><w:b/><w:rPrChange ${by('Ana Lo')}><w:rPr/></w:rPrChange></w:rPr><w:t>${last}</w:t></w:r>`,
        ),
      ),
    ).toEqual([])
    expect(proposals(part => part.replace('w:val="Heading1"', 'w:val="BodyText"'))).toEqual([])
  })

  test('a row of a table comes in as one', () => {
    const row = `<w:tr><w:trPr><w:ins ${by('Ana Lo')}/></w:trPr>${['2024', 'soixante']
      .map(
        cell =>
          `<w:tc><w:p><w:pPr><w:pStyle w:val="Tableau"/></w:pPr><w:ins ${by('Ana Lo')}>${run(cell)}</w:ins></w:p></w:tc>`,
      )
      .join('')}</w:tr>`
    const last = /(<w:tr>(?:(?!<\/w:tr>).)*cinquante.*?<\/w:tr>)/
    expect(proposals(part => part.replace(last, (_, tr: string) => tr + row))).toEqual([
      'Ana Lo, ouverte : « cinquante » → « cinquante |\n| 2024 | soixante »',
    ])
  })

  test('paragraphs whose end was deleted are one', () => {
    const end = `<w:pStyle w:val="Chapo"/>`
    const joined = (part: string) => part.replace(end, `${end}<w:rPr><w:del ${by('Ana Lo')}/></w:rPr>`)
    expect(proposals(joined).join()).toContain('Elle en a passé quarante en 2022.Les collectivités')
  })

  test('a comment without words around it is on its paragraph; its answers come with it; one that is resolved is closed', () => {
    const hung = '<w:r><w:commentReference w:id="7"/></w:r><w:r><w:commentReference w:id="8"/></w:r>'
    const comment = (id: number, auteur: string, text: string) =>
      `<w:comment w:id="${id}" ${by(auteur)}><w:p w14:paraId="0000000${id}">${run(text)}</w:p></w:comment>`
    const bytes = edited(given, {
      'word/document.xml': part => part.replace(run(last), run(last) + hung),
      'word/comments.xml': () =>
        `<w:comments>${comment(7, 'Ana Lo', 'Encore ?')}${comment(8, 'Bo Li', 'Oui.')}${comment(9, '', 'Merci.')}</w:comments>`,
      'word/commentsExtended.xml': () =>
        '<w15:commentsEx><w15:commentEx w15:paraId="00000007" w15:done="1"/><w15:commentEx w15:paraId="00000008" w15:paraIdParent="00000007" w15:done="1"/></w15:commentsEx>',
    })
    expect(threadsIn(bytes).map(said)).toEqual([
      `Ana Lo, close : « ${last.slice(0, -1)} » Encore ? ↳ Bo Li : Oui.`,
      'Sans nom, ouverte : « undefined » Merci.',
    ])
  })
})

describe('the threads of a fiche in its Word file', () => {
  const threads = threadsIn(fixture('deux-reponses')).map((thread, index) =>
    index === 0
      ? { ...thread, reponses: [{ auteur: 'RTES', date: '2026-12-05', texte: 'Précisé.' }] }
      : thread,
  )
  const bytes = ficheToWord(source, setting, threads)

  test('open ones are there as they came, and the others are not', () => {
    const closed = threads.map((thread): Relecture => ({ ...thread, etat: 'close' }))
    expect(Buffer.compare(ficheToWord(source, setting, closed), given)).toBe(0)
    expect(threadsIn(bytes).map(said).sort()).toEqual(threads.map(said).sort())
    expect(Buffer.compare(bytes, ficheToWord(source, setting, threads))).toBe(0)
  })

  test('sent out and back, they are the same threads; an answer that came meanwhile is added', () => {
    expect(addThreads(threads, threadsIn(bytes), source)).toEqual({ threads, additions: [] })
    const answered = edited(bytes, {
      'word/comments.xml': part => part.replace('Précisé.', 'Précisé. Merci.'),
    })
    expect(
      addThreads(threads, threadsIn(answered), source).threads[0]?.reponses.map(({ texte }) => texte),
    ).toEqual(['Précisé.', 'Précisé. Merci.'])
  })

  test('of two proposals on the same words, one is tracked and the other a comment', () => {
    const [, , proposal] = threads
    if (!proposal) throw new Error('it is there')
    const other = { ...proposal, auteur: 'Ana Lo', remplace_par: 'Elle en a passé cent en 2022.' }
    const both = ficheToWord(source, setting, [proposal, other])
    expect(threadsIn(both).map(said)).toEqual([
      'Ana Lo, ouverte : « Elle en a passé quarante en 2022 » Proposition : « Elle en a passé cent en 2022. »',
      said(proposal),
    ])
    expect(addThreads([proposal, other], threadsIn(both), source).additions).toEqual([])
  })

  test('they are written in their file as they are read there', () => {
    const path = 'relectures/commande-publique.yaml'
    const files = new Map([[path, strToU8(writeThreads(threads))]])
    expect(threadsOf('---\nslug: commande-publique\n---\n', memoryFolder(files))).toEqual({ path, threads })
  })
})

import { cpSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

/** `npx tsx tests/other-texts.ts TEXT DIR [TIMES]`: the kit as another author would have written it, in a new folder, or several such kits in one. */

type Fiche = { head: string; body: string }
const BLOCK = /^::: (\S+)(.*)\n([\s\S]*?)^:::\n\n?/gm

/** Texts of other shapes, each made from the body of every published fiche. */
const otherTexts = {
  'as it is': ({ body }) => body,
  'without examples': ({ body }) =>
    body.replace(BLOCK, (block, name: string) => (name === 'exemple' ? '' : block)),
  'an example a lever': ({ body }, rank) => {
    let count = rank
    const [opening = '', levers, closing = ''] = partsOf(body)
    if (levers === undefined) return body
    const bare = levers.replace(BLOCK, (block, name: string) => (name === 'exemple' ? '' : block))
    const rows = bare
      .split(/^(?=### )/m)
      .map((row, index) => (index === 0 ? row : `${row}${example(count++)}`))
    return `${opening}${rows.join('')}${closing}`
  },
  'long openings': ({ body }, rank) => {
    const at = body.search(/^## /m)
    const texts = body.slice(at).replace(BLOCK, '').split('\n\n').filter(isProse)
    const more = texts.slice(0, 3 + (rank % 4))
    // Every other one is a single paragraph.
    const opening = [body.slice(0, at).replace(BLOCK, '').trim(), ...more].join(rank % 2 ? ' ' : '\n\n')
    const boxes = [...body.slice(0, at).matchAll(BLOCK)].map(([block]) => block).join('')
    return `${opening.replaceAll('\n\n', rank % 2 ? ' ' : '\n\n')}\n\n${boxes}${body.slice(at)}`
  },
  /** Titles, paragraphs and lists, as a document of Word without styles of ours: it begins with its text. */
  manuscript: ({ body }, rank) => {
    const plain = body
      .replace(BLOCK, (_, name: string, title: string, words: string) =>
        name === 'ressources' ? `${words}\n` : `${title.trim()}\n\n${words}\n`,
      )
      .replace(/\[\[([^\]]*)\]\]/g, '$1')
      .replace(/ ?\{[^}]*\}|\*\*/g, '')
    const levels = rank % 2 ? plain.replace(/^## .*\n+(?=### )/gm, '').replace(/^### /gm, '## ') : plain
    const [opening = '', first = '', ...sections] = levels.split(/^(?=## )/m)
    const start = first.includes('\n### ') ? first : first.replace('## ', '')
    return [opening, start, ...sections].join('').replace(/\n{3,}/g, '\n\n')
  },
} satisfies Record<string, (fiche: Fiche, rank: number) => string>

type OtherText = keyof typeof otherTexts

const isProse = (text: string) => /^[A-ZÀÉ]/.test(text) && text.length > 120

/** The text before its first section of levers, that, and what follows it. */
function partsOf(body: string): (string | undefined)[] {
  const sections = body.split(/^(?=## )/m)
  const at = sections.findIndex(section => section.includes('\n### '))
  return at < 0 ? [body] : [sections.slice(0, at).join(''), sections[at], sections.slice(at + 1).join('')]
}

const towns = [
  'Lyon (69)',
  'Brest (29)',
  'Lille (59)',
  'Rennes (35)',
  'Nantes (44)',
  'Besançon (25)',
  'Figeac (46)',
]
const words =
  'La commune a réuni les associations, les entreprises et les habitants du quartier pour préparer ce projet. Elle leur a ouvert un local au cœur du bourg. Depuis, une coopérative y emploie douze personnes. Le conseil municipal suit chaque année ses résultats avec les acteurs du territoire. La métropole a versé une subvention de départ, puis garanti un emprunt. Une convention de trois ans fixe les engagements de chacun.'.split(
    /(?<=\.) /,
  )

/** Of one to six sentences. */
const example = (rank: number) =>
  `::: exemple Un projet du territoire numéro ${rank + 1} · ${towns[rank % towns.length]}\n${words.slice(0, 1 + ((rank * 5) % 6)).join(' ')}\n:::\n\n`

/** Writes the kit with that text into `dir`, where nothing else lies. */
export function writeText(text: OtherText, dir: string, { times = 1, from = 'fiches' } = {}): void {
  cpSync(from, dir, { recursive: true })
  rmSync(join(dir, 'recherche.yaml'), { force: true })
  let rank = 0
  for (const folder of ['introductives', 'leviers', 'thematiques'])
    for (const file of readdirSync(join(dir, folder)).sort()) {
      const path = join(dir, folder, file)
      const [, head = '', body = ''] =
        /^(---\n[\s\S]*?\n---\n)([\s\S]*)$/.exec(readFileSync(path, 'utf8')) ?? []
      if (!body.trim()) continue
      const other = `${head}\n${otherTexts[text]({ head, body }, rank++).trim()}\n`
      writeFileSync(path, other)
      for (let copy = 1; copy < times; copy++)
        writeFileSync(
          path.replace(/(\d+)(?=[^/]*$)/, number => `${copy}${number}`),
          copyOf(other, copy),
        )
    }
}

/** The same fiche under another number, slug and title. */
const copyOf = (fiche: string, copy: number) =>
  fiche
    .replace(/(?<=^numero: )\d+/m, number => String(Number(number) + 100 * copy))
    .replace(/^slug: .*/m, `$&-${copy}`)
    .replace(/^(titre(?:_court)?: )("?)(.*?)"?$/gm, `$1$2$3 (${copy})$2`)

if (process.argv[1] && fileURLToPath(import.meta.url) === resolve(process.argv[1])) {
  const [text, dir, times] = process.argv.slice(2)
  if (!text || !dir || !(text in otherTexts))
    throw new Error(`one of: ${Object.keys(otherTexts).join(', ')}; and a folder`)
  writeText(text as OtherText, dir, { times: Number(times ?? 1) })
}

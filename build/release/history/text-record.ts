import type { Token } from 'markdown-it'
import { blockNamed } from '../../../src/markdown/blocks/index.ts'
import { blocOf, closing, endOf } from '../../../src/markdown/body/structure.ts'
import { tokensOf } from '../../../src/markdown/body/tokens-of.ts'
import type { Corps } from '../../../src/markdown/corps.ts'
import { plainText, textOfTokens } from '../../../src/markdown/tokens.ts'
import { sha256 } from '../../disk/sha256.ts'

/** What an edition said in one text, small enough to keep. */
export type TextRecord = {
  slug: string
  anciens_slugs: string[]
  numero: number | null
  titre: string
  resume: string | null
  /** Singular name of the family; null: a page. */
  famille: string | null
  statut: 'publiee' | 'relecture' | 'a-paraitre'
  passages: Passage[]
}

/** A lever or an example by its title, and the rest of the text under no name (`texte`). Records of former presses have other kinds too, and
 *  no digest. */
export type Passage = { genre: string; nom: string; empreinte?: string }

/** The passages of a body: its text, then its levers and examples. */
export function passagesOf(corps: Corps): Passage[] {
  const tokens = tokensOf(corps)
  const text = { genre: 'texte', nom: '', lines: [] as string[] }
  const passages = [text]
  let around = text
  let amongLevers = false
  for (let index = 0; index < tokens.length; ) {
    const open = tokens[index] as Token
    const part = tokens.slice(
      index,
      (open.type === 'bloc_open' ? closing(tokens, index) : endOf(tokens, index)) + 1,
    )
    index += part.length
    const lines = [textOfTokens(part)]
    const [example] = examplesOf(open, part)
    if (example) passages.push({ genre: 'exemple', nom: example.titre, lines })
    else if (open.type === 'heading_open' && open.tag === 'h3' && amongLevers) {
      around = { genre: 'levier', nom: plainText(part[1]?.children ?? null), lines: [] }
      passages.push(around)
    } else {
      if (open.type === 'heading_open' && open.tag === 'h2') {
        amongLevers = open.meta?.['leviers'] === true
        around = text
      }
      around.lines.push(...lines)
    }
  }
  return passages.map(({ lines, ...passage }) => ({ ...passage, empreinte: digest(lines.join(' ')) }))
}

function examplesOf({ type }: Token, tokens: readonly Token[]) {
  if (type !== 'bloc_open') return []
  const bloc = blocOf(tokens)
  return blockNamed(bloc.nom).contribute?.(bloc)?.exemples ?? []
}

/** Lines may be broken anew without the text having changed. */
const digest = (text: string): string =>
  sha256(text.normalize('NFC').replace(/\s+/g, ' ').trim()).slice(0, 16)

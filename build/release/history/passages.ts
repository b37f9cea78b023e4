import type { Token } from 'markdown-it'
import type { Corps } from '../../../src/kit.ts'
import type { Bloc } from '../../../src/markdown/block.ts'
import { blockNamed } from '../../../src/markdown/blocks/index.ts'
import { itemsOf } from '../../../src/markdown/blocks/items.ts'
import { blocOf, closing, endOf } from '../../../src/markdown/structure.ts'
import { plainText, textOfTokens } from '../../../src/markdown/text.ts'
import { tokensOf } from '../../../src/markdown/tokens-of.ts'
import { sha256 } from '../../disk/files.ts'
import type { Passage } from './text-record.ts'

/** The passages of a body, in the order of the text. What stands before its first section is a section without a name. */
export function passagesOf(corps: Corps): Passage[] {
  const tokens = tokensOf(corps)
  const passages: Passage[] = []
  let [section, leviers] = ['', false]
  let around = container('section', '', null)
  passages.push(around)
  for (let index = 0; index < tokens.length; ) {
    const open = tokens[index] as Token
    const end = open.type === 'bloc_open' ? closing(tokens, index) : endOf(tokens, index)
    const part = tokens.slice(index, end + 1)
    index = end + 1
    if (open.type === 'bloc_open') {
      const inBlock = passagesOfBlock(part, around.nom || null)
      if (inBlock.length > 0) {
        passages.push(...inBlock)
        around.blocs.push(...besideItems(blocOf(part)))
      } else around.textes.push(digest(textOfTokens(part)))
    } else if (open.type === 'heading_open') {
      const titre = plainText(part[1]?.children ?? null)
      const ancre = String(open.meta?.['ancre'])
      if (open.tag === 'h2') [section, leviers] = [titre, open.meta?.['leviers'] === true]
      around =
        open.tag === 'h2'
          ? container('section', titre, ancre)
          : { ...container(leviers ? 'levier' : 'partie', titre, ancre), dans: section || null }
      passages.push(around)
    } else around.textes.push(...paragraphsOf(part))
  }
  return passages.filter(
    ({ nom, textes, blocs }) => nom !== '' || textes.length > 0 || (blocs ?? []).length > 0,
  )
}

/** What a block adds to the lists of its fiche; nothing of a block that is text like another. */
function passagesOfBlock(tokens: readonly Token[], dans: string | null): Passage[] {
  const bloc = blocOf(tokens)
  const { exemples = [], chiffres = [], ressources = [] } = blockNamed(bloc.nom).apport?.(bloc) ?? {}
  return [
    ...exemples.map(({ titre, ancre, lieu }) => ({
      ...passage('exemple', titre, ancre),
      valeur: lieu,
      textes: paragraphsOf(bloc.corps),
    })),
    ...chiffres.map(({ legende, ancre, figure, source }) => ({
      ...passage('chiffre', legende, ancre),
      valeur: figure,
      textes: [digest(source ?? '')],
    })),
    ...ressources.map(({ texte, url }) => ({ ...passage('ressource', texte, null), valeur: url })),
  ].map(one => ({ ...one, dans }))
}

/** Digests of what a list of figures or resources says beside its items; of another block, none: all of it is in its passage. */
function besideItems({ nom, titre, corps }: Bloc): string[] {
  if (blockNamed(nom).items !== true) return []
  const { items, reste } = itemsOf(corps)
  return paragraphsOf([...(titre ? [titre] : []), ...items.flatMap(({ suite }) => suite), ...reste])
}

const container = (genre: Passage['genre'], nom: string, ancre: string | null) => ({
  ...passage(genre, nom, ancre),
  blocs: [] as string[],
})

const passage = (genre: Passage['genre'], nom: string, ancre: string | null): Passage => ({
  genre,
  ancre,
  nom,
  valeur: null,
  dans: null,
  textes: [],
})

/** One digest for a paragraph, an item or a cell. */
const paragraphsOf = (tokens: readonly Token[]): string[] =>
  tokens.flatMap(token => {
    const text = textOfTokens([token])
    return text === '' ? [] : [digest(text)]
  })

/** Lines may be broken anew without the text having changed. */
function digest(text: string): string {
  const words = text.normalize('NFC').replace(/\s+/g, ' ').trim()
  return sha256(words).slice(0, 16)
}

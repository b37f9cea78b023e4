import type { Token } from 'markdown-it'
import { blockNamed } from '../../../src/blocks/index.ts'
import { blocOf, closing, endOf, tokensOf } from '../../../src/kit/index.ts'
import { type Corps, plainText, textOfTokens } from '../../../src/text/index.ts'
import { sha256 } from '../../ground/index.ts'

/** Changes of an edition from the one before it. Texts are named as the new edition names them, the removed ones excepted. */
export type Changes = {
  /** false: there is no edition to compare with. */
  compared: boolean
  added: TextName[]
  changed: (TextName & { details: Detail[] })[]
  removed: TextName[]
}

export type TextName = { slug: string; numero: number | null; titre: string; famille: string | null }

export type Detail =
  | { kind: 'titre'; former: string }
  | { kind: 'resume' }
  | { kind: 'ajoute' | 'retire' | 'recrit'; genre: RecordedPassage['genre']; nom: string }

/** Compares what two editions said, text by text, with its levers and examples by their titles. */
export function compareRecords(
  former: readonly TextRecord[] | null,
  current: readonly TextRecord[],
): Changes {
  const published = current.filter(isPublished)
  if (!former) return { compared: false, added: published.map(nameOf), changed: [], removed: [] }

  const before = former.filter(isPublished)
  const formerOf = (text: TextRecord) =>
    before.find(({ slug }) => slug === text.slug) ??
    before.find(({ slug }) => text.anciens_slugs.includes(slug))
  const pairs = published.map(text => ({ text, old: formerOf(text) }))
  const matched = new Set(pairs.map(({ old }) => old))
  return {
    compared: true,
    added: pairs.filter(({ old }) => !old).map(({ text }) => nameOf(text)),
    changed: pairs.flatMap(({ text, old }) => {
      const details = old ? [...headDetails(old, text), ...passageDetails(old, text)] : []
      return details.length > 0 ? [{ ...nameOf(text), details }] : []
    }),
    removed: before.filter(text => !matched.has(text)).map(nameOf),
  }
}

const isPublished = ({ statut }: TextRecord) => statut !== 'a-paraitre'
const nameOf = ({ slug, numero, titre, famille }: TextRecord): TextName => ({ slug, numero, titre, famille })

function* headDetails(old: TextRecord, text: TextRecord): Generator<Detail> {
  if (old.titre !== text.titre) yield { kind: 'titre', former: old.titre }
  if (old.resume !== text.resume) yield { kind: 'resume' }
}

function* passageDetails(old: TextRecord, text: TextRecord): Generator<Detail> {
  for (const { genre, nom, empreinte } of text.passages) {
    const former = passageNamed(old, genre, nom)
    if (!former) yield { kind: 'ajoute', genre, nom }
    else if (former.empreinte !== empreinte) yield { kind: 'recrit', genre, nom }
  }
  for (const { genre, nom } of old.passages)
    if (!passageNamed(text, genre, nom)) yield { kind: 'retire', genre, nom }
}

const passageNamed = ({ passages }: TextRecord, genre: string, nom: string): RecordedPassage | undefined =>
  passages.find(passage => passage.genre === genre && passage.nom === nom)

/** Digest of one text of an edition, small enough to keep. */
export type TextRecord = {
  slug: string
  anciens_slugs: string[]
  numero: number | null
  titre: string
  resume: string | null
  /** Singular name of the family; null: a page. */
  famille: string | null
  statut: 'publiee' | 'relecture' | 'a-paraitre'
  passages: RecordedPassage[]
}

/** A lever or an example by its title, and the rest of the text under no name. */
type RecordedPassage = { genre: 'texte' | 'levier' | 'exemple'; nom: string; empreinte: string }

/** The passages of a body: its text, then its levers and examples. */
export function passagesOf(corps: Corps): RecordedPassage[] {
  const tokens = tokensOf(corps)
  const text: Omit<RecordedPassage, 'empreinte'> & { lines: string[] } = {
    genre: 'texte',
    nom: '',
    lines: [],
  }
  const passages = [text]
  let section = text
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
      section = { genre: 'levier', nom: plainText(part[1]?.children ?? null), lines: [] }
      passages.push(section)
    } else {
      if (open.type === 'heading_open' && open.tag === 'h2') {
        amongLevers = open.meta?.['leviers'] === true
        section = text
      }
      section.lines.push(...lines)
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

import type { Corps, Famille, Forme, Kit } from '../kit.ts'
import { type Draft, declared, isAnnounced, textAt } from './draft.ts'

/** One file of text in a kit, whatever is wrong with it. */
export type SheetAtAGlance = {
  file: string
  kind: 'fiche' | 'page'
  numero: number | null
  slug: string
  titre: string
  /** id of a family; '' where it says none. */
  famille: string
  statut: 'publiee' | 'relecture' | 'a-paraitre' | null
  mots: number
}

/** The kit at a glance. */
export type Glance = {
  titre: string
  familles: (Famille & { hex: string })[]
  sheets: SheetAtAGlance[]
  sigles: Record<string, string>
  settings: string[]
}

/** What there is to see of a kit, right or wrong. */
export function glanceAt(draft: Draft<Corps> | null, kit: Kit | null, files: readonly string[]): Glance {
  const familles = (kit?.familles ?? []).map(famille => ({
    ...famille,
    hex: kit?.tokens.familles[famille.couleur]?.solid.hex ?? '',
  }))
  const fiches = (draft?.fiches ?? []).map((sheet): SheetAtAGlance => {
    const numero = declared(sheet, 'numero')
    const statut = declared(sheet, 'statut')
    return {
      file: sheet.file,
      kind: 'fiche',
      numero: typeof numero === 'number' ? numero : null,
      slug: textAt(sheet, 'slug') ?? '',
      titre: textAt(sheet, 'titre') || sheet.file,
      famille: textAt(sheet, 'famille') ?? '',
      statut: isAnnounced(sheet)
        ? 'a-paraitre'
        : statut === 'publiee' || statut === 'relecture'
          ? statut
          : null,
      mots: sheet.corps.mots,
    }
  })
  const pages = (draft?.pages ?? []).map(
    (sheet): SheetAtAGlance => ({
      file: sheet.file,
      kind: 'page',
      numero: null,
      slug: textAt(sheet, 'slug') ?? '',
      titre: textAt(sheet, 'titre') || sheet.file,
      famille: '',
      statut: null,
      mots: sheet.corps.mots,
    }),
  )
  const readFiles = new Set([...fiches, ...pages].map(({ file }) => file))
  // A file that cannot be read at all is shown as well: its problem has to be found.
  const unread = files
    .filter(file => file.endsWith('.md') && file.includes('/') && !readFiles.has(file))
    .filter(file => draft?.listing.fiches.includes(file) || draft?.listing.pages.includes(file))
    .map(
      (file): SheetAtAGlance => ({
        file,
        kind: draft?.listing.pages.includes(file) ? 'page' : 'fiche',
        numero: null,
        slug: '',
        titre: file,
        famille: '',
        statut: null,
        mots: 0,
      }),
    )
  return {
    titre: kit?.titre ?? '',
    familles,
    sheets: [...fiches.sort((a, b) => (a.numero ?? Infinity) - (b.numero ?? Infinity)), ...unread, ...pages],
    sigles: kit?.sigles ?? {},
    settings: [...(draft?.listing.settings ?? [])].sort(),
  }
}

/** What a statut is called where it is shown. */
export const statutNames = { publiee: 'publiée', relecture: 'en relecture', 'a-paraitre': 'à paraître' }

/** Sheets under one title. `hex`, `forme`: of their family; '' and null where they have none. */
export type SheetGroup = { titre: string; hex: string; forme: Forme | null; sheets: SheetAtAGlance[] }

/** The sheets by family in the order of the kit, then fiches without one, then pages; a group without sheets is left out. */
export function groupsOf({ familles, sheets }: Glance): SheetGroup[] {
  const fiches = sheets.filter(({ kind }) => kind === 'fiche')
  const byFamily = familles.map(({ id, pluriel, hex, forme }) => ({
    titre: pluriel,
    hex,
    forme,
    sheets: fiches.filter(({ famille }) => famille === id),
  }))
  const others = fiches.filter(({ famille }) => !familles.some(({ id }) => id === famille))
  const pages = sheets.filter(({ kind }) => kind === 'page')
  return [
    ...byFamily,
    { titre: 'Sans famille connue', hex: '', forme: null, sheets: others },
    { titre: 'Pages liminaires et annexes', hex: '', forme: null, sheets: pages },
  ].filter(({ sheets: list }) => list.length > 0)
}

import type { Kit } from '../../../src/kit.ts'
import { count, type Finding, type Look, remark } from '../../../src/problems/finding.ts'
import { pdfDocuments } from '../../judge/audit/read/pdf-documents.ts'
import { titleOf } from '../../judge/audit/source/titles.ts'
import { wordsOf } from '../../judge/audit/words.ts'
import { type Composed, measureComposition } from '../../judge/composition/index.ts'
import { readArtefact } from '../manifest.ts'
import type { Edition } from './edition.ts'

/** Part of the page that the middle page of the fiches should fill. */
const MEDIAN = 0.85

/** So few words do not deserve a page of their own. */
const SCRAP = 25

const percent = (part: number) => `${Math.round(part * 100)} %`

/** Measures how full the pages of the fiches are, and tells those that a person should look at. */
export async function* judgeComposition({ material, dir, manifest }: Edition): Look {
  const { kit, signal } = material
  const all = pdfDocuments(await material.pdf(), kit)
  const fiches = all.filter(({ item }) => item.kind === 'fiche')
  const documents = fiches.map(({ item, pages }): Composed => ({ id: item.id, pages }))
  const bytes = await readArtefact(dir, manifest, 'pdf-ecran')
  const composition = await measureComposition(bytes, documents, signal)
  const { spreads } = composition
  yield* toLookAt(composition, all, kit)
  return `${count(composition.pages.length, 'page')} de fiches, remplies à ${percent(composition.median)} pour la page médiane ; ${count(composition.holes, 'page')} avec un blanc de plus de 27 mm ; pieds égaux à 13,5 mm près sur ${spreads.even} des ${count(spreads.all, 'double page')} entières ; ${count(composition.oneWord, 'paragraphe')} dont la dernière ligne est un seul mot ; ${composition.starts.level} premières lignes sur ${composition.starts.all} posées sur la grille de 4,5 mm, ${composition.columns.level} lignes de texte sur ${composition.columns.all} à hauteur de celles de l’autre colonne (dans les encadrés : ${composition.boxes.level} sur ${composition.boxes.all}) ; ${count(composition.overleaf, 'exemple')} au verso de son levier`
}

function* toLookAt(
  { pages, median, poor }: Awaited<ReturnType<typeof measureComposition>>,
  documents: ReturnType<typeof pdfDocuments>,
  kit: Kit,
): Generator<Finding> {
  const titles = new Map(documents.map(({ item }) => [item.id, titleOf(kit, item)]))
  if (pages.length > 0 && median < MEDIAN)
    yield remark(null, `La page médiane est remplie à ${percent(median)} (visé : ${percent(MEDIAN)}).`)
  for (const { document, page, fill } of poor)
    yield remark(`${titles.get(document)}, page ${page}`, `Page remplie à ${percent(fill)} seulement.`)
  for (const { item, pages } of documents) {
    const last = pages.at(-1)
    const words = wordsOf(last?.text ?? '').length
    if (item.kind !== 'fiche' && last && pages.length > 1 && words < SCRAP)
      yield remark(
        `${titles.get(item.id)}, page ${last.number}`,
        `La dernière page ne porte que ${count(words, 'mot')}.`,
      )
  }
  for (const { document, page, overleaf } of pages)
    if (overleaf.length > 0)
      yield remark(
        `${titles.get(document)}, page ${page}`,
        'Un exemple commence au verso de son levier : il faut tourner la page pour le lire.',
      )
}

import type { Material } from '../../judge/audit/material.ts'
import { pdfDocuments } from '../../judge/audit/read/pdf-documents.ts'
import { titleOf } from '../../judge/audit/source/titles.ts'
import { wordsOf } from '../../judge/audit/words.ts'
import { count, type Outcome, remark, verified } from '../../judge/check.ts'
import { type Composed, measureComposition } from '../../judge/composition/index.ts'

/** Part of the page that the middle page of the fiches should fill. */
const MEDIAN = 0.85

/** So few words do not deserve a page of their own. */
const SCRAP = 25

const percent = (part: number) => `${Math.round(part * 100)} %`

/** Measures how full the pages of the fiches are, and tells those that a person should look at. */
export async function judgeComposition(material: Material, bytes: Uint8Array): Promise<Outcome> {
  const { kit, signal } = material
  const all = pdfDocuments(await material.pdf(), kit)
  const fiches = all.filter(({ item }) => item.kind === 'fiche')
  const documents = fiches.map(
    ({ item, first, pages }): Composed => ({ id: item.id, first, count: pages.length }),
  )
  const composition = await measureComposition(bytes, documents, signal)
  const titles = new Map(fiches.map(({ item }) => [item.id, titleOf(kit, item)]))
  const { spreads } = composition
  return verified(
    `${count(composition.pages.length, 'page')} de fiches, remplies à ${percent(composition.median)} pour la page médiane ; ${count(composition.holes, 'page')} avec un blanc de plus de 27 mm ; pieds égaux à 13,5 mm près sur ${spreads.even} des ${count(spreads.all, 'double page')} entières ; ${count(composition.oneWord, 'paragraphe')} dont la dernière ligne est un seul mot ; ${composition.starts.level} premières lignes sur ${composition.starts.all} posées sur la grille de 4,5 mm, ${composition.columns.level} lignes de texte sur ${composition.columns.all} à hauteur de celles de l’autre colonne (dans les encadrés : ${composition.boxes.level} sur ${composition.boxes.all}) ; ${count(composition.overleaf, 'exemple')} au verso de son levier`,
    [
      ...(composition.pages.length > 0 && composition.median < MEDIAN
        ? [
            remark(
              null,
              `La page médiane est remplie à ${percent(composition.median)} (visé : ${percent(MEDIAN)}).`,
            ),
          ]
        : []),
      ...composition.poor.map(({ document, page, fill }) =>
        remark(`${titles.get(document)}, page ${page}`, `Page remplie à ${percent(fill)} seulement.`),
      ),
      ...all.flatMap(({ item, pages }) => {
        const last = pages.at(-1)
        const words = wordsOf(last?.text ?? '').length
        return item.kind !== 'fiche' && last && pages.length > 1 && words < SCRAP
          ? [
              remark(
                `${titleOf(kit, item)}, page ${last.number}`,
                `La dernière page ne porte que ${count(words, 'mot')}.`,
              ),
            ]
          : []
      }),
      ...composition.pages
        .filter(({ overleaf }) => overleaf.length > 0)
        .map(({ document, page }) =>
          remark(
            `${titles.get(document)}, page ${page}`,
            'Un exemple commence au verso de son levier : il faut tourner la page pour le lire.',
          ),
        ),
    ],
  )
}

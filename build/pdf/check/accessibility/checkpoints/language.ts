import { onPage, unless } from '../../../../../src/problems/finding.ts'
import { type Checkpoint, checkpoint } from '../checkpoint.ts'
import type { Inspection, PlacedTag } from '../inspect.ts'

/** @see RFC 5646 §2.1, in its usual forms */
const LANGUAGE = /^[a-z]{2,3}(?:-[A-Za-z]{4})?(?:-(?:[A-Z]{2}|\d{3}))?(?:-[a-z0-9]{5,8})*$/i
const isLanguage = (language: string | null | undefined) =>
  typeof language === 'string' && LANGUAGE.test(language)

const spoken = (placed: PlacedTag, file: Inspection): boolean => {
  for (let around: PlacedTag | null = placed; around; around = around.parent)
    if (around.tag.language !== undefined) return isLanguage(around.tag.language)
  return isLanguage(file.language)
}

export const language: Checkpoint[] = [
  checkpoint('11-001', 'La langue du texte est dite', file =>
    file.tags
      .filter(placed => placed.tag.kids.some(({ kind }) => kind === 'piece') && !spoken(placed, file))
      .map(({ page, role }) => onPage(page, `La langue d’une balise ${role} n’est pas dite.`)),
  ),
  checkpoint('11-002', 'La langue des textes de remplacement est dite', file =>
    file.tags
      .filter(({ tag }) => [tag.alt, tag.actual, tag.expansion].some(text => text !== undefined))
      .filter(placed => !spoken(placed, file))
      .map(({ page, role }) =>
        onPage(page, `La langue du texte de remplacement d’une balise ${role} n’est pas dite.`),
      ),
  ),
  checkpoint('11-003', 'La langue des signets est dite', ofFile),
  checkpoint('11-004', 'La langue de la description des liens est dite', ofFile),
  checkpoint('11-006', 'La langue des métadonnées est dite', file =>
    unless(
      isLanguage(file.language) ||
        /<dc:title>\s*<rdf:Alt>\s*<rdf:li xml:lang="(?!x-default)/.test(file.xmp ?? ''),
      'La langue des métadonnées n’est pas dite.',
    ),
  ),
]

function ofFile({ language }: Inspection) {
  return unless(
    isLanguage(language),
    `La langue du fichier n’est pas dite, ou pas comprise : « ${language ?? ''} ».`,
  )
}

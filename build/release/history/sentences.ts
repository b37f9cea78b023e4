import { plural } from '../../../src/french.ts'
import type { PassageChange, Rewording } from './compare-passages.ts'
import type { Detail } from './compare-records.ts'
import type { Passage } from './text-record.ts'

/** Describes one change to a reader: a sentence, or two for a passage that changed in two ways. */
export function sentencesOf(detail: Detail): string[] {
  switch (detail.kind) {
    case 'titre':
      return [`Nouveau titre (auparavant « ${detail.former} »).`]
    case 'numero':
      return [`Nouveau numéro (auparavant ${detail.former ?? 'aucun'}).`]
    case 'famille':
      return [`Nouvelle famille (auparavant « ${detail.former ?? 'aucune'} »).`]
    case 'resume':
      return ['Résumé réécrit.']
    case 'statut':
      return ['Relecture terminée.']
    default:
      return sentenceOfPassage(detail)
  }
}

/** Name of a kind of passage, and the ending of what is said of it. */
const genres: Record<Passage['genre'], { nom: string; e: '' | 'e' }> = {
  section: { nom: 'Section', e: 'e' },
  levier: { nom: 'Levier', e: '' },
  partie: { nom: 'Partie', e: 'e' },
  exemple: { nom: 'Exemple', e: '' },
  chiffre: { nom: 'Chiffre', e: '' },
  ressource: { nom: 'Ressource', e: 'e' },
}

function sentenceOfPassage(change: PassageChange): string[] {
  const { genre, nom } = change
  const { nom: kind, e } = genres[genre]
  const named = (what: string, words = quoted(nom)) => `${kind} ${what}${e} : ${words}.`
  switch (change.kind) {
    case 'ajoute':
      return [named('ajouté', withValue(genre, nom, change.valeur))]
    case 'retire':
      return [named('retiré', withValue(genre, nom, change.valeur))]
    case 'renomme': {
      const words = `${quoted(nom)} (auparavant ${quoted(change.former)})`
      if (genre === 'chiffre') return [`Légende d’un chiffre réécrite : ${words}.`]
      return [genre === 'ressource' ? `Ressource mise à jour : ${words}.` : named('renommé', words)]
    }
    case 'valeur':
      return [valueSentence(genre, nom, change)]
    case 'deplace':
      return [
        named(
          'déplacé',
          change.ou === null ? quoted(nom) : `${quoted(nom)}, désormais dans ${quoted(change.ou)}`,
        ),
      ]
    case 'venu':
      return [named('déplacé', `${quoted(nom)}, auparavant dans « ${change.ou} »`)]
    case 'parti':
      return [named('déplacé', `${quoted(nom)}, désormais dans « ${change.ou} »`)]
    case 'recrit':
      if (genre === 'exemple') return [`Exemple réécrit : ${quoted(nom)}.`]
      if (genre === 'chiffre') return [`Source changée : ${quoted(nom)}.`]
      return [`${nom === '' ? 'Ouverture' : `${kind} ${quoted(nom)}`} : ${sayRewording(change)}.`]
    default:
      return change satisfies never
  }
}

const quoted = (words: string) => (words === '' ? 'le début' : `« ${words} »`)

/** « Une recyclerie », Lyon; 2,7 millions de salariés */
function withValue(genre: Passage['genre'], nom: string, valeur: string | null): string {
  if (genre === 'exemple' && valeur !== null) return `${quoted(nom)} (${valeur})`
  return genre === 'chiffre' && valeur !== null ? figure(nom, valeur) : quoted(nom)
}

const figure = (caption: string, value: string | null) => `« ${[value, caption].filter(Boolean).join(' ')} »`

function valueSentence(
  genre: Passage['genre'],
  nom: string,
  { former, valeur }: { former: string | null; valeur: string | null },
): string {
  if (genre === 'chiffre') return `Chiffre mis à jour : ${figure(nom, valeur)} (auparavant « ${former} »).`
  if (genre === 'exemple')
    return `Lieu d’un exemple corrigé : ${quoted(nom)}, ${valeur} (auparavant ${former}).`
  if (former === null) return `Ressource désormais en lien : ${quoted(nom)}.`
  return valeur === null
    ? `Lien retiré d’une ressource : ${quoted(nom)}.`
    : `Nouvelle adresse d’une ressource : ${quoted(nom)}.`
}

/** « 2 paragraphes réécrits, 1 déplacé » */
function sayRewording({ recrits, ajoutes, retires, deplaces }: Rewording): string {
  const parts = [
    [recrits, 'réécrit'],
    [ajoutes, 'ajouté'],
    [retires, 'retiré'],
    [deplaces, 'déplacé'],
  ] as const
  return parts
    .filter(([count]) => count > 0)
    .map(([count, what], index) =>
      index === 0
        ? `${plural(count, 'paragraphe')} ${what}${count > 1 ? 's' : ''}`
        : `${count} ${what}${count > 1 ? 's' : ''}`,
    )
    .join(', ')
}

import type { Fault } from '../planted-edition.ts'
import { changed } from './changed.ts'

const inWorker = (what: string, from: RegExp, to: string, says: RegExp): Fault =>
  changed(what, 'site/sw.js', from, to, { 'listes-site': [says] })

/** What readers keep of the site, and for how long. */
export const kept: Fault[] = [
  inWorker(
    'a fiche whose corrections nobody gets',
    /("url":"fiches\/planter-un-arbre\/","revision":)"\w+"/,
    '$1null',
    /« fiches\/planter-un-arbre\/ » est gardé sans empreinte/,
  ),
  inWorker(
    'a home page that stays as it was',
    /("url":"\.\/","revision":)"\w+"/,
    '$1null',
    /« l’accueil » est gardé sans empreinte/,
  ),
  inWorker(
    'pictures that need a network',
    /\{"url":"images\/place\.png"[^}]*\},?/,
    '',
    /L’image « images\/place\.png » n’est pas gardée/,
  ),
]

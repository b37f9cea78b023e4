import { plural } from '../../../src/french.ts'
import { html } from '../../../src/problems/report-page.ts'
import type { Role } from '../../disk/manifest.ts'
import type { Report } from './report.ts'

/** Pages beyond which folded sheets no longer close flat under staples. */
const STAPLED = 64

/** The three things to do with a release, in the order in which they are done: print, put online, deposit. */
export function handover({ fichiers, brouillon }: Report): string {
  if (brouillon || fichiers.length === 0) return ''
  const paths = (...roles: Role[]) =>
    fichiers.filter(({ role }) => roles.includes(role)).map(({ chemin }) => chemin)
  const pages = fichiers.find(({ role }) => role === 'pdf-impression')?.pages ?? null
  const boxes: [title: string, files: string[], what: string[]][] = [
    [
      'Pour l’imprimeur',
      paths('pdf-impression', 'pdf-couverture', 'pdf-cahier', 'rapport-prepresse'),
      order(pages, paths('pdf-couverture').length > 0),
    ],
    [
      'À mettre en ligne',
      paths('site').map(path => `${path}/`),
      [
        'Copier tout le dossier chez l’hébergeur, à la place de l’ancien : il contient déjà les PDF et le livre numérique à télécharger.',
      ],
    ],
    [
      'À déposer',
      paths('epub', 'pdf-ecran'),
      [
        'À la Bibliothèque nationale de France (dépôt légal) : le livre imprimé, dès sa parution, et les deux fichiers.',
        'Le livre numérique : aussi chez les libraires et les bibliothèques.',
      ],
    ],
  ]
  return `<div class="remises">${boxes.map(boxOf).join('\n')}</div>`
}

/** @param covered the cover is a file of its own, which folds around a square back */
function order(pages: number | null, covered: boolean): string[] {
  if (pages === null) return []
  const binding = covered
    ? 'dos carré collé ; la couverture, avec son dos, est un fichier à part.'
    : pages <= STAPLED
      ? 'piqûre à cheval (deux agrafes dans le pli) ; dos carré collé sur un papier épais.'
      : `dos carré collé ; au-delà de ${STAPLED} pages, une piqûre à cheval ne ferme plus à plat.`
  return [
    `${plural(pages, 'page')} A4, en quatre couleurs recto verso ; fond perdu, encres et profil : dans le rapport de prépresse.`,
    `Reliure : ${binding}`,
    'Exemplaires : à écrire dans la commande, avec deux de plus pour le dépôt légal.',
  ]
}

const boxOf = ([title, files, what]: [string, string[], string[]]) => `<section class="remise">
<h2>${html(title)}</h2>
<ul>${files.map(path => `<li><code>${html(path)}</code></li>`).join('')}</ul>
${what.map(text => `<p>${html(text)}</p>`).join('\n')}
</section>`

import { plural } from '../../../src/french.ts'
import { html } from '../../judge/report/page.ts'
import type { Report } from './report.ts'

/** Pages beyond which folded sheets no longer close flat under staples. */
const STAPLED = 64

/** The three things to do with a release, in the order in which they are done: print, put online, deposit. */
export function handover({ fichiers, brouillon }: Report): string {
  if (brouillon || fichiers.length === 0) return ''
  const paths = (...roles: string[]) =>
    fichiers.filter(({ role }) => roles.includes(role)).map(({ chemin }) => chemin)
  const pages = fichiers.find(({ role }) => role === 'pdf-impression')?.pages ?? null
  const boxes: [title: string, files: string[], what: string[]][] = [
    ['Pour l’imprimeur', paths('pdf-impression', 'pdf-cahier', 'rapport-prepresse'), order(pages)],
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

function order(pages: number | null): string[] {
  if (pages === null) return []
  return [
    `${plural(pages, 'page')} A4, en quatre couleurs recto verso ; fond perdu, encres et profil : dans le rapport de prépresse.`,
    pages <= STAPLED
      ? 'Reliure : piqûre à cheval (deux agrafes dans le pli) ; dos carré collé sur un papier épais.'
      : `Reliure : dos carré collé ; au-delà de ${STAPLED} pages, une piqûre à cheval ne ferme plus à plat.`,
    'Exemplaires : à écrire dans la commande, avec deux de plus pour le dépôt légal.',
  ]
}

const boxOf = ([title, files, what]: [string, string[], string[]]) => `<section class="remise">
<h2>${html(title)}</h2>
<ul>${files.map(path => `<li><code>${html(path)}</code></li>`).join('')}</ul>
${what.map(text => `<p>${html(text)}</p>`).join('\n')}
</section>`

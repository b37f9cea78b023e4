// The 106 criteria of the RGAA 4.1.2 in the words of the DINUM, under the Licence Ouverte 2.0.
import criteria from './rgaa-criteres.json' with { type: 'json' }

/** A criterion and its state; « conforme » and « non applicable » need a proof. */
type Critere = { numero: string; theme: string; intitule: string } & Assessment

type Assessment =
  | { etat: 'conforme' | 'non applicable' | 'non conforme'; preuve: string }
  | { etat: 'à vérifier'; preuve: null }

/** Question that a machine answers by reading every page. `absent`: the criterion does not apply if no page has the pattern;
 *  `each`: pattern to find in each page. */
type Question = { absent: RegExp; quoi: string } | { each: RegExp; quoi: string }

const frames: Question = { absent: /<i?frame\b/i, quoi: 'cadre' }
const media: Question = { absent: /<(?:video|audio|object|embed)\b/i, quoi: 'média temporel ni objet' }

/** Whatever asks for a person's judgement is not here. */
const questions: Record<string, Question> = {
  '2.1': frames,
  '2.2': frames,
  ...Object.fromEntries(Array.from({ length: 13 }, (_, index) => [`4.${index + 1}`, media])),
  '8.1': { each: /^\s*<!doctype html>/i, quoi: 'un type de document' },
  '8.3': { each: /<html[^>]*\slang="[a-z]/i, quoi: 'une langue par défaut' },
  '8.5': { each: /<title>[^<]*\S[^<]*<\/title>/i, quoi: 'un titre' },
  '8.10': {
    absent: /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]|\sdir="/u,
    quoi: 'texte qui se lise de droite à gauche',
  },
  '13.1': { absent: /<meta[^>]+http-equiv="refresh"/i, quoi: 'rafraîchissement ni redirection automatique' },
}

/** The 106 criteria, as far as the pages of a site tell. @param pages path → HTML */
export function gridOf(pages: ReadonlyMap<string, string>): Critere[] {
  const kinds = new Set(pages.size > 0 ? Object.values(questions) : [])
  const answers = new Map([...kinds].map(question => [question, answer(question, pages)]))
  return criteria.themes.flatMap(({ nom, criteres }, theme) =>
    criteres.map((intitule, index): Critere => {
      const numero = `${theme + 1}.${index + 1}`
      const question = questions[numero]
      return { numero, theme: nom, intitule, ...((question && answers.get(question)) ?? unread) }
    }),
  )
}

const unread: Assessment = { etat: 'à vérifier', preuve: null }

function answer(question: Question, pages: ReadonlyMap<string, string>): Assessment {
  const count = `${pages.size} pages lues`
  if ('absent' in question) {
    const present = [...pages.values()].some(html => question.absent.test(html))
    return present ? unread : { etat: 'non applicable', preuve: `${count}, aucun ${question.quoi}` }
  }
  const without = [...pages].find(([, html]) => !question.each.test(html))
  return without
    ? { etat: 'non conforme', preuve: `${without[0]} n’a pas ${question.quoi.replace(/^une? /, 'de ')}` }
    : { etat: 'conforme', preuve: `${count}, chacune a ${question.quoi}` }
}

/** The grid as a table for a spreadsheet. */
export const gridCsv = (grid: readonly Critere[]): string =>
  csvOf([
    ['critere', 'theme', 'intitule', 'etat', 'preuve', 'adresse'],
    ...grid.map(({ numero, theme, intitule, etat, preuve }) => [
      numero,
      theme,
      intitule,
      etat,
      preuve ?? '',
      `${criteria.reference}#${numero}`,
    ]),
  ])

/** A table as French spreadsheets open it: UTF-8 with its mark, semicolons. @see RFC 4180 for the rest */
export const csvOf = (rows: readonly (readonly string[])[]): string =>
  `\ufeff${rows.map(cells => `${cells.map(quoted).join(';')}\r\n`).join('')}`

const quoted = (cell: string) => (/[";\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)

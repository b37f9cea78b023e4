import type { Code } from '../../problems/index.ts'
import { bulletAhead, VALEUR } from '../../text/index.ts'
import { show } from '../say-value.ts'
import { nearFenceOf } from './fence.ts'

/** Place to look for a slip. `texte`: any text as it was written, with code and addresses masked. `reste`: plain words of
 *  the Markdown, outside links. `ligne`: paragraphs, lists included. */
export type Scope = 'texte' | 'reste' | 'ligne'

/** Signs that do not do what their author meant. */
export type Slip = {
  code: Code
  scope: Scope
  pattern: RegExp
  /** Stands in every match. */
  sign?: string
  cause?: string
  /** Gives the right text; null: it is right as it is. */
  remedy(match: RegExpMatchArray): string | null
}

const write = (text: string) => `Écrire : ${text}`

/** A remedy that looks the same on the screen says how it is typed. */
const retype = (text: string) => `La retaper avec la barre d'espace seule : ${text}`

/** Notes of an author for later. */
const LATER = 'à (?:compléter|préciser|vérifier|confirmer|valider|relire|revoir)'

/** Words that are still to come. */
export const provisional = new RegExp(
  [
    String.raw`(?:^[ \t*]*|(?<=[.!?] ))à compléter(?: par l[’']éditeur)?(?:[ \t*]*\.?[ \t]*$|(?=[ \t]?[:,] ))`,
    // What `kit new` leaves to write over.
    String.raw`(?=[tls0])(?<=^[ \t*]*|· )(?:titre|lieu|0\*\*|source :) à compléter`,
    String.raw`(?<![\p{L}\d])(?:TODO|FIXME|TBD|X{3,}|XX(?=\s?(?:€|%|euros?\b)))(?![\p{L}\d])`,
    String.raw`\?{3}|\blorem ipsum\b|\(${LATER}\)`,
    String.raw`[<‹]${LATER}[^<>‹›\n]{0,60}[>›]`,
    String.raw`\[(?:mois|année|jour|numéro|montant|chiffre|lien|adresse|source|image|photo)\](?!\()`,
    String.raw`\[(?:${LATER}|insérer|nom|titre|date|lieu|ville|commune|votre)(?: [^[\]\n]{0,60})?\](?!\()`,
  ].join('|'),
  'gimu',
)

/** Tells a provisional passage from others: its words to the end of the line, or all of the line that it ends.
 *  `À compléter : qui, quoi.`, `Source : à compléter` */
export function provisionalAt(text: string, at: number, length: number): string {
  const [rest = ''] = text.slice(at).split('\n', 1)
  const start = rest.length > length + 1 ? at : text.lastIndexOf('\n', at - 1) + 1
  return show(
    text
      .slice(start, at + rest.length)
      .replaceAll('*', '')
      .trim(),
  )
}

export const slips: readonly Slip[] = [
  {
    code: 'texte-provisoire',
    scope: 'texte',
    pattern: provisional,
    remedy: () => '',
  },
  // `2*3*4`, `élu*e et salarié*e` lose their stars.
  {
    code: 'signes-perdus',
    scope: 'texte',
    sign: '*',
    pattern:
      /(?<![\p{L}\p{N}*\\])[\p{L}\p{N}]{1,40}(?<!\u02bc)(?:\*{1,2}[\p{L}\p{N}]{1,40})+(?!\*)(?:(?=.{0,400}[\p{L}\p{N}]\*{1,2}[\p{L}\p{N}])|(?<=[\p{L}\p{N}]\*{1,2}[\p{L}\p{N}].{0,400}\*{1,2}[\p{L}\p{N}]{1,40}))/gsu,
    cause: 'ces étoiles mettraient en italique ou en gras, et ne paraîtraient pas',
    remedy: ([text]) =>
      `${text.replace(/\*+/g, /\d/.test(text) ? ' × ' : '.')}, ou ${text.replaceAll('*', '\\*')} pour garder les étoiles`,
  },
  // `\$` loses its stroke; `\*`, `\[` and `\(` are escapes.
  {
    code: 'signes-perdus',
    scope: 'texte',
    pattern: /(?<!\\)(?:\\[/,;?"'%$=@^]|\\\\(?=\w))|(?<=\b[A-Z]:[^\s/]{0,100})\\[_.#[(-]/g,
    cause: 'cette barre oblique inverse ne paraîtra pas',
    remedy: ([text]) => `${text.slice(1)}, ou \\${text} pour garder la barre`,
  },
  // An address that no one can follow.
  {
    code: 'adresse-nue',
    scope: 'reste',
    pattern:
      /(?<![([<"“/.\p{L}]|\]: ?)(?:https?:\/\/|www\.)[^\s<>()[\]«»"”]{1,300}(?<![.,;:!?'’])|(?<![\p{L}\p{N}._%+:/@-])[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,4}(?![\w@])/gu,
    remedy: ([text]) => text.replace(/^www\./i, 'https://$&').replace(/^[^/]+@/, 'mailto:$&'),
  },
  // `{picto = map}`, `(picto=map)`
  {
    code: 'picto-mal-ecrit',
    scope: 'reste',
    pattern: new RegExp(
      String.raw`(?!\{\s*picto=${VALEUR}\s*\})(?:[{(]\s*picto\s*[=:]\s*["'“”«]?\s*([\w-]+)\s*["'“”»]?\s*[})]|\{\s*picto\b[^{}\n]*\})`,
      'giu',
    ),
    remedy: ([, name = 'search']) => `{picto=${name}}`,
  },
  // `##Titre`, `## Titre` with a no-break space, `####### Titre`
  {
    code: 'titre-mal-ecrit',
    scope: 'ligne',
    pattern: /(?=#)(?<=^[ \t]*)(#{2,6})(?=([\p{L}\d«"*].*))/gmu,
    cause: 'il manque une espace après',
    remedy: ([, signs = '', words = '']) => write(`${signs} ${words}`),
  },
  {
    code: 'titre-mal-ecrit',
    scope: 'ligne',
    pattern: /(?=#)(?<=^[ \t]*)(#{1,6})[\u00a0\u202f]\s*(?=(\S.*))/gmu,
    cause: "l'espace qui suit est insécable",
    remedy: ([, signs = '', words = '']) => retype(`${signs.replace(/^#$/, '##')} ${words}`),
  },
  {
    code: 'titre-mal-ecrit',
    scope: 'ligne',
    pattern: /(?=#)(?<=^[ \t]*)(#{1,6})[ \t]+(?=(\S.*))/gmu,
    cause: "trop d'espaces la précèdent",
    remedy: ([, signs = '', words = '']) =>
      `Écrire, sans espace devant : ${signs.replace(/^#$/, '##')} ${words}`,
  },
  {
    code: 'titre-mal-ecrit',
    scope: 'ligne',
    pattern: /(?=#)(?<=^[ \t]*)(#{7,60})[ \t]*(?=([^\s#].*))/gmu,
    cause: 'il y en a plus de six',
    remedy: ([, , words = '']) => write(`## ${words}`),
  },
  // `:: exemple`, `: : : exemple`
  {
    code: 'bloc-mal-ouvert',
    scope: 'ligne',
    pattern: /(?=:)(?<=^[ \t]*):[ :].*/gm,
    cause: 'un bloc en a trois, qui se touchent',
    remedy: ([line]) => (nearFenceOf(line) === null ? null : `::: ${line.replace(/^[:\s]+/, '')}`.trim()),
  },
  // `• un achat`, `-achat`, `-` and a no-break space
  {
    code: 'liste-mal-ecrite',
    scope: 'ligne',
    pattern: new RegExp(`(${bulletAhead.source})(.*)`, 'gmu'),
    cause: 'cette puce est celle d’un traitement de texte',
    remedy: ([, , words = '']) => write(`- ${words.trim()}`),
  },
  {
    code: 'liste-mal-ecrite',
    scope: 'ligne',
    pattern: /(?=-)(?<=^[ \t]*)-(\p{L}[\p{L}'’]+\s.*)/gmu,
    cause: 'il manque une espace après le tiret',
    remedy: ([, words = '']) => write(`- ${words}`),
  },
  {
    code: 'liste-mal-ecrite',
    scope: 'ligne',
    pattern: /(?=[-*+])(?<=^[ \t]*)([-*+])[\u00a0\u202f]\s*(\S.*)/gmu,
    cause: "l'espace qui suit est insécable",
    remedy: ([, sign = '', words = '']) => retype(`${sign} ${words}`),
  },
  // Two lines or more that begin with a dash, as French typography writes a list.
  {
    code: 'liste-mal-ecrite',
    scope: 'ligne',
    pattern:
      /(?=[–—])(?:(?<=^[ \t]*)[–—][ \t\u00a0]+(\S.*)(?=\n[ \t]*[–—][ \t\u00a0])|(?<=^[ \t]*[–—][ \t\u00a0].*\n[ \t]*)[–—][ \t\u00a0]+(\S.*))/gmu,
    cause: 'un tiret long est une ponctuation',
    remedy: ([, words, last = '']) => write(`- ${words ?? last}`),
  },
]

import { type LintRule, punctuationRules } from './punctuation.ts'

// Words that an accent never leaves; « Etel » or « Emile » may be a name as it is written.
const capitales: ReadonlyMap<string, string> = new Map([
  ...`Etat Etats Eglise Ecole Ecoles Economie Education Egalité Elu Elus Elue Elues Energie Energies Equipe Equipes
Etablissement Etablissements Etude Etudes Etape Etapes Ecologie Edition Editions Election Elections Evaluation Evolution
Echange Echanges Etudiant Etudiants Etudiante Etudiantes Emission Emissions Equipement Equipements Evénement Evénements
Ecrire Elaborer Evaluer Echanger Elargir Eviter Etendre Etablir`
    .split(/\s+/)
    .map((mot): [string, string] => [mot, `É${mot.slice(1)}`]),
  ['Ile', 'Île'],
  ['Iles', 'Îles'],
])

const ligatures =
  /(?:c|ch|s|ranc|n|v|b|m|man|hors-d)?oe(?:u(?:r|rs|vr|vre|d|ds|f|fs|x)|il|n[oô]|cum|dipe|sophage)/i

/** Finds a run too long for the narrowest column and unknown to dictionaries. Examples: words stuck together by pasting or
 *  no-break spaces, a line of dots to write on. Addresses are masked; a line may end after `/` and hyphens. */
export const motLong: LintRule = {
  code: 'mot-long',
  pattern: /(?:[^\s/\ufffc–—-]|[\u00a0\u202f\u2060\u2011]){50,}/gu,
  propose: ([words]) =>
    /[\u00a0\u202f]/.test(words) ? 'ses espaces sont insécables, les retaper' : '40 lettres au plus',
  excerpt: words => words.slice(0, 20),
}

/** Rules for prose in a front matter or a setting; the length of words is checked there by itself. */
export const typographyRules: readonly LintRule[] = [
  // « Etat » → « État »; « la société Plaine Sud Energies », « l'Ecole 42 », « Mme Elu » are names.
  {
    code: 'capitale-accentuee',
    pattern:
      /(?<!\p{L})(?<![\p{Ll},] \p{Lu}[\p{L}-]* |(?<!\p{L})(?:MM?|Mmes?|Mlles?|Dr)\.? )[EI]\p{L}+(?! (?:\d|\p{Lu}))/gu,
    propose: ([mot]) => capitales.get(mot) ?? null,
  },
  // « A Lyon, … » → « À Lyon, … », at the start of a sentence. Before a hyphen « A » is a verb: « A-t-il ». « A priori » is
  // Latin; « M. A Dupont », « cat. A ou B » and « A et B » have a name or a letter.
  {
    code: 'capitale-accentuee',
    pattern:
      /(?<=^[\s*_]{0,4}|[\p{Ll}\d)»%€][.!?…][\s*_]{1,4})A(?= [\p{L}\d*])(?! (?:priori|posteriori|fortiori|contrario|minima|maxima|pari|cappella|et|ou|comme|est|sont)(?!\p{L}))/gu,
    propose: () => 'À',
  },
  // « coeur » → « cœur ».
  {
    code: 'ligature',
    pattern: /\p{L}+/gu,
    propose: ([mot]) => (ligatures.test(mot) ? mot.replace(/oe/, 'œ').replace(/Oe|OE/, 'Œ') : null),
  },
  ...punctuationRules,
  // « 80 m2 » → « 80 m² ».
  {
    code: 'exposant',
    pattern: /(?<![\p{L}\ufffc-])[kcd]?m[23](?![\p{L}\d-])/gu,
    propose: ([unit]) => unit.replace('2', '²').replace('3', '³'),
  },
  // « 2ème » → « 2e », « 1ère » → « 1re ».
  {
    code: 'ordinal',
    pattern: /(?<![\p{L}\d])(\d{1,4}|[IVX]{1,8})( ?i?[èée]mes?|[èe]res?| (?:ères?|ers?)|è)(?!\p{L})/gu,
    propose([quote, number, written = '']) {
      const letters = /[èe]re/.test(written) ? 're' : written.includes('er') ? 'er' : 'e'
      return `${number}${letters}${quote.endsWith('s') ? 's' : ''}`
    },
  },
  // « 12,000 », « 12.000 » → « 12 000 »; « 1.250.000 », « 1'250'000 » → « 1 250 000 »; « 1,250,000.5 » → « 1 250 000,5 ». A
  // single group that is not all zeros may be decimals.
  {
    code: 'milliers-anglais',
    pattern:
      /(?<![\d.,])[1-9]\d{0,2}(?:[.,]000|(?:,\d{3}){2,}(?:\.\d{1,2})?|(?:\.\d{3}){2,}(?:,\d{1,2})?|(?:['’]\d{3})+)(?![\d,.'’]*\d)/g,
    propose: ([number]) =>
      number.replace(/[.,'’](\d+)/g, (_, digits: string) =>
        digits.length < 3 ? `,${digits}` : ` ${digits}`,
      ),
  },
  // « 3.5 % » → « 3,5 % ».
  {
    code: 'milliers-anglais',
    pattern: /(?<![\d.,])\d{1,3}\.\d{1,2}(?=[ \u00a0\u202f]?(?:%|[kM]?€|millions?\b|milliards?\b))/g,
    propose: ([number]) => number.replace('.', ','),
  },
  // Raw HTML: it will be printed as it is typed.
  {
    code: 'html-brut',
    pattern: /<(?:\/?[a-zA-Z][\w-]{0,30}(?:\s[^<>]{0,200})?\/?|!--.{0,200}?--)>/gs,
    propose: () => " ; pour le gras écrire **mots**, pour l'italique *mots*",
  },
  // Finds a word cut by a line of a PDF or of a mail: in Markdown the end of a line is a space. « Micro- et mini-crèches » is
  // right.
  {
    code: 'mot-coupe',
    pattern:
      /(?<![\p{L}\p{N}'’-])((?:\p{L}{1,30}['’-]){0,6}\p{L}{2,30})[-\u00ad\u2010]\n[ \t]*(?!(?:et|ou)(?!\p{L}))(\p{L}{1,30}(?:['’-]\p{L}{1,30}){0,6})/gu,
    propose([, before = '', after = '']) {
      const joined = `${before}-${after} sur une seule ligne`
      // A word with another hyphen, or with a capital after it, keeps this hyphen too.
      return /-/.test(before + after) || /^\p{Lu}/u.test(after) ? joined : `${before}${after}, ou ${joined}`
    },
    excerpt: words => words.replace(/\n\s*/, ' '),
  },
]

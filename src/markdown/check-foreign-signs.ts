import type { Token } from 'markdown-it'
import type { Report } from './block.ts'
import { maskMarkup } from './lint/mask.ts'
import { reportSome } from './report-some.ts'

/** What a sign asks for is made of the match, where addresses are masked, and of what was written. */
type Sign = { pattern: RegExp; cause: string; remede(match: RegExpMatchArray, written: string): string }

const encart = () => 'Écrire ::: info Titre, dessous le texte seul, puis :::'
const enlever = () => 'L’enlever'

/** What other kinds of Markdown or other programs understand, and this one prints. */
const signs: readonly Sign[] = [
  {
    pattern: /==(?=[^\s=])[^=\n]{1,80}==/g,
    cause: 'il n’y a pas de surlignage',
    remede: ([text]) => `Écrire : **${text.slice(2, -2)}**`,
  },
  {
    pattern: /\+\+(?=[^\s+])[^+\n]{1,80}(?<!\s)\+\+/g,
    cause: 'il n’y a pas de soulignement',
    remede: ([text]) => `Écrire : **${text.slice(2, -2)}**`,
  },
  {
    pattern: /(?<=[\p{L}\p{N})])\^[^\s^]{1,20}\^|(?<=[\p{L}\p{N})])~[^\s~]{1,20}~(?!~)/gu,
    cause: 'il n’y a ni exposant ni indice',
    remede: ([text]) => `Écrire ${text.slice(1, -1)} sans ces signes, ou le caractère lui-même : ², ³`,
  },
  {
    pattern: /\$(?=\S)[^$\n]{0,80}(?:\\[a-z]|[_^])[^$\n]{0,80}\$/g,
    cause: 'il n’y a pas de formules',
    remede: () => 'Écrire la formule en mots ou en chiffres, par exemple : 1/2',
  },
  {
    pattern: /(?:\{\{[^{}\n]{0,80}\}\}|\{%[^{}\n]{0,80}%\})/g,
    cause: 'un gabarit n’est pas rempli',
    remede: () => 'Écrire les mots eux-mêmes',
  },
  {
    pattern: /\([^()\n]{1,80}\)\[\ufffc+\]?/g,
    cause: 'les parenthèses et les crochets sont inversés',
    remede: () => 'Écrire : [mots](https://adresse)',
  },
  {
    pattern: /!?\[[^[\]\n]{1,80}\] ?\[(?!\p{Lu}\p{L}{0,30}\d{1,3}(?:R\d{1,3})?\])[^[\]\n]{1,30}\](?!\()/gu,
    cause: 'l’adresse s’écrit ici même, entre parenthèses',
    remede: ([text]) =>
      `Écrire : ${text.slice(0, text.indexOf(']') + 1)}(${text.startsWith('!') ? 'images/nom.png' : 'https://adresse'}), avec la vraie adresse`,
  },
  {
    pattern: /^\[[^[\]^\n]{1,30}\]:(?=[ \t]*\ufffc)/gm,
    cause: 'une adresse ne se range pas à part',
    remede: () => 'La porter dans la phrase, [mots](https://adresse), et supprimer cette ligne',
  },
  {
    pattern:
      /\bHYPERLINK ["«“]\S{0,300}|Err(?:eur|or) ?! ?(?:Source du renvoi|Signet|Liaison|Reference source|Bookmark)[\p{L} ]{0,20}/gu,
    cause: 'c’est un champ de Word, qui ne mène à rien',
    remede: () =>
      'Écrire les mots qu’il montrait, avec [mots](https://adresse) ou [[slug]] pour une fiche du kit',
  },
  {
    pattern:
      /:?contentReference\[oaicite:\d+\](?:\{[^{}\n]{0,40}\})?|\u3010[^\u3010\u3011\n]{1,60}\u3011|\[cite[:_][^[\]\n]{1,60}\]|\bturn\d+(?:search|view|file)\d+/g,
    cause: 'c’est la marque d’un robot de conversation',
    remede: () => 'L’enlever, et vérifier soi-même ce que la phrase affirme',
  },
  {
    pattern:
      /#(?:REF!|DIV\/0!|N\/A|VALEUR!|VALUE!|NOM\?|NAME\?|NOMBRE!|NUM!|NUL!|NULL!)|(?<![\w#])(?!(?<=^|\n)#{7,60} \S)#{4,}(?![\w#])|(?<!\S)=[A-Z]{2,20}\([^()\n]{0,80}\)/g,
    cause: 'c’est une case de tableur qui n’a pas donné son nombre',
    remede: () => 'Écrire le nombre lui-même',
  },
  {
    pattern: /(?:(?<!\.)\.{5,}|(?<! \.)(?: \.){5,}|(?<!…)…{3,}) ?\d{1,4}$/gm,
    cause: 'c’est une ligne de table des matières',
    remede: () => 'La supprimer : le sommaire se fait tout seul',
  },
  {
    pattern: /(?<![\w,.])\d(?:[.,]\d{1,12})?E[+-]?\d{2}(?!\w)/g,
    cause: 'c’est un nombre comme un tableur l’abrège',
    remede: () => 'Écrire le nombre lui-même',
  },
  {
    pattern: /(?:€|EUR) ?\d[\d.,]{0,12}(?<!\D)(?! ?\d| ?(?:€|EUR))/g,
    cause: 'en français le signe de la monnaie suit le nombre',
    remede: ([text]) => `Écrire : ${text.replace(/^(?:€|EUR) ?/, '')} €`,
  },
  {
    pattern:
      /^(?:Envoyé (?:depuis|de|à partir de|avec) (?:mon |ma |Outlook|Gmail|Yahoo|Courrier|l[’']application)[^\n]{0,60}|-{2,} ?(?:Message (?:transféré|d[’']origine)|Forwarded message|Original Message) ?-{2,}|Le [^\n]{5,80} a écrit ?:)$/gim,
    cause: 'ces mots viennent d’un courriel',
    remede: () => 'Les supprimer',
  },
  {
    pattern:
      /^(?:(?:Bien sûr|Certainement|Absolument)[ !,.]{1,3})?Voici [^\n.:]{0,60}\b(?:votre|ton|vos) (?:texte|fiche|paragraphe|demande|article|section)s?\b[^\n.:]{0,40} ?:$/gim,
    cause: 'c’est la réponse d’un robot de conversation',
    remede: () => 'Supprimer cette phrase',
  },
  {
    pattern:
      /^(?:Partager (?:sur|cet article|cette page)\b[^\n]{0,80}|(?:Haut|Bas) du formulaire|Page \d{1,4} ?(?:\/|sur) ?\d{1,4})$/gm,
    cause: 'c’est un reste de la page d’où le texte vient',
    remede: () => 'Le supprimer',
  },
  {
    pattern: /\[\p{Lu}\p{L}{0,30}\d{1,3}(?:R\d{1,3})?\](?!\()/gu,
    cause: 'c’est la marque d’un commentaire de Word',
    remede: () => 'L’enlever',
  },
  {
    pattern: /^\[[ xX]\](?= )/g,
    cause: 'il n’y a pas de cases à cocher',
    remede: () => 'Enlever ces signes',
  },
  {
    pattern: /^(?:\[![a-zA-Z]{2,20}\][+-]?|(?:!!!|\?{3})\+? ?[a-z]{3,20}(?: "[^"\n]{0,80}")?(?=\s|$))/gm,
    cause: 'un encart s’écrit autrement',
    remede: encart,
  },
  {
    pattern: /\^\[([^[\]\n]{1,200})\]/g,
    cause: 'il n’y a pas de notes de bas de page',
    remede: ([, words = '']) => `Mettre la note entre parenthèses : (${words})`,
  },
  {
    pattern: /^\[TOC\]$/gim,
    cause: 'le sommaire se fait tout seul',
    remede: () => 'Supprimer cette ligne',
  },
  {
    pattern: /\[(b|i|u|s|url|img|quote|color|size|center)(?:=[^[\]\n]{0,200})?\]([^[\]\n]{1,200})\[\/\1\]/gi,
    cause: 'ce sont les balises d’un forum',
    remede: ([, name = '', words = '']) =>
      /^[bi]$/i.test(name)
        ? `Écrire : ${/b/i.test(name) ? `**${words}**` : `*${words}*`}`
        : 'Garder les mots seuls',
  },
  {
    pattern: /(?<![\p{L}\p{N}:]):(?:[a-z][a-z0-9_+-]{1,40}|[+-]1):(?![\p{L}\p{N}:])/gu,
    cause: 'un emoji ne s’écrit pas par son nom',
    remede: enlever,
  },
  {
    pattern: /%%[^%\n]{1,200}%%/g,
    cause: 'il n’y a pas de commentaires',
    remede: enlever,
  },
  {
    pattern: /(?<=\S )\^[a-z0-9-]{3,30}$/g,
    cause: 'c’est le repère d’un autre programme',
    remede: enlever,
  },
  {
    pattern:
      /\\(?:(?:new|clear)page|pagebreak|(?:text(?:bf|it)|emph|underline|(?:sub)?section|cite|ref|footnote)(?:\{[^{}\n]{0,200}\}|\ufffc{1,90}))/g,
    cause: 'c’est une commande de LaTeX',
    remede(_, written) {
      const [, name, words = ''] = /^\\(\w+)\{(.*)\}$/.exec(written) ?? []
      return name === undefined ? 'L’enlever' : `Écrire : ${name === 'textbf' ? `**${words}**` : words}`
    },
  },
  {
    pattern: /^={2,4} ([^=\n]{1,80}) ={2,4}$/gm,
    cause: 'ils ne font pas un titre',
    remede: ([, words = '']) => `Écrire : ## ${words}`,
  },
  {
    pattern: /(?<![\p{N}'])('{2,3})(?=[^\s'])((?:[^'\n]|'(?!')){1,80})\1(?!')/gu,
    cause: 'des apostrophes ne mettent ni en gras ni en italique',
    remede: ([, { length } = '', words = '']) => `Écrire : ${length === 3 ? `**${words}**` : `*${words}*`}`,
  },
  {
    pattern: /\[\ufffc{8,300} [^[\]\n]{1,80}\](?!\()/g,
    cause: 'l’adresse d’un lien suit ses mots',
    remede: (_, written) => `Écrire : ${written.replace(/^\[(\S+) (.+)\]$/, '[$2]($1)')}`,
  },
  {
    pattern: /\[\[([a-z0-9-]{2,60})(?![^[\]\n]{0,120}\])/g,
    cause: 'rien ne ferme ce renvoi',
    remede: ([, slug = '']) => `Écrire : [[${slug}]]`,
  },
]

const maybe =
  /'{2}|:[a-z]|%%|\\[a-z]|!!!|\?{3}|\[{2}|==|\+\+|\^|~|\$|\{[{%]|\]|HYPERLINK|Err(?:eur|or) ?!|\u3010|turn\d|#|=[A-Z]|\.{5}|(?: \.){5}|…{3}|€|EUR|\dE|Envoyé|--|a écrit|Voici|Partager|formulaire|Page \d/

/** Reports the signs of other programs and other kinds of Markdown, each with what to write in its place. */
export function checkForeignSigns(tokens: readonly Token[], tell: Report): void {
  for (const inline of tokens) {
    if (inline.type !== 'inline' || !maybe.test(inline.content)) continue
    const report = reportSome(tell)
    const text = maskMarkup(inline.content)
    for (const { pattern, cause, remede } of signs)
      for (const match of text.matchAll(pattern)) {
        const trouve = inline.content.slice(match.index, match.index + match[0].length)
        report('signes-etrangers', inline, match.index, { trouve, cause, remede: remede(match, trouve) })
      }
  }
}

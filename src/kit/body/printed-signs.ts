import type { Slip } from './slips.ts'

/** Signs that mean something to whoever typed them, in another program, and that are printed as they are here. */
export const printedSigns: readonly Slip[] = [
  {
    code: 'signes-imprimes',
    scope: 'reste',
    sign: '[^',
    pattern: /\[\^[^\]\s]{1,20}\]:?/g,
    cause: "une fiche n'a pas de notes",
    remedy: () => 'Dire la note dans la phrase, entre parenthèses, et enlever ces signes',
  },
  // `** gras **`
  {
    code: 'signes-imprimes',
    scope: 'reste',
    sign: '**',
    pattern:
      /(?<![*\p{L}\p{N}])\*\*(?=\s[^*\n]{1,200}\*\*|[^*\n]{1,200}\s\*\*)\s?([^*\s][^*\n]*?)\s?\*\*(?![*\p{L}\p{N}])/gu,
    cause: 'une espace touche les étoiles, du côté du mot',
    remedy: ([, words = '']) => `Écrire : **${words}**`,
  },
  // `**` alone on its line: bold of nothing; « un hôtel **** » is none
  {
    code: 'signes-imprimes',
    scope: 'ligne',
    pattern: /(?=[*_])(?<=^[ \t]*)(?:\*{1,2}|_{1,4})(?=[ \t]*$)/gm,
    cause: 'ces signes n’entourent aucun mot',
    remedy: () => 'Les enlever',
  },
  // A call of note, « 12 000** », stands after its word.
  {
    code: 'signes-imprimes',
    scope: 'reste',
    sign: '**',
    pattern: /(?<![*\p{L}\p{N}])\*\*(?=(?:\p{L}|[«"“(\d])[^*\n]*$)/gmu,
    cause: "ce gras n'est jamais fermé",
    remedy: () => 'Écrire ** aussi à la fin des mots en gras, ou les enlever ici',
  },
  // `(mots)[https://exemple.fr]`
  {
    code: 'signes-imprimes',
    scope: 'reste',
    sign: ')[',
    pattern: /\(([^()\n]{1,200})\)\[((?:https?:\/\/|www\.|mailto:)[^\s\]]{1,300})\]/g,
    cause: 'parenthèses et crochets sont échangés',
    remedy: ([, words = '', address = '']) =>
      `Écrire : [${words}](${address.replace(/^www\./, 'https://$&')})`,
  },
  // `{++ajouté++}`, `{--retiré--}`, `{>>dit<<}`: tracked changes of other programs.
  {
    code: 'signes-imprimes',
    scope: 'texte',
    sign: '{',
    pattern: /\{(?:\+\+|--|==|>>|~~).{1,400}?(?:\+\+|--|==|<<|~~)\}/gs,
    cause: "une correction proposée n'est ni acceptée ni refusée",
    remedy: () => 'Garder les mots qui conviennent, sans ces signes',
  },
  // `+----+----+`
  {
    code: 'signes-imprimes',
    scope: 'ligne',
    sign: '-+',
    pattern: /(?=\+)(?<=^[ \t]*)\+(?:[-=:]{2,200}\+){1,30}(?=[ \t]*$)(?!.*^[ \t]*\+[-=:]{2,200}\+)/gms,
    cause: 'ces traits ne font pas un tableau',
    remedy: () =>
      'Écrire une ligne d’en-têtes « | Commune | Montant | », une ligne « | --- | --- | », puis une ligne par rangée',
  },
  // `[ ] à faire`, `[x] fait`
  {
    code: 'signes-imprimes',
    scope: 'reste',
    sign: '[',
    pattern: /(?=\[)(?<=^[ \t]*)\[[xX]\](?=\s)|\[[ \u00a0]\](?![([])/gm,
    cause: 'ces crochets ne font pas une case',
    remedy: ([box]) => `Écrire : ${/x/i.test(box) ? '☑' : '☐'}`,
  },
  // Two lines or more whose words are parted by tabs, as a spreadsheet copies its cells.
  {
    code: 'signes-imprimes',
    scope: 'ligne',
    sign: '\t',
    pattern: /^[^\t\n]*[^\s]\t+[^\s].*(?:\n[^\t\n]*\t.*)+/gm,
    cause: 'des tabulations ne font pas un tableau',
    remedy: ([lines]) => {
      const [head = '', ...rows] = lines
        .split('\n')
        .map(line => `| ${line.trim().split(/\t+/).join(' | ')} |`)
      return `Écrire, une rangée par ligne : ${[head, head.replace(/[^|]+/g, ' --- '), ...rows].slice(0, 3).join(' puis ')}`
    },
  },
]

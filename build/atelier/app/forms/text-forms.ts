import { field, h } from '../dom.ts'
import { type BlockForm, linesOf, oneLine, type Parts } from './block-form.ts'

type Part = { nom: string; label: string; long?: true; needed?: true; example?: string }

/** The blocks that are some words each. */
export const textForms: readonly BlockForm[] = [
  textForm({
    titre: 'Un exemple',
    parts: [
      { nom: 'titre', label: 'Titre', needed: true, example: 'Une recyclerie en régie' },
      { nom: 'lieu', label: 'Lieu', needed: true, example: 'Métropole de Lyon' },
      { nom: 'code', label: 'Code du département', example: '69' },
      { nom: 'texte', label: 'Texte', long: true, needed: true },
    ],
    block: /^::: exemple (?<titre>.+) · (?<lieu>.+?)(?: \((?<code>[\dAB]{2,3})\))?\n(?<texte>[\s\S]*)\n:::$/,
    write: ({ titre, lieu, code, texte }) =>
      `::: exemple ${oneLine(titre)} · ${oneLine(lieu)}${oneLine(code) ? ` (${oneLine(code)})` : ''}\n${paragraphs(texte)}\n:::`,
  }),
  textForm({
    titre: 'Des chiffres',
    parts: [
      { nom: 'titre', label: 'Titre', example: 'L’ESS en France' },
      {
        nom: 'chiffres',
        label: 'Un chiffre par ligne, puis ce qu’il compte',
        long: true,
        needed: true,
        example: '2,7 millions de salarié.e.s',
      },
      { nom: 'source', label: 'Source : organisme, année', needed: true, example: 'Insee, 2024' },
    ],
    block: /^::: chiffres(?: (?<titre>.+))?\n(?<chiffres>[\s\S]*)\n\nSource : (?<source>.*)\n:::$/,
    read: ({ chiffres = '', ...others }) => ({
      ...others,
      chiffres: chiffres.replace(/^- \*\*(.+?)\*\*/gm, '$1').replace(/^- /gm, ''),
    }),
    write: ({ titre, chiffres, source }) =>
      `${`::: chiffres ${oneLine(titre)}`.trim()}\n${linesOf(chiffres).map(figure).join('\n')}\n\nSource : ${oneLine(source)}\n:::`,
  }),
  proseForm('Une citation', 'citation', { texte: 'Paroles, sans guillemets' }),
  proseForm('Un « bon à savoir »', 'info', { title: { label: 'Titre' }, texte: 'Texte' }),
  proseForm('Un propos rapporté', 'propos', {
    texte: 'Ce qu’en dit la personne ou le texte, sans guillemets',
  }),
  proseForm('Une définition', 'definition', {
    title: { label: 'Terme', example: 'SCIC' },
    texte: 'Ce qu’il veut dire',
  }),
  proseForm('Une loi', 'loi', {
    title: { label: 'Titre', example: 'Loi du 31 juillet 2014' },
    texte: 'Ce qu’elle dit',
  }),
  listForm({
    titre: 'Des idées reçues',
    nom: 'idees-recues',
    label: 'Une idée par ligne, puis « : FAUX. » ou « : VRAI. » et la réponse',
    example: 'L’ESS vit de subventions : FAUX. Elle vend aussi.',
  }),
  listForm({
    titre: 'Une frise',
    nom: 'frise',
    hasTitle: true,
    label: 'Une date par ligne, deux-points, l’événement',
    example: '1901 : la loi sur les associations',
  }),
  listForm({
    titre: 'Des domaines',
    nom: 'domaines',
    hasTitle: true,
    label: 'Un domaine par ligne, deux-points, ce qu’on y fait',
    example: 'Habitat {picto=house} : loger autrement',
    read: line => line.replace(/^\*\*(.+?)\*\*/, '$1'),
    write: line => line.replace(/^(.+?)(?= (?:\{[^}]*\} )?: )/, '**$1**'),
  }),
  textForm({
    titre: 'Un schéma',
    parts: [
      { nom: 'image', label: 'Image du kit', needed: true, example: 'images/circuit.svg' },
      { nom: 'titre', label: 'Titre', needed: true, example: 'Du champ à la cantine' },
      { nom: 'texte', label: 'La même chose en mots, pour qui ne la voit pas', long: true, needed: true },
    ],
    block: /^::: schema (?<image>\S+) (?<titre>.+)\n(?<texte>[\s\S]*)\n:::$/,
    write: ({ image, titre, texte }) =>
      `::: schema ${oneLine(image)} ${oneLine(titre)}\n${paragraphs(texte)}\n:::`,
  }),
  listForm({
    titre: 'Des ressources',
    nom: 'ressources',
    label: 'Une ressource par ligne : [titre](adresse), éditeur, année ; sans adresse sûre, **titre**',
    example: '[Le guide des achats](https://www.exemple.fr/guide), Réseau d’exemple, 2024',
  }),
]

/** A block that is a text, below a title or above a signature.
 *  @param asks the label of its text, and what its title is; without a title it is signed */
function proseForm(
  titre: string,
  nom: string,
  asks: { texte: string; title?: Pick<Part, 'label' | 'example'> },
): BlockForm {
  const prose: Part = { nom: 'texte', label: asks.texte, long: true, needed: true }
  return asks.title
    ? textForm({
        titre,
        parts: [{ nom: 'titre', needed: true, ...asks.title }, prose],
        block: new RegExp(`^::: ${nom} (?<titre>.+)\\n(?<texte>[\\s\\S]*)\\n:::$`),
        write: parts => `::: ${nom} ${oneLine(parts['titre'])}\n${paragraphs(parts['texte'])}\n:::`,
      })
    : textForm({
        titre,
        parts: [
          prose,
          { nom: 'qui', label: 'Nom, fonction', needed: true, example: 'Camille Martin, maire' },
        ],
        block: new RegExp(`^::: ${nom}\\n(?<texte>[\\s\\S]*)\\n\\n— (?<qui>.*)\\n:::$`),
        write: ({ texte, qui }) => `::: ${nom}\n${paragraphs(texte)}\n\n— ${oneLine(qui)}\n:::`,
      })
}

/** A block that is a list: an item a line. @param form `hasTitle`: it must have one; `read`, `write`: an item as it is asked for */
function listForm({
  titre,
  nom,
  hasTitle = false,
  label,
  example,
  read = line => line,
  write = line => line,
}: {
  titre: string
  nom: string
  hasTitle?: boolean
  label: string
  example: string
  read?(line: string): string
  write?(line: string): string
}): BlockForm {
  return textForm({
    titre,
    parts: [
      {
        nom: 'titre',
        label: hasTitle ? 'Titre' : 'Titre, si le bloc en a un',
        ...(hasTitle && { needed: true }),
      },
      { nom: 'lignes', label, long: true, needed: true, example },
    ],
    block: new RegExp(`^::: ${nom}(?: (?<titre>.+))?\\n(?<lignes>- [\\s\\S]*)\\n:::$`),
    read: ({ lignes = '', ...others }) => ({
      ...others,
      lignes: linesOf(lignes)
        .map(line => read(line.replace(/^- /, '')))
        .join('\n'),
    }),
    write: ({ titre: title, lignes }) =>
      `${`::: ${nom} ${oneLine(title)}`.trim()}\n${linesOf(lignes)
        .map(line => `- ${write(line)}`)
        .join('\n')}\n:::`,
  })
}

/** @param form `block`: its lines, each part a named group; `read`: when a part is not asked for as it is written */
function textForm({
  titre,
  parts,
  block,
  read = (groups: Parts) => groups,
  write,
}: {
  titre: string
  parts: readonly Part[]
  block: RegExp
  read?(groups: Parts): Parts
  write(parts: Parts): string
}): BlockForm {
  return {
    titre,
    read(lines) {
      const groups = block.exec(lines)?.groups
      // A part that may be left out is then undefined.
      return groups
        ? read(Object.fromEntries(Object.entries(groups).map(([nom, text]) => [nom, text ?? ''])))
        : null
    },
    write,
    fields: values =>
      parts.map(({ nom, label, long, needed, example = '' }) => {
        const properties = { name: nom, required: needed === true, placeholder: example }
        const input = long ? h('textarea', { ...properties, rows: '4' }) : h('input', properties)
        input.value = values[nom] ?? ''
        return field(label, input)
      }),
  }
}

const paragraphs = (text = '') => linesOf(text).join('\n\n')

/** « 2,7 millions de salariés »: the number and its unit are what is shown large. */
function figure(line: string): string {
  const [, number = '', caption = ''] =
    /^([-+]?[\d\u00a0\u202f .,]+(?:\s*(?:%|millions?|milliards?|€|km|ans?|Md€|M€))*)\s*(.*)$/.exec(line) ?? []
  return number ? `- **${number.trim()}** ${caption}` : `- ${line}`
}

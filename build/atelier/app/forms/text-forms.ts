import { field, h } from '../dom.ts'
import { type BlockForm, linesOf, oneLine, type Parts } from './block-form.ts'

type Part = { nom: string; label: string; long?: true; needed?: true; example: string }

/** The blocks that are some words each. */
export const textForms: readonly BlockForm[] = [
  textForm({
    titre: 'Un exemple',
    parts: [
      { nom: 'titre', label: 'Titre', needed: true, example: 'Une recyclerie en régie' },
      { nom: 'lieu', label: 'Lieu', needed: true, example: 'Métropole de Lyon' },
      { nom: 'code', label: 'Code du département', example: '69' },
      { nom: 'texte', label: 'Texte', long: true, needed: true, example: '' },
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
  textForm({
    titre: 'Une citation',
    parts: [
      { nom: 'texte', label: 'Paroles, sans guillemets', long: true, needed: true, example: '' },
      { nom: 'qui', label: 'Nom, fonction', needed: true, example: 'Camille Martin, maire' },
    ],
    block: /^::: citation\n(?<texte>[\s\S]*)\n\n— (?<qui>.*)\n:::$/,
    write: ({ texte, qui }) => `::: citation\n${paragraphs(texte)}\n\n— ${oneLine(qui)}\n:::`,
  }),
  textForm({
    titre: 'Un « bon à savoir »',
    parts: [
      { nom: 'titre', label: 'Titre', needed: true, example: '' },
      { nom: 'texte', label: 'Texte', long: true, needed: true, example: '' },
    ],
    block: /^::: info (?<titre>.+)\n(?<texte>[\s\S]*)\n:::$/,
    write: ({ titre, texte }) => `::: info ${oneLine(titre)}\n${paragraphs(texte)}\n:::`,
  }),
]

/** @param form `block`: its lines, each part a named group; `read`: when a part is not asked for as it is written */
function textForm({
  titre,
  parts,
  block,
  read = (said: Parts) => said,
  write,
}: {
  titre: string
  parts: readonly Part[]
  block: RegExp
  read?(said: Parts): Parts
  write(parts: Parts): string
}): BlockForm {
  return {
    titre,
    read(lines) {
      const said = block.exec(lines)?.groups
      // A part that may be left out is then undefined.
      return said
        ? read(Object.fromEntries(Object.entries(said).map(([nom, text]) => [nom, text ?? ''])))
        : null
    },
    write,
    fields: said =>
      parts.map(({ nom, label, long, needed, example }) => {
        const properties = { name: nom, required: needed === true, placeholder: example }
        const input = long ? h('textarea', { ...properties, rows: '4' }) : h('input', properties)
        input.value = said[nom] ?? ''
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

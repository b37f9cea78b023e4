import { askIn, field, h } from './dom.ts'

type Part = { nom: string; label: string; long?: true; needed?: true; example: string }
type Form = { titre: string; parts: Part[]; write(said: Record<string, string>): string }

const lines = (text = '') =>
  text
    .split('\n')
    .map(line => line.trim())
    .filter(Boolean)
const one = (text = '') => text.replace(/\s+/g, ' ').trim()

/** The blocks that are asked for in parts, by their name. What is written is Markdown like any other. */
const forms: Record<string, Form> = {
  exemple: {
    titre: 'Un exemple',
    parts: [
      { nom: 'titre', label: 'Titre', needed: true, example: 'Une recyclerie en régie' },
      { nom: 'lieu', label: 'Lieu', needed: true, example: 'Métropole de Lyon' },
      { nom: 'code', label: 'Code du département', example: '69' },
      { nom: 'texte', label: 'Texte', long: true, needed: true, example: '' },
    ],
    write: ({ titre, lieu, code, texte }) =>
      `::: exemple ${one(titre)} · ${one(lieu)}${one(code) ? ` (${one(code)})` : ''}\n${lines(texte).join('\n\n')}\n:::`,
  },
  chiffres: {
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
    write: ({ titre, chiffres, source }) =>
      `::: chiffres ${one(titre)}\n${lines(chiffres).map(figure).join('\n')}\n\nSource : ${one(source)}\n:::`.replace(
        'chiffres \n',
        'chiffres\n',
      ),
  },
  citation: {
    titre: 'Une citation',
    parts: [
      { nom: 'texte', label: 'Paroles, sans guillemets', long: true, needed: true, example: '' },
      { nom: 'qui', label: 'Nom, fonction', needed: true, example: 'Camille Martin, maire' },
    ],
    write: ({ texte, qui }) => `::: citation\n${lines(texte).join('\n\n')}\n\n— ${one(qui)}\n:::`,
  },
  info: {
    titre: 'Un « bon à savoir »',
    parts: [
      { nom: 'titre', label: 'Titre', needed: true, example: '' },
      { nom: 'texte', label: 'Texte', long: true, needed: true, example: '' },
    ],
    write: ({ titre, texte }) => `::: info ${one(titre)}\n${lines(texte).join('\n\n')}\n:::`,
  },
}

/** « 2,7 millions de salariés »: the number and its unit are what is shown large. */
function figure(line: string): string {
  const [, number = '', caption = ''] =
    /^([-+]?[\d\u00a0\u202f .,]+(?:\s*(?:%|millions?|milliards?|€|km|ans?|Md€|M€))*)\s*(.*)$/.exec(line) ?? []
  return number ? `- **${number.trim()}** ${caption}` : `- ${line}`
}

/** The choice of blocks; one that is chosen is asked for and written. */
export function insertMenu(write: (markdown: string) => void): HTMLElement {
  const ask = async (form: Form) => {
    const said = await askIn(
      form.titre,
      'Insérer',
      ...form.parts.map(({ nom, label, long, needed, example }) =>
        field(
          label,
          long
            ? h('textarea', { name: nom, rows: '4', required: needed === true, placeholder: example })
            : h('input', { name: nom, required: needed === true, placeholder: example }),
        ),
      ),
    )
    if (said) write(form.write(said))
  }
  const menu = h(
    'details',
    { class: 'menu' },
    h('summary', {}, 'Insérer'),
    h(
      'div',
      { class: 'actions' },
      ...Object.values(forms).map(form =>
        h(
          'button',
          {
            type: 'button',
            onclick: () => {
              menu.open = false
              void ask(form)
            },
          },
          form.titre,
        ),
      ),
    ),
  )
  return menu
}

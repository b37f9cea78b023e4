import type { Token } from 'markdown-it'
import {
  type Bloc,
  type Block,
  blockHead,
  blockTitle,
  enclose,
  listForm,
  picto,
  type Report,
  titreSeul,
} from '../text/index.ts'
import { checkListe, cutChildren, itemsOf, type ListItem, puce } from './items.ts'

type Idee = { item: ListItem; idee: Token[]; verdict: string; reponse: Token[] }

const verdict = /[\s\u00a0]*:[\s\u00a0]*(FAUX|VRAI)(?![\p{L}\d])[\s\u00a0\u202f]*[.,:!;]?\s*/u
const modele = '- Idée : FAUX. Réponse'

/** `::: idees-recues`: what people say, whether it is so, and why. */
export const ideesRecues: Block<'idees-recues'> = {
  name: 'idees-recues',
  label: 'Idées reçues',
  help: 'L’idée, deux-points, FAUX ou VRAI, un point, la réponse.',
  heading: { words: 'Idées reçues', icon: 'list-checks' },
  print: 'wide',
  sheet: 'figures',
  items: true,
  template: '::: idees-recues Trois idées reçues',
  word: { item: '[Idée] : FAUX. [Réponse]' },
  form: listForm('idees-recues', {
    title: 'Des idées reçues',
    label: 'Idées',
    items: {
      columns: [
        { label: 'Idée', example: 'L’ESS vit de subventions' },
        { label: 'Verdict', choices: { FAUX: 'Faux', VRAI: 'Vrai' } },
        { label: 'Réponse', example: 'Elle vend aussi.' },
      ],
      read: item => /^(.+?) : (FAUX|VRAI)\. (.*)$/.exec(item)?.slice(1) ?? null,
      write: ([idee, verdict, reponse]) => `${idee} : ${verdict || 'FAUX'}. ${reponse}`,
    },
  }),
  open: titreSeul,
  readsSetWords: true,
  check(bloc, report) {
    checkListe(bloc, report, { modele })
    read(bloc, report)
  },
  render(bloc, context) {
    const items = read(bloc).map(({ item, idee, verdict, reponse }) => {
      const vrai = verdict === 'VRAI'
      const tag = verdict
        ? `<span class="verdict ${vrai ? 'vrai' : 'faux'}">${picto(vrai ? 'check' : 'x', context)}${verdict}</span> `
        : ''
      const answer = `${tag}${context.inline(reponse).trim()}`
      const lines = [
        `<p class="idee">${context.inline(idee).trim()}</p>`,
        answer && `<p class="reponse">${answer}</p>`,
      ]
      return puce(item, lines.filter(Boolean).join('\n'), context)
    })
    return enclose('aside', bloc, context, [
      blockHead('p', bloc, context),
      blockTitle(bloc, context),
      `<ul>\n${items.join('')}</ul>\n`,
      context.blocs(itemsOf(bloc.corps).reste),
    ])
  },
}

function read(bloc: Bloc, report?: Report): Idee[] {
  return itemsOf(bloc.corps).items.map(item => {
    const children = item.inline.children ?? []
    const cut = cutChildren(children, verdict)
    if (!cut) {
      report?.('idee-sans-verdict', item.inline, 0, { proposal: proposal(item.inline.content) })
      return { item, idee: children, verdict: '', reponse: [] }
    }
    return { item, idee: cut.before, verdict: /VRAI/.test(cut.match) ? 'VRAI' : 'FAUX', reponse: cut.after }
  })
}

/** A verdict that is written another way: « Faux, », « – **VRAI** », « : non. ». */
const autreVerdict =
  /^(.+?)(?:[\s.:;,–—(-]+\**(faux|vrai)|\s*:\s*\**(non|oui))\**(?![\p{L}\d])[\s.,:;!)–—-]*(.*)$/iu

/** The author's line with its verdict where it is read: written another way, it is kept; else it is for the author to say. */
function proposal(content: string): string {
  const texte = content.replaceAll('\n', ' ')
  const match = autreVerdict.exec(texte)
  if (!match) return `- ${texte.replace(/[\s.:]+$/, '')} : FAUX. Réponse (ou VRAI)`
  const [, idee, dit = match[3] ?? '', , reponse] = match
  const suite = reponse ? reponse.charAt(0).toUpperCase() + reponse.slice(1) : 'Réponse'
  return `- ${idee} : ${/vrai|oui/i.test(dit) ? 'VRAI' : 'FAUX'}. ${suite}`
}

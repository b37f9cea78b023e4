import type { Token } from 'markdown-it'
import type { Bloc, RenderContext, Report } from '../block.ts'
import { cutChildren } from './items.ts'

/** The closing line of a block that tells whose words it holds. */
export const signatureLine = /^(—|–|--)\s*\S/

/** Tells of a signature above the last: its name would stand among the words that were said. */
export function checkSignature({ close, corps }: Bloc, report: Report): void {
  const last = corps.findLast(({ type }) => type === 'inline')
  const at = (last?.content.lastIndexOf('\n') ?? -1) + 1
  const above = last?.content.slice(at).trim() ?? ''
  if (!last || !close || !/^[—–-]{1,2}\s*\p{Lu}\p{L}+ \p{Lu}[^.!?]{0,80}$/u.test(above)) return
  report('signes-perdus', last, at, {
    quote: above,
    cause: 'au-dessus de la dernière ligne, ce nom serait cité avec le reste',
    remedy: `${above} ; ${close.content.trim().replace(/^[—–-]+\s*/, '')}, sur une seule ligne`,
  })
}

/** The paragraph of `— Nom, fonction`: the name ends at the first comma. Nothing without a closing line. */
export function signature(bloc: Bloc, context: RenderContext): string {
  if (!bloc.close) return ''
  const { nom, fonction } = cutSignature(bloc.close.children ?? [])
  const parts = [
    nom.length > 0 ? `<span class="nom">${context.inline(nom)}</span>` : '',
    fonction.length > 0 ? `<span class="fonction">${context.inline(fonction).trim()}</span>` : '',
  ].filter(Boolean)
  return `<p class="auteur"${context.rep(bloc.close)}>${parts.join(' ')}</p>\n`
}

function cutSignature(children: readonly Token[]): { nom: readonly Token[]; fonction: readonly Token[] } {
  const signed = cutChildren(children, /^\s*(—|–|--)\s*/)?.after ?? children
  const cut = cutChildren(signed, /,\s*/)
  return cut ? { nom: cut.before, fonction: cut.after } : { nom: signed, fonction: [] }
}

import type { Token } from 'markdown-it'
import type { Bloc, RenderContext } from '../text/index.ts'
import { cutChildren } from './items.ts'

/** The closing line of a block that tells whose words it holds. */
export const signatureLine = /^(—|–|--)\s*\S/

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

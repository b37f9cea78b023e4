import type { Difference } from './judge.ts'

export const kinds = [
  'changee',
  'ajoutee',
  'disparue',
  'renumerotee',
  'deplacee',
] as const satisfies readonly Difference['kind'][]

/** Heading of each kind of difference, for one and for many. */
export const kindNames: Record<Difference['kind'], { one: string; many: string; what: string }> = {
  changee: {
    one: 'vue changée',
    many: 'vues changées',
    what: 'Le contenu ou la mise en pages n’est plus le même.',
  },
  ajoutee: { one: 'vue nouvelle', many: 'vues nouvelles', what: 'Il n’y a pas encore d’image de référence.' },
  disparue: { one: 'vue disparue', many: 'vues disparues', what: 'L’image de référence n’a plus de page.' },
  renumerotee: {
    one: 'vue où seuls des numéros de page ont changé',
    many: 'vues où seuls des numéros de page ont changé',
    what: 'Ces pages renvoient à des pages qui se sont déplacées.',
  },
  deplacee: {
    one: 'page seulement déplacée',
    many: 'pages seulement déplacées',
    what: 'Le texte est le même ; la page porte un autre numéro.',
  },
}

/** « Commande publique responsable, PDF, page 3 du document, p. 34 (avant : p. 33) » */
export function nameOf({ now, former }: Difference): string {
  const shot = now ?? former
  if (!shot) return ''
  const edition = { pdf: 'PDF', site: 'site', epub: 'livre numérique' }[shot.edition]
  const folio = shot.page === null ? '' : `, p. ${shot.page}`
  const before = now && former && now.page !== former.page ? ` (avant : p. ${former.page})` : ''
  return `${shot.titre}, ${edition}, ${shot.vue}${folio}${before}`
}

/** « 2 vues changées, 40 pages seulement déplacées » */
export function summarize(differences: readonly Difference[]): string {
  const parts = kinds.flatMap(kind => {
    const count = differences.filter(difference => difference.kind === kind).length
    return count === 0 ? [] : [`${count} ${count > 1 ? kindNames[kind].many : kindNames[kind].one}`]
  })
  return parts.length === 0 ? 'aucune différence' : parts.join(', ')
}

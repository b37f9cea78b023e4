import type { Head } from './front-matter.ts'

/** Gives a fiche a number that no other fiche of the kit has: the one it asks for where it is free, that of the fiche of the
 *  same slug where there is one, else the next after the last. `told` says in French what was chosen.
 *  @param numbers the fiches of the kit: each number, and the slug it belongs to */
export function numberHead(
  head: Head,
  numbers: ReadonlyMap<number, string>,
): { head: Head; told: readonly string[] } {
  const values = new Map(head.rows)
  // A page has no number.
  if (values.has('gabarit')) return { head, told: [] }
  const asked = Number(values.get('numero') || Number.NaN)
  const slug = values.get('slug')
  const [existing] = [...numbers].find(([, other]) => other === slug) ?? []
  const owner = numbers.get(asked)
  if (values.get('numero') && (owner === undefined || owner === slug)) return { head, told: [] }
  const numero = existing ?? Math.max(0, ...numbers.keys()) + 1
  const why =
    owner === undefined ? 'le document n’en donne pas' : `le ${asked} est déjà celui de « ${owner} »`
  const rows: Head['rows'] = [['numero', String(numero)], ...head.rows.filter(([key]) => key !== 'numero')]
  return {
    head: { ...head, rows },
    told: [`Numéro ${numero}${existing === undefined ? '' : ', que la fiche a déjà'} : ${why}.`],
  }
}

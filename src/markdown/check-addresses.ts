import type { Bloc, Report } from './block.ts'

/** Tells once of a body that it sends readers to resources without saying where they are. */
export function checkAddresses(blocs: readonly Bloc[], report: Report): void {
  const listed = blocs.filter(({ kind }) => kind.print === 'end')
  const [first] = listed
  if (!first) return
  const { total, absent } = countAddresses(listed.flatMap(bloc => bloc.kind.apport?.(bloc).ressources ?? []))
  if (absent > 0) report('ressources-sans-adresse', first.open, 0, { absentes: absent, total })
}

/** How many resources there are, and how many of them nobody can open. A fiche of the kit is one that can. */
export function countAddresses(ressources: readonly { texte: string; url: string | null }[]): {
  total: number
  absent: number
} {
  const absent = ressources.filter(({ texte, url }) => url === null && !texte.includes('[[')).length
  return { total: ressources.length, absent }
}

import type { Kit } from '../../../src/kit.ts'
import { fault, type Look } from '../../../src/problems/finding.ts'

/** Where a release is made and published. */
export type Forge = {
  /** `owner/name` */
  repository: string
  /** The tag that asked for it; null: it was asked for by hand, and publishes nothing. */
  tag: string | null
}

/** A release that a tag asks for is the edition that the tag names, and its site is made for the address that Pages will give it. */
export async function* judgeForge({ edition, site }: Kit, { repository, tag }: Forge): Look {
  const [owner = '', name = ''] = repository.toLowerCase().split('/')
  const host = `${owner}.github.io`
  const base = name === host ? '/' : `/${name}/`
  const named = tag === null ? null : /^edition-(\d+)$/.exec(tag)?.[1]
  if (named === undefined)
    yield fault(`étiquette ${tag}`, 'Une livraison s’étiquette « edition- » et son numéro : edition-3.')
  else if (named !== null && Number(named) !== edition.numero)
    yield fault(
      'kit.yaml, edition › numero',
      `L’étiquette est ${tag} et l’édition a le numéro ${edition.numero ?? 'null'} : écrire ${named}, ou étiqueter autrement.`,
    )
  const url = site.url === null ? null : new URL(site.url)
  // A site with a name of its own lies at its root, or where its owner says.
  if (url?.host.endsWith('.github.io')) {
    if (url.host !== host)
      yield fault(
        'kit.yaml, site › url',
        `Pages donne à ce dépôt l’adresse https://${host}${base} et non ${site.url}.`,
      )
    if (site.base.toLowerCase() !== base)
      yield fault(
        'kit.yaml, site › base',
        `Pages sert le site de ce dépôt sous ${base} et non sous ${site.base} : ni ses styles ni ses liens ne se trouveraient.`,
      )
  }
  return `dépôt ${repository}, ${tag === null ? 'sans étiquette' : `étiquette ${tag}`}, site ${site.url ?? 'sans adresse'} (base ${site.base})`
}

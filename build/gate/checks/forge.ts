import { fault } from '../../../src/problems/finding.ts'
import type { GateCheck, Subject } from '../check.ts'

/** A release that a tag asks for is the edition that the tag names; its site is made for the address that Pages gives it. */
export const forge = {
  id: 'forge',
  title: 'L’étiquette et l’adresse du site sont celles de l’édition',
  phase: 'texte',
  async *run({ kit: { edition, site }, forge }: Pick<Subject, 'kit' | 'forge'>) {
    if (!forge) return 'livraison faite hors d’une forge : ni étiquette ni adresse à comparer'
    const { repository, tag } = forge
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
  },
} satisfies GateCheck

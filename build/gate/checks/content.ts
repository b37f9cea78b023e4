import {
  countAddresses,
  isWorkingVersion,
  type Kit,
  publishedFiches,
  sayInForm,
} from '../../../src/kit/index.ts'
import {
  count,
  type Finding,
  fault,
  formatDate,
  ofMonth,
  type Problem,
  refusesRelease,
  remark,
} from '../../../src/problems/index.ts'
import type { GateCheck, Subject } from '../check.ts'

/** Problems of the content, as a release weighs them. */
export const content = {
  id: 'contenu',
  title: 'Les fiches sont écrites comme il faut, et rien n’y reste à compléter',
  phase: 'texte',
  async *run({ kit, problems, draft }: Pick<Subject, 'kit' | 'problems' | 'draft'>) {
    yield* problemsIn(kit, problems, draft)
    const published = publishedFiches(kit)
    const resources = countAddresses(published.flatMap(({ corps }) => corps.ressources))
    return `${count(published.length, 'fiche publiée', 'fiches publiées')}, ${count(kit.fiches.length - published.length, 'fiche annoncée', 'fiches annoncées')}, ${count(kit.pages.length, 'page')}, ${sayShare(resources)}`
  },
} satisfies GateCheck

function* problemsIn(kit: Kit, problems: readonly Problem[], draft: boolean): Generator<Finding> {
  const say = draft ? remark : fault
  const titles = new Map([...kit.fiches, ...kit.pages].map(({ file, titre }) => [file, `« ${titre} »`]))
  for (const problem of problems) {
    const { name, field, message } = sayInForm(problem)
    const { severity, hint, form = hint } = problem
    const { file, line } = problem.place
    const isFault = draft ? severity === 'erreur' : refusesRelease(problem)
    const where = [titles.get(file) ?? (name || file), field].filter(Boolean).join(', ')
    yield { ...(isFault ? fault : remark)(where, `${message} ${form}`), source: `${file}:${line}` }
  }
  for (const { titre, statut } of publishedFiches(kit))
    if (statut === 'relecture')
      yield say(
        `« ${titre} »`,
        `La fiche est encore en relecture : la dire « publiée » dans son en-tête une fois relue, ou livrer un brouillon.`,
      )
  if (kit.edition.numero === null)
    yield remark('Réglages du kit', 'L’édition n’a pas de numéro : les nouveautés la nomment par son mois.')
  if (!draft && isWorkingVersion(kit))
    yield fault(
      'Réglages du kit',
      `L’édition a pour mention d’état « ${kit.edition.statut} » : l’effacer dans les réglages du kit, ou livrer un brouillon.`,
    )
}

/** « 3 ressources sur 83 ont une adresse (4 %) » */
function sayShare({ total, absent }: { total: number; absent: number }): string {
  if (total === 0) return 'aucune ressource'
  const filled = total - absent
  return `${count(filled, 'ressource')} sur ${total} ${filled > 1 ? 'ont' : 'a'} une adresse (${Math.floor((100 * filled) / total)} %)`
}

/** A fiche that changed says a month after the former edition's: its page and the feed tell readers by it what is new. */
export const dates = {
  id: 'dates',
  title: 'Les fiches qui ont changé disent le mois de leur mise à jour',
  phase: 'texte',
  async *run({ kit, former }: Pick<Subject, 'kit' | 'former'>) {
    const fiches = publishedFiches(kit).filter(({ slug }) => former?.changed.has(slug))
    for (const { titre, maj } of fiches)
      if (former && maj <= former.mois)
        yield remark(
          `« ${titre} »`,
          `La fiche a changé depuis l’édition ${ofMonth(former.mois)}, et se dit mise à jour en ${formatDate(maj)} : écrire le mois de ce changement, que lisent la page et le flux.`,
        )
    return `${count(fiches.length, 'fiche a changé', 'fiches ont changé')}`
  },
} satisfies GateCheck

/** Checks a release made from a tag: the edition has the tag's name, and the site the address given by Pages. */
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
    const tagNumber = tag === null ? null : /^edition-(\d+)$/.exec(tag)?.[1]
    if (tagNumber === undefined)
      yield fault(`étiquette ${tag}`, 'Une livraison s’étiquette « edition- » et son numéro : edition-3.')
    else if (tagNumber !== null && Number(tagNumber) !== edition.numero)
      yield fault(
        'kit.yaml, edition › numero',
        `L’étiquette est ${tag} et l’édition a le numéro ${edition.numero ?? 'null'} : écrire ${tagNumber}, ou étiqueter autrement.`,
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

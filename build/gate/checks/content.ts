import type { Diagnostic } from '../../../src/diagnostics/diagnostic.ts'
import { publishedFiches } from '../../../src/indexes/listing.ts'
import { type FichePubliee, isWorkingVersion, type Kit, type Page } from '../../../src/kit.ts'
import { countAddresses } from '../../../src/markdown/body/read-body.ts'
import { count, type Finding, fault, remark } from '../../../src/problems/finding.ts'
import type { GateCheck, Subject } from '../check.ts'

/** What a draft may still lack, and a release may not: it is printed « à compléter ». */
const COMPLETE: ReadonlySet<string> = new Set(['mention-a-completer', 'lien-a-completer', 'site-sans-url'])

/** Problems of the content, as a release weighs them. */
export const content = {
  id: 'contenu',
  title: 'Les fiches sont écrites comme il faut, et rien n’y reste à compléter',
  phase: 'texte',
  async *run({ kit, diagnostics, draft }: Pick<Subject, 'kit' | 'diagnostics' | 'draft'>) {
    yield* problemsIn(kit, diagnostics, draft)
    const published = publishedFiches(kit)
    const resources = countAddresses(published.flatMap(({ corps }) => corps.ressources))
    return `${count(published.length, 'fiche publiée', 'fiches publiées')}, ${count(kit.fiches.length - published.length, 'fiche annoncée', 'fiches annoncées')}, ${count(kit.pages.length, 'page')}, ${sayShare(resources)}`
  },
} satisfies GateCheck

function* problemsIn(kit: Kit, diagnostics: readonly Diagnostic[], draft: boolean): Generator<Finding> {
  const say = draft ? remark : fault
  for (const { code, severity, place, message, hint } of diagnostics) {
    const where = `${place.file}, ligne ${place.line}`
    const text = `${message} ${hint}`
    yield severity === 'erreur' || (COMPLETE.has(code) && !draft) ? fault(where, text) : remark(where, text)
  }
  yield* unwritten([...publishedFiches(kit), ...kit.pages], say)
  for (const { file, titre, statut } of publishedFiches(kit))
    if (statut === 'relecture')
      yield say(
        file,
        `La fiche « ${titre} » est encore en relecture : écrire statut: publiee quand elle est relue, ou livrer un brouillon.`,
      )
  if (kit.edition.numero === null)
    yield remark(
      'kit.yaml',
      'L’édition n’a pas de numéro (edition › numero) : les nouveautés la nomment par son mois.',
    )
  if (!draft) for (const message of undeclared(kit)) yield fault('kit.yaml', message)
}

/** What `kit new` and `kit import` leave for a person to write. */
const TO_WRITE = /À compléter|Titre à compléter/

/** The fiches and pages that still say what is to be written, each once, at its first place. */
function* unwritten(documents: readonly (FichePubliee | Page)[], say: typeof fault): Generator<Finding> {
  for (const document of documents) {
    const { file, titre, corps } = document
    const head = 'resume' in document ? `${titre} ${document.resume}` : titre
    const at = corps.source.split('\n').findIndex(line => TO_WRITE.test(line))
    if (at < 0 && !TO_WRITE.test(head)) continue
    const place = TO_WRITE.test(head) ? 'en-tête' : `ligne ${corps.line + at}`
    yield say(`${file}, ${place}`, 'Il reste à écrire ce que « à compléter » annonce.')
  }
}

/** What the law asks of a site that is published, and what no reader of a finished edition should read. */
function* undeclared({ edition, accessibilite }: Kit): Generator<string> {
  const { audit, etat, schema_pluriannuel, plan_actions } = accessibilite
  if (isWorkingVersion({ edition }))
    yield `L’édition se dit « ${edition.statut} » (edition › statut) : écrire null, ou livrer avec --brouillon.`
  if (audit === null && etat === null)
    yield 'L’état de conformité au RGAA n’est pas déclaré (accessibilite › audit) : sans audit, écrire « etat: non ».'
  if (schema_pluriannuel === null)
    yield 'L’adresse du schéma pluriannuel d’accessibilité manque (accessibilite › schema_pluriannuel).'
  if (plan_actions === null)
    yield 'L’adresse du plan d’actions d’accessibilité de l’année manque (accessibilite › plan_actions).'
}

/** « 3 ressources sur 83 ont une adresse (4 %) » */
function sayShare({ total, absent }: { total: number; absent: number }): string {
  if (total === 0) return 'aucune ressource'
  const named = total - absent
  return `${count(named, 'ressource')} sur ${total} ${named > 1 ? 'ont' : 'a'} une adresse (${Math.floor((100 * named) / total)} %)`
}

import type { Diagnostic } from '../../../src/diagnostics/diagnostic.ts'
import { publishedFiches } from '../../../src/indexes/published.ts'
import type { FichePubliee, Kit, Page } from '../../../src/kit.ts'
import { countAddresses } from '../../../src/markdown/check-addresses.ts'
import { isWorkingVersion } from '../../../src/working-version.ts'
import { count, type Finding, fault, type Outcome, verified } from '../../judge/check.ts'

/** What a draft may still lack, and a release may not: it is printed « à compléter ». */
const COMPLETE: ReadonlySet<string> = new Set(['mention-a-completer', 'lien-a-completer', 'site-sans-url'])

/** The problems of the content, as a release weighs them. */
export function judgeContent(kit: Kit, diagnostics: readonly Diagnostic[], draft: boolean): Outcome {
  const findings = diagnostics.map(({ code, severity, place, message, hint }): Finding => {
    const stops = severity === 'erreur' || (COMPLETE.has(code) && !draft)
    return {
      severity: stops ? 'erreur' : 'remarque',
      place: `${place.file}, ligne ${place.line}`,
      message: hint === undefined ? message : `${message} ${hint}`,
    }
  })
  const published = publishedFiches(kit)
  const resources = countAddresses(published.flatMap(({ corps }) => corps.ressources))
  const reviewed = published.filter(({ statut }) => statut === 'relecture')
  const waiting = reviewed.map(
    (fiche): Finding => ({
      severity: draft ? 'remarque' : 'erreur',
      place: fiche.file,
      message: `La fiche « ${fiche.titre} » est encore en relecture : écrire statut: publiee quand elle est relue, ou livrer un brouillon.`,
    }),
  )
  const numbered: Finding[] =
    kit.edition.numero === null
      ? [
          {
            severity: 'remarque',
            place: 'kit.yaml',
            message:
              'L’édition n’a pas de numéro (edition › numero) : les nouveautés la nomment par son mois.',
          },
        ]
      : []
  const absent = draft ? [] : undeclared(kit)
  return verified(
    `${count(published.length, 'fiche publiée', 'fiches publiées')}, ${count(kit.fiches.length - published.length, 'fiche annoncée', 'fiches annoncées')}, ${count(kit.pages.length, 'page')}, ${sayShare(resources)}`,
    [...findings, ...unwritten([...published, ...kit.pages], draft), ...waiting, ...numbered, ...absent],
  )
}

/** What `kit new` and `kit import` leave for a person to write. */
const TO_WRITE = /À compléter|Titre à compléter/

/** The fiches and pages that still say what is to be written, each once, at its first place. */
function* unwritten(documents: readonly (FichePubliee | Page)[], draft: boolean): Generator<Finding> {
  for (const document of documents) {
    const { file, titre, corps } = document
    const head = 'resume' in document ? `${titre} ${document.resume}` : titre
    const at = corps.source.split('\n').findIndex(line => TO_WRITE.test(line))
    if (at < 0 && !TO_WRITE.test(head)) continue
    yield {
      severity: draft ? 'remarque' : 'erreur',
      place: TO_WRITE.test(head) ? `${file}, en-tête` : `${file}, ligne ${corps.line + at}`,
      message: 'Il reste à écrire ce que « à compléter » annonce.',
    }
  }
}

/** What the law asks of a site that is published, and what no reader of a finished edition should read. */
function undeclared({ edition, accessibilite }: Kit): Finding[] {
  const { audit, etat, schema_pluriannuel, plan_actions } = accessibilite
  return [
    ...(isWorkingVersion({ edition })
      ? [
          `L’édition se dit « ${edition.statut} » (edition › statut) : écrire null, ou livrer avec --brouillon.`,
        ]
      : []),
    ...(audit === null && etat === null
      ? [
          'L’état de conformité au RGAA n’est pas déclaré (accessibilite › audit) : sans audit, écrire « etat: non ».',
        ]
      : []),
    ...(schema_pluriannuel === null
      ? ['L’adresse du schéma pluriannuel d’accessibilité manque (accessibilite › schema_pluriannuel).']
      : []),
    ...(plan_actions === null
      ? ['L’adresse du plan d’actions d’accessibilité de l’année manque (accessibilite › plan_actions).']
      : []),
  ].map(message => fault('kit.yaml', message))
}

/** « 3 ressources sur 83 ont une adresse (4 %) » */
function sayShare({ total, absent }: { total: number; absent: number }): string {
  if (total === 0) return 'aucune ressource'
  const named = total - absent
  return `${count(named, 'ressource')} sur ${total} ${named > 1 ? 'ont' : 'a'} une adresse (${Math.floor((100 * named) / total)} %)`
}

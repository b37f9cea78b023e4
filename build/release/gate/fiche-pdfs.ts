import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Material } from '../../judge/audit/material.ts'
import { readPdf } from '../../judge/audit/read/pdf.ts'
import { pdfDocuments } from '../../judge/audit/read/pdf-documents.ts'
import { count, type Finding, fault, type Outcome } from '../../judge/check.ts'
import type { Manifest } from '../manifest.ts'

/** The PDF of each fiche has the very pages of the kit, and calls them by their numbers there. */
export async function judgeFichePdfs(
  { kit, pdf, signal }: Material,
  { dir, manifest }: { dir: string; manifest: Manifest },
): Promise<Outcome> {
  const documents = pdfDocuments(await pdf(), kit)
  const artefacts = manifest.artefacts.filter(({ role }) => role === 'pdf-fiche')
  const findings: Finding[] = kit.fiches
    .filter(({ statut, slug }) => statut !== 'a-paraitre' && !artefacts.some(({ fiche }) => fiche === slug))
    .map(({ titre }) => fault('PDF des fiches', `« ${titre} » n’a pas de PDF.`))
  for (const { path, fiche } of artefacts) {
    const { pages, labels } = await readPdf(await readFile(join(dir, path)), signal)
    const wanted = documents.find(({ item }) => item.id === fiche)?.pages ?? []
    if (pages.length !== wanted.length)
      findings.push(fault(path, `${count(pages.length, 'page')} au lieu de ${wanted.length}.`))
    for (const [index, { number, text, artefacts }] of wanted.entries()) {
      const page = pages[index]
      if (page && (page.text !== text || page.artefacts !== artefacts))
        findings.push(fault(`${path}, page ${index + 1}`, `Ce n’est pas la page ${number} du kit.`))
      if (labels?.[index] !== String(number))
        findings.push(
          fault(
            `${path}, page ${index + 1}`,
            `Elle s’appelle « ${labels?.[index] ?? index + 1} » au lieu de « ${number} ».`,
          ),
        )
    }
  }
  return {
    state: 'verifie',
    evidence: `${count(artefacts.length, 'PDF', 'PDF')} d’une fiche, page par page : le texte et le numéro sont ceux du kit`,
    findings,
  }
}

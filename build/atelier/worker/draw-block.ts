import type { Kit } from '../../../src/kit.ts'
import { createRenderer } from '../../../src/markdown/body/create-renderer.ts'
import { parseBody } from '../../../src/markdown/body/read-body.ts'

/** A block as the site shows it, or what is wrong with it. */
export type DrawnBlock = { html: string } | { messages: string[] }

/** Shows a block in the colours of the fiche or page of a file, before it is written there. */
export function drawBlock(kit: Kit, file: string, block: string): DrawnBlock {
  const { corps, diagnostics } = parseBody(`${block}\n`, { file, firstLine: 1 })
  const errors = diagnostics.filter(({ severity }) => severity === 'erreur')
  if (errors.length > 0) return { messages: errors.map(({ message, hint }) => `${message} ${hint}`) }
  const renderer = createRenderer(kit, 'web')
  const fiche = kit.fiches.find(one => one.file === file)
  if (fiche && fiche.statut !== 'a-paraitre') return renderer.fiche({ ...fiche, corps })
  const page = kit.pages.find(one => one.file === file)
  return page ? renderer.page({ ...page, corps }) : { messages: [] }
}

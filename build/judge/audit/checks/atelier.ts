import { type Finding, fault } from '../../../../src/problems/finding.ts'
import { openOfflineTab, origin } from '../../../browser/offline-tab.ts'
import type { AuditCheck, Material } from '../material.ts'
import { type SiteText, servedFiles } from '../read/site.ts'

const PAGE = 'atelier/index.html'

/** The atelier that goes out with a site opens, and has the files that its programs ask for. */
export const atelier: AuditCheck = {
  id: 'atelier',
  title: 'L’atelier du site s’ouvre, et a tous ses fichiers',
  async *run(material) {
    const site = await material.site()
    if (!site.files.has(PAGE)) return 'Le site n’a pas d’atelier.'
    yield* missingFiles(site)
    yield* whenOpened(site, material)
    return 'Ouvert dans un navigateur'
  },
}

/** Files of its own that a page, a program or the list of what works offline names. */
async function* missingFiles({ files, text }: SiteText): AsyncGenerator<Finding> {
  const findings = new Map<string, Finding>()
  for (const path of files) {
    if (!/^atelier\/[^/]+\.(?:js|html)$/.test(path)) continue
    const program = (await text(path)) ?? ''
    for (const [, name] of program.matchAll(/["'`](?:\.\/)?([\w-]+\.(?:js|css|html))["'`]/g))
      if (!files.has(`atelier/${name}`))
        findings.set(name ?? '', fault(`Site, ${path}`, `« ${name} » est demandé, et le site ne l’a pas.`))
  }
  yield* findings.values()
}

async function* whenOpened(site: SiteText, { browser, signal }: Material): AsyncGenerator<Finding> {
  signal.throwIfAborted()
  await using sheet = await openOfflineTab(await browser(), await servedFiles(site))
  const doors = await sheet.ask(
    (async () => {
      await sheet.tab.goto(`${origin}${site.base.slice(1)}atelier/`, { waitUntil: 'networkidle0' })
      return sheet.tab.$$eval(
        '#atelier :is(button, label)',
        all => all.filter(one => one.checkVisibility()).length,
      )
    })(),
  )
  for (const message of sheet.takeErrors())
    yield fault(`Site, ${PAGE}`, `Un programme de la page s’arrête : ${message}`)
  if (doors === 0) yield fault(`Site, ${PAGE}`, 'L’atelier ne s’ouvre pas : rien ne s’y choisit.')
}

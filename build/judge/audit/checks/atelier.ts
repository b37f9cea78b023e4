import { openOfflineTab, origin } from '../../../browser/offline-tab.ts'
import { type Finding, fault, verified } from '../../check.ts'
import type { AuditCheck, Material } from '../material.ts'
import { type SiteText, servedFiles } from '../read/site.ts'

const PAGE = 'atelier/index.html'

/** The atelier that goes out with a site opens, and has the files that its programs ask for. */
export const atelier: AuditCheck = {
  id: 'atelier',
  title: 'L’atelier du site s’ouvre, et a tous ses fichiers',
  subject: 'site',
  async run(material) {
    const site = await material.site()
    if (!site.files.has(PAGE)) return verified('Le site n’a pas d’atelier.', [])
    return verified('Ouvert dans un navigateur', [
      ...(await missingFiles(site)),
      ...(await whenOpened(site, material)),
    ])
  },
}

/** Files of its own that a page, a program or the list of what works offline names. */
async function missingFiles({ files, read }: SiteText): Promise<Finding[]> {
  const findings = new Map<string, Finding>()
  for (const path of files) {
    if (!/^atelier\/[^/]+\.(?:js|html)$/.test(path)) continue
    const text = new TextDecoder().decode(await read(path))
    for (const [, name] of text.matchAll(/["'`](?:\.\/)?([\w-]+\.(?:js|css|html))["'`]/g))
      if (!files.has(`atelier/${name}`))
        findings.set(name ?? '', fault(`Site, ${path}`, `« ${name} » est demandé, et le site ne l’a pas.`))
  }
  return [...findings.values()]
}

async function whenOpened(site: SiteText, { browser, signal }: Material): Promise<Finding[]> {
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
  return [
    ...sheet
      .takeErrors()
      .map(message => fault(`Site, ${PAGE}`, `Un programme de la page s’arrête : ${message}`)),
    ...(doors > 0 ? [] : [fault(`Site, ${PAGE}`, 'L’atelier ne s’ouvre pas : rien ne s’y choisit.')]),
  ]
}

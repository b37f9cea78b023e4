import { join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { UserConfig } from '@11ty/eleventy'
import { readKit } from './build/ground/index.ts'
import { configure, INPUT, placesOf, readSitePages, templatesOf, viteOptions } from './build/pages/index.ts'
import type { Kit } from './src/kit/index.ts'
import { formatProblems } from './src/problems/index.ts'

/** The folder of the press itself. */
const home = fileURLToPath(new URL('.', import.meta.url))

/** The kit as it could be read last. */
let latest: Kit | null = null

/** For `npx eleventy`: the site of the folder that KIT_FICHES names, `fiches` without it. With `--serve` this is run again when a fiche, a
 *  layout or a style has changed; a kit that cannot be read is told, and stays as it was. */
export default async function (config: UserConfig) {
  const input = process.env['KIT_FICHES'] ?? 'fiches'
  const reading = await readKit(input)
  if (reading.problems.some(({ severity }) => severity === 'erreur')) {
    const message = `\n${formatProblems(reading.problems, 'texte')}`
    if (!latest) throw new Error(message)
    console.error(message)
  } else latest = reading.kit
  const read = latest
  if (!read) throw new Error(`${input} is no kit`)
  // Its server stands at the root of its address, wherever the site will.
  const kit = { ...read, site: { ...read.site, base: '/' } }
  configure({
    templates: templatesOf({
      kit,
      medium: 'web',
      edition: null,
      sitePages: readSitePages(),
      places: placesOf(kit),
    }),
  })(config)
  for (const dir of [input, ...['layouts', 'styles'].map(name => relative('.', join(home, name)))])
    config.addWatchTarget(`${dir.replaceAll('\\', '/')}/**`, { resetConfig: true })
  // Vite is long to load, and builds of the press do without it here.
  const { default: viteplugin } = await import('@11ty/eleventy-plugin-vite')
  config.addPassthroughCopy({ [relative('.', join(home, 'styles/web'))]: 'assets/styles' })
  config.addPlugin(viteplugin, { viteOptions: viteOptions(kit) })
  return { dir: { input: INPUT, output: 'dist/eleventy' } }
}

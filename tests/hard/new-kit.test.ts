import { readFileSync } from 'node:fs'
import { copyFile, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeAll, expect, it } from 'vitest'
import { verapdfIn } from '../../build/gate/checks/verapdf.ts'
import type { ReleaseReport } from '../../build/gate/report/report.ts'
import { runKit } from '../e2e/run-kit.ts'
import { folderOfFile } from '../temporary.ts'

/** The commands of the guide, from nothing to a release. */
const commands =
  /en dix commandes :\n\n```sh\n([\s\S]*?)\n```/
    .exec(readFileSync('docs/guide/commencer.md', 'utf8'))?.[1]
    ?.split('\n') ?? []

/** Installs, waits for a person, leaves the machine, takes the pictures that a person has looked at. */
const notHere = /^npm (ci$|run (atelier|kit -- liens|visual:accept) )/

/** The Word files that the guide names are manuscripts of the tests. */
const manuscripts = new Map([
  ['insertion.docx', '1-styles-de-word.docx'],
  ['autonomie.docx', '2-gras-et-tirets.docx'],
  ['ruralites.docx', '3-tableaux.docx'],
])

const dir = folderOfFile('neuf')
beforeAll(async () => {
  for (const [name, manuscript] of manuscripts)
    await copyFile(`tests/fixtures/manuscrits/${manuscript}`, join(dir, name))
})

/** What the press is told by a command that stands beside its folder. */
const argsOf = (command: string): string[] =>
  [...command.replace(/^npm run (kit -- )?/, '').matchAll(/"([^"]*)"|\S+/g)]
    .map(([word, quoted]) => quoted ?? word)
    .filter(word => word !== '--')
    .map(word => (/^\.\.\/|\.docx$/.test(word) ? join(dir, word.replace('../', '')) : word))

const run = async (command: string, ...more: string[]) => {
  const done = await runKit([...argsOf(command), ...more])
  return { ...done, said: done.stdout + done.stderr }
}

/** What the last release left open, apart from a program that nobody named. */
const open = async () => {
  const report = JSON.parse(await readFile(join(dir, 'livraison/rapport.json'), 'utf8')) as ReleaseReport
  const apart = report.controles.filter(({ verdict }) => verdict === 'erreur' || verdict === 'non-verifie')
  return apart.map(({ id }) => id).filter(id => id !== 'verapdf' || verapdfIn(process.env) !== null)
}

it('has ten commands at most, and names three manuscripts', () => {
  expect(commands.length).toBeGreaterThan(5)
  expect(commands.length).toBeLessThanOrEqual(10)
  for (const name of manuscripts.keys()) expect(commands.join('\n')).toContain(name)
})

it('makes « Départements & ESS 2027 » of these commands, and a release that says what is to complete', async () => {
  const here = commands.filter(command => !notHere.test(command))
  for (const command of here.slice(0, -1)) {
    const { code, said } = await run(command)
    expect(code, `${command}\n${said}`).toBe(0)
  }
  const release = here.at(-1) ?? ''
  const refused = await run(release)
  expect(refused.code, refused.said).toBe(1)
  expect(refused.said).toContain('ce passage est resté à écrire')
  const { code, said } = await run(release, '--brouillon')
  expect(code, said).toBe(0)
  expect(await open()).toEqual(['visuel'])
})

it('releases it without a reserve once its words are complete', async () => {
  const kit = join(dir, 'departements')
  const files = (await readdir(kit, { recursive: true })).filter(file => file.endsWith('.md'))
  for (const file of files) {
    if (/-a-completer\.md$/.test(file)) {
      await rm(join(kit, file))
      continue
    }
    const text = await readFile(join(kit, file), 'utf8')
    await writeFile(
      join(kit, file),
      text.replace(/[^\n]*à compléter[^\n]*/gi, completed).replace('statut: relecture', 'statut: publiee'),
    )
  }
  const settings = join(kit, 'kit.yaml')
  await writeFile(
    settings,
    (await readFile(settings, 'utf8'))
      .replace('url: null, base', 'url: https://departements.example, base')
      .replace('version: null, url: null }', 'version: "4.0", url: https://licence.example/by-nc-sa }')
      .replace('site: null,', 'site: https://reseau.example,')
      .replace('directeur_publication: null', 'directeur_publication: Direction d’essai')
      .replace('hebergeur: null', 'hebergeur: Hébergeur d’essai')
      .replace('hebergeur_telephone: null', 'hebergeur_telephone: 01 00 00 00 01')
      .replace('adresse: null, telephone: null', 'adresse: Lille, telephone: 03 00 00 00 00')
      .replace('contact: null', 'contact: contact@reseau.example')
      .replace('depot_legal: null', 'depot_legal: janvier 2027')
      .replace('statut: version de travail', 'statut: null')
      .replace(
        'accessibilite: { audit: null }',
        'accessibilite: { etat: non, schema_pluriannuel: https://reseau.example/schema, plan_actions: https://reseau.example/plan }',
      ),
  )
  const { code, said } = await run(commands.at(-1) ?? '')
  expect(code, said).toBe(0)
  expect(await open()).toEqual(['visuel'])
  expect((await readdir(join(dir, 'livraison'))).sort()).toEqual(
    expect.arrayContaining(['site', 'rapport.html']),
  )
})

/** A line as somebody would have written it. */
function completed(line: string): string {
  if (line.startsWith('resume:')) return 'resume: Ce que les départements peuvent faire avec l’ESS.'
  if (line.startsWith(':::')) return line.replace(/titre à compléter/i, 'Un habitat pour douze familles')
  if (line.startsWith('- **Titre')) return '- [Le guide](https://guide.example), Réseau, 2026'
  return line.replace(/à compléter[^\n]*/i, 'Les départements ont ici un rôle à jouer.')
}

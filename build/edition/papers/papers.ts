import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { exemples, type Kit, licenceOf } from '../../../src/kit/index.ts'
import { sha256 } from '../../ground/index.ts'
import type { Shipped } from './shipped.ts'

const kindNames: Record<Shipped['kind'], string> = {
  police: 'Caractères',
  dessin: 'Pictogrammes et dessins',
  programme: 'Programmes du site et de l’atelier',
  profil: 'Profil de couleurs de l’imprimé',
}

/** `LICENCES.md`: who made what a release hands out, and under which terms, with the full texts. */
export function licencesMarkdown(kit: Kit, components: readonly Shipped[]): string {
  const kinds = [...new Set(components.map(({ kind }) => kind))]
  const rows = kinds.flatMap(kind => [
    `## ${kindNames[kind]}`,
    '',
    '| Nom | Version | Licence | Où |',
    '|---|---|---|---|',
    ...components
      .filter(component => component.kind === kind)
      .map(
        ({ package: name, version, licence, editions }) =>
          `| ${name} | ${version} | ${licence} | ${editions.join(', ')} |`,
      ),
    '',
  ])
  const images = Object.entries(kit.images).map(
    ([path, { credit, licence }]) => `| ${path} | ${cell(credit)} | ${cell(licence)} |`,
  )
  const texts = new Map<string, string[]>()
  for (const { package: name, licenceText } of components)
    texts.set(licenceText, [...(texts.get(licenceText) ?? []), name])
  return [
    `# Licences : ${kit.titre}`,
    '',
    `Les textes du kit : ${licenceOf(kit)}.`,
    '',
    'Les intitulés des critères de la grille d’accessibilité du site : RGAA 4.1.2, direction interministérielle du numérique (DINUM), Licence Ouverte 2.0 (https://github.com/etalab/licence-ouverte/blob/master/LO.md).',
    '',
    ...(exemples(kit).length > 0
      ? [
          'Les coordonnées des communes des exemples (`donnees/exemples.geojson`) : GeoNames, CC BY 4.0 (https://www.geonames.org/).',
          '',
        ]
      : []),
    ...(images.length > 0
      ? ['## Images', '', '| Fichier | Crédit | Licence |', '|---|---|---|', ...images, '']
      : []),
    ...rows,
    '## Textes des licences',
    '',
    ...[...texts].flatMap(([text, names]) => [
      `### ${names.join(', ')}`,
      '',
      '```text',
      text.trim().replaceAll('```', "'''"),
      '```',
      '',
    ]),
  ].join('\n')
}

const cell = (text: string) => text.replace(/\s+/g, ' ').replaceAll('|', '\\|')

/** `SHA256SUMS`, as `sha256sum --check` reads it. @param paths relative to `dir`, with `/` */
export async function sumsOf(dir: string, paths: readonly string[]): Promise<string> {
  const lines: string[] = []
  for (const path of paths.toSorted()) lines.push(`${sha256(await readFile(join(dir, path)))}  ${path}\n`)
  return lines.join('')
}

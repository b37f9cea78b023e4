import { addressOf } from '../../../../src/addresses.ts'
import { indexesOf } from '../../../../src/indexes/indexes.ts'
import { sequence } from '../../../../src/indexes/sequence.ts'
import type { Kit } from '../../../../src/kit.ts'
import { count, fault } from '../../check.ts'
import type { AuditCheck } from '../material.ts'
import { find, findAll, type Parent, textOf } from '../read/html.ts'
import { plainText } from '../source/units.ts'
import { lettersOf, wordsOf } from '../words.ts'

/** The pages that no fiche makes say what `kit.yaml` and the fiches say. A page without words is no page. */
export const kitPages: AuditCheck = {
  id: 'pages-kit',
  title:
    'Mentions légales, accessibilité, familles, ressources et composition du site disent ce que dit le kit',
  subject: 'site',
  async run({ kit, site }) {
    const { pages } = await site()
    const mains = new Map(
      [...pages].map(([path, { root }]) => [path, find(root, ({ name }) => name === 'main') ?? root]),
    )
    const texts = new Map([...mains].map(([path, main]) => [path, textOf(main)]))
    const wanted = sayingsOf(kit).filter(({ path }) => texts.has(path))
    return {
      state: 'verifie',
      evidence: `${count(wanted.length, 'indication')} de kit.yaml et des fiches, cherchées dans ${count(pages.size, 'page')}`,
      findings: [
        ...wanted
          .filter(({ path, text }) => !lettersOf(texts.get(path) ?? '').includes(lettersOf(text)))
          .map(({ path, text }) => fault(`Site, ${path}`, `« ${text} » n’y est pas.`)),
        ...[...mains]
          .filter(([, main]) => saysNoMoreThanItsTitle(main))
          .map(([path]) => fault(`Site, ${path}`, 'La page est vide.')),
        ...onAccessibility(kit, texts.get('accessibilite/index.html')),
        ...inChoice(kit, pages.get('composer/index.html')?.root),
      ],
    }
  },
}

type Saying = { path: string; text: string }

function sayingsOf(kit: Kit): Saying[] {
  const { mentions, editeur, licence, familles } = kit
  const on = (path: string, texts: readonly (string | null | undefined)[]): Saying[] =>
    texts.flatMap(text => (text ? [{ path, text }] : []))
  return [
    ...on('mentions-legales/index.html', [editeur.nom, licence.nom, ...Object.values(mentions)]),
    ...on('a-propos/index.html', [editeur.nom, licence.nom]),
    ...familles.flatMap(({ id, pluriel }) => on(`familles/${id}/index.html`, [pluriel])),
    ...indexesOf(kit).ressources.flatMap(({ ressources }) =>
      on(
        'ressources/index.html',
        ressources.map(({ texte }) => plainText(texte, slug => slug)),
      ),
    ),
  ]
}

const states = { totale: 'totalement', partielle: 'partiellement', non: 'non' } as const

/** The state that the law wants said is the one of `kit.yaml`, and no other stands beside it. */
function onAccessibility({ accessibilite }: Kit, text = '') {
  const state = states[accessibilite.audit?.etat ?? 'non']
  const said = /(\p{L}+)\s+conforme\s+avec/u.exec(text)?.[1]
  return said === undefined || said === state
    ? []
    : [
        fault(
          'Site, accessibilite/index.html',
          `La page se dit « ${said} conforme » au lieu de « ${state} conforme ».`,
        ),
      ]
}

/** Each fiche can be chosen, by its number. */
function inChoice(kit: Kit, root: Parent | undefined) {
  if (!root) return []
  const lines = findAll(root, ({ name }) => name === 'label').map(label => ({
    text: lettersOf(textOf(label)),
    number: find(label, ({ attribs }) => attribs['name'] === 'fiche')?.attribs['value'],
  }))
  return sequence(kit)
    .filter(item => item.kind === 'fiche')
    .filter(
      ({ fiche }) =>
        !lines.some(
          ({ text, number }) => number === String(fiche.numero) && text.includes(lettersOf(fiche.titre)),
        ),
    )
    .map(item =>
      fault(
        'Site, composer/index.html',
        `« ${item.fiche.titre} » ne peut pas être choisie (${addressOf(item, 'web', kit)}).`,
      ),
    )
}

/** A kit may have a page of three words; one that has its title alone lost them. */
const saysNoMoreThanItsTitle = (main: Parent): boolean => {
  const title = find(main, ({ name }) => name === 'h1')
  return wordsOf(textOf(main)).length <= (title ? wordsOf(textOf(title)).length : 0)
}

import { describe, expect, it, test } from 'vitest'
import { readKit } from '../../../build/disk/read-kit.ts'
import { asWritten } from '../../../build/judge/audit/checks/as-written.ts'
import { openMaterial } from '../../../build/judge/audit/index.ts'
import type { Kit } from '../../../src/kit.ts'
import { gathered } from '../../../src/problems/finding.ts'
import { sampleOf } from '../../thorough.ts'
import { auteursFiles, readEntrees } from '../content/auteurs.ts'
import { editKit } from '../content/edit-kit.ts'

/** What the control says of a kit that was read from a folder, and then changed. */
async function findings(dir: string, change: (kit: Kit) => Kit = kit => kit): Promise<string[]> {
  const { kit } = await readKit(dir)
  if (!kit) throw new Error('the kit has errors')
  const browser = () => Promise.reject(new Error('the control asks for no browser'))
  const { signal } = new AbortController()
  const { findings = [] } = await gathered(
    asWritten.run(openMaterial({ kit: change(kit), dir, browser, signal })),
  )
  return findings.map(({ place, message }) => `${place} : ${message}`)
}

describe('what the press has read', () => {
  const accepted = auteursFiles.flatMap(readEntrees).filter(({ attendu }) => !attendu.includes('  erreur  '))
  test.each(sampleOf(accepted, 12))('is what its author wrote: $titre', async ({ edits }) => {
    await using kit = await editKit(null, edits)
    expect(await findings(kit.dir)).toEqual([])
  })

  it('is what its author wrote where a line of the front matter ends in dashes', async () => {
    await using kit = await editKit(
      null,
      'leviers/02-achats.md\n- famille: levier\n+ # -----------\n+ famille: levier\n',
    )
    expect(await findings(kit.dir)).toEqual([])
  })

  it('is told where a fiche is missing, or says something else', async () => {
    await using folder = await editKit(null)
    expect(await findings(folder.dir, kit => ({ ...kit, fiches: kit.fiches.slice(1) }))).toEqual([
      'introductives/01-reperes.md : La presse n’a pas lu ce texte.',
    ])
    const shouted = (kit: Kit): Kit => ({
      ...kit,
      titre: kit.titre.toUpperCase(),
      sigles: {},
      familles: [...kit.familles, ...kit.familles],
      fiches: kit.fiches.map(fiche =>
        fiche.statut === 'a-paraitre' || fiche.numero !== 2
          ? fiche
          : { ...fiche, mots_cles: ['marchés'], corps: { ...fiche.corps, source: '\nUn achat.\n' } },
      ),
    })
    expect(await findings(folder.dir, shouted)).toEqual([
      "kit.yaml, titre : La presse a lu « KIT D'ESSAI » au lieu de « Kit d'essai ».",
      'kit.yaml, familles : La presse y a lu 6 valeurs au lieu de 3.',
      'sigles.yaml, ESS : La presse a lu «  » au lieu de « Économie sociale et solidaire ».',
      'leviers/02-achats.md, mots_cles.1 : La presse a lu «  » au lieu de « ESS ».',
      'leviers/02-achats.md : Le texte que la presse a lu n’est pas celui du fichier.',
    ])
  })
})

import { createRenderer } from '../../../src/kit/body/create-renderer.ts'
import { parseBody } from '../../../src/kit/body/read-body.ts'
import type { FichePubliee, Kit } from '../../../src/kit/kit.ts'
import type { Medium } from '../../../src/text/addresses.ts'
import type { Corps } from '../../../src/text/corps.ts'
import { announcedOf, ficheOf as anyFiche, kitOf as anyKit, pageOf } from '../../kit.ts'

/** The body of a text, whose first line is line 1 of its file. */
export const corpsOf = (source: string): Corps => parseBody(source, { file: 'essai.md', firstLine: 1 }).corps

/** The HTML of a fiche of this text. @param more what its kit has otherwise */
export function rendered(source: string, medium: Medium, more: Partial<Kit> = {}): string {
  const fiche = ficheOf(corpsOf(source))
  return createRenderer(kitOf(fiche, more), medium).fiche(fiche).html
}

/** A fiche with this body. */
export const ficheOf = (corps: Corps, more: Partial<FichePubliee> = {}): FichePubliee =>
  anyFiche({ numero: 8, titre: 'Une fiche d’essai', titre_court: 'Essai', corps, ...more })

/** A kit of one fiche to render, one to refer to, one announced, a page, two acronyms and a picture. */
export const kitOf = (fiche: FichePubliee, more: Partial<Kit> = {}): Kit =>
  anyKit(
    { site: { base: '/kit/' } },
    {
      sigles: { ESS: 'Économie sociale et solidaire', SCIC: 'Société coopérative d’intérêt collectif' },
      fiches: [
        fiche,
        anyFiche({ numero: 9, slug: 'achats', titre: 'Acheter autrement', titre_court: 'Les achats' }),
        announcedOf(18, 'culture', 'Culture & ESS', 'levier'),
      ],
      pages: [pageOf('avant-propos', 'Avant-propos')],
      images: {
        'images/marche.png': { credit: 'Photo : A. Martin', licence: 'CC BY', alt: null, pixels: null },
      },
      ...more,
    },
  )

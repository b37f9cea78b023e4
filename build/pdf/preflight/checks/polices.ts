import { type Check, findFaults, judge, plural } from '../check.ts'
import type { PageFacts } from '../read/facts.ts'

const TYPE_3 = 'Type3'

export const policesIncorporees: Check = {
  code: 'polices-incorporees',
  titre: 'Polices incorporées',
  pourquoi: 'Une police absente du fichier serait remplacée par une autre.',
  limite: () => 'toutes',
  mesure({ file }) {
    const names = new Set(file.pages.flatMap(({ fonts }) => [...fonts.keys()]))
    return judge(
      findFaults(file.pages, page => fontsOf(page).filter(({ embedded }) => !embedded).map(({ name }) => name)),
      'erreur',
      { sain: plural(names.size, 'police incorporée', 'polices incorporées'), fautif: 'police absente du fichier' },
    )
  },
}

export const policesType3: Check = {
  code: 'polices-type-3',
  titre: 'Polices dessinées (Type 3)',
  pourquoi: 'Une police Type 3 s’imprime sans les réglages de finesse des vraies polices, et certains imprimeurs la refusent.',
  limite: () => 'aucune',
  mesure: ({ file }) =>
    judge(
      findFaults(file.pages, page => fontsOf(page).filter(({ subtype }) => subtype === TYPE_3).map(({ name }) => name)),
      'erreur',
      { sain: 'aucune', fautif: 'il y en a' },
    ),
}

export const policesFamilles: Check = {
  code: 'polices-familles',
  titre: 'Familles de caractères',
  pourquoi: 'Une autre police trahit un signe que celles de la charte n’ont pas, et que l’ordinateur a pris ailleurs.',
  limite: ({ families }) => families.join(', '),
  mesure({ file, families }) {
    const expected = families.map(plain)
    const isExpected = (name: string) => expected.some(family => plain(name).startsWith(family))
    return judge(
      findFaults(file.pages, page => fontsOf(page).filter(({ name }) => !isExpected(name)).map(({ name }) => name)),
      'erreur',
      { sain: 'celles de la charte', fautif: 'police imprévue' },
    )
  },
}

export const glyphesAbsents: Check = {
  code: 'glyphes-absents',
  titre: 'Signes absents de leur police',
  pourquoi: 'À la place d’un signe absent, l’imprimé montre un rectangle ou un blanc.',
  limite: () => 'aucun',
  mesure: ({ file }) =>
    judge(
      findFaults(file.pages, ({ texts }) =>
        [...texts.values()].flatMap(({ font, size, missing }) =>
          missing > 0 ? [`${plural(missing, 'signe')} en ${font.name} ${size} pt`] : [],
        ),
      ),
      'erreur',
      { sain: 'aucun', fautif: 'signe sans dessin (.notdef)' },
    ),
}

const fontsOf = ({ fonts }: PageFacts) => [...fonts.values()]
const plain = (name: string) => name.toLowerCase().replace(/[^a-z0-9]/g, '')

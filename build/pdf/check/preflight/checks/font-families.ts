import { type Check, findFaults, judge } from '../check.ts'

export const policesFamilles: Check = {
  code: 'polices-familles',
  titre: 'Familles de caractères',
  pourquoi:
    'Une autre police trahit un signe que celles de la charte n’ont pas, et que l’ordinateur a pris ailleurs.',
  limite: ({ families }) => families.join(', '),
  mesure({ file, families }) {
    const expected = families.map(plain)
    const isExpected = (name: string) => expected.some(family => plain(name).startsWith(family))
    return judge(
      findFaults(file.pages, page =>
        page.fonts.filter(({ name }) => !isExpected(name)).map(({ name }) => name),
      ),
      'erreur',
      { sain: 'celles de la charte' },
    )
  },
}

const plain = (name: string) => name.toLowerCase().replace(/[^a-z0-9]/g, '')

import { findFaults, measured, type PressCheck } from '../check.ts'

export const fontFamilies: PressCheck = {
  id: 'polices-familles',
  title: 'Familles de caractères',
  why: 'Une autre police trahit un signe que celles de la charte n’ont pas, et que l’ordinateur a pris ailleurs.',
  limit: ({ families }) => families.join(', '),
  run({ file, families }) {
    const expected = families.map(plain)
    const isExpected = (name: string) => expected.some(family => plain(name).startsWith(family))
    return measured(
      findFaults(file.pages, page =>
        page.fonts.filter(({ name }) => !isExpected(name)).map(({ name }) => name),
      ),
      'celles de la charte',
    )
  },
}

const plain = (name: string) => name.toLowerCase().replace(/[^a-z0-9]/g, '')

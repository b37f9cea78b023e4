import { expect, test } from 'vitest'
import { inclusiveForms } from '../../../build/site/search/inclusive-forms.ts'

test.each([
  ['les élu.e.s', ['élu', 'élus', 'élue', 'élues']],
  ['un.e élu.e', ['un', 'une', 'élu', 'élue']],
  ['citoyen.ne.s', ['citoyen', 'citoyens', 'citoyenne', 'citoyennes']],
  ['Professionnel·le·s', ['professionnel', 'professionnels', 'professionnelle', 'professionnelles']],
  ['acteur.ice.s', ['acteur', 'acteurs', 'actrice', 'actrices']],
  ['agriculteur.rice.s', ['agriculteur', 'agriculteurs', 'agricultrice', 'agricultrices']],
  ['chercheur.euse', ['chercheur', 'chercheuse']],
  ['conseiller.ère.s', ['conseiller', 'conseillers', 'conseillère', 'conseillères']],
])('%s', (text, forms) => {
  expect(inclusiveForms(text)).toEqual(forms)
})

test.each(['www.rtes.fr', 'data.metropolegrenoble.fr', 'Fin. Et la suite.', 'art. 12', 'kit.yaml'])(
  '%s is no inclusive form',
  text => {
    expect(inclusiveForms(text)).toEqual([])
  },
)

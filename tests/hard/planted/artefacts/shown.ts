import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { Fault } from '../planted-edition.ts'
import { changed } from './changed.ts'

const css = (rule: string) => ({
  async plant({ dir, edit }: Parameters<Fault['plant']>[0]) {
    const sheet = (await readdir(join(dir, 'site/assets'))).find(name => /^index-.*\.css$/.test(name))
    await edit(`site/assets/${sheet}`, text => `${text}\n${rule}`)
  },
})

/** What is told where the chapôs of the two fiches are not seen. */
const noChapo: Fault['finds'] = {
  'visible-site': [
    /\d+.textes? de la page ne se voi\w+ pas : « Un arbre planté aujo/,
    /\d+.textes? de la page ne se voi\w+ pas : « Un marché donne », e/,
  ],
}

/** What only an eye sees: the files hold every word. */
export const shown: Fault[] = [
  {
    what: 'a paragraph that no window shows',
    ...css('#arroser ~ .rang li:nth-child(2) { display: none }'),
    finds: {
      'visible-site': [320, 390, 768, 1200, 1280, 1920, 'papier'].map(
        how =>
          new RegExp(
            `planter-un-arbre/index\\.html, .*${how}.* : 1.texte de la page ne se voit pas : « au pied, jamais`,
          ),
      ),
    },
  },
  {
    what: 'a box that a telephone does not show',
    ...css('@media (max-width: 600px) { .bloc.definition { position: absolute; left: -9999px } }'),
    finds: {
      'visible-site': [/tenir-un-marche\/index\.html, à 3[29]0 px : \d.textes? de la page ne se voi/],
    },
  },
  {
    what: 'a print without its main part',
    ...css('@media print { main { display: none } }'),
    finds: { 'visible-site': [/\.html, sur papier : \d+.textes? de la page ne se voi/] },
  },
  {
    what: 'a page too wide for a small telephone',
    ...css('.chapo { min-width: 360px }'),
    finds: { 'visible-site': [/fiches\/[a-z-]+\/index\.html : La page défile de côté à 320/] },
  },
  {
    what: 'a chapô cut to nothing',
    ...css('.chapo { overflow: hidden; height: 0; margin: 0 }'),
    finds: { 'visible-site': [/fiches\/[a-z-]+\/index\.html, .* : \d+.textes? de la page ne se voi/] },
  },
  {
    what: 'focus',
    ...css(':focus-visible { outline: none !important; box-shadow: none !important }'),
    finds: { 'visible-site': [/Au clavier, rien ne montre quel lien va être suivi\./] },
  },
  {
    what: 'print hides pictures',
    ...css('@media print { img, svg { display: none !important } }'),
    finds: { 'visible-site': [/\d+.textes? de la page ne se voi\w+ pas : « image Un arbre au mi/] },
  },
  {
    what: 'pictures hidden',
    ...css('.corps img { display: none !important }'),
    finds: { 'visible-site': [/\d+.textes? de la page ne se voi\w+ pas : « image Un arbre au mi/] },
  },
  {
    what: 'charts hidden',
    ...css('.corps .dessin { display: none !important }'),
    finds: { 'visible-site': [/\d+.textes? de la page ne se voi\w+ pas : « image Mai : \d+ ; Jui/] },
  },
  {
    what: 'at 320 only',
    ...css('@media (max-width: 330px) { .chapo { display: none } }'),
    finds: noChapo,
  },
  {
    what: 'menu hidden on phones',
    ...css('@media (max-width: 600px) { .menu { display: none } }'),
    finds: { 'visible-site': [/\d+.textes? de la page ne se voi\w+ pas : « le menu »\./] },
  },
  {
    what: 'foot hidden',
    ...css('.pied { display: none }'),
    finds: { 'visible-site': [/\d+.textes? de la page ne se voi\w+ pas : « Une publication Atel/] },
  },
  {
    what: 'at 768 wide',
    ...css('@media (min-width: 700px) and (max-width: 900px) { .chapo { width: 1200px } }'),
    finds: { 'visible-site': [/La page défile de côté à \d+ px\./] },
  },
  {
    what: 'at 800 hidden',
    ...css('@media (min-width: 700px) and (max-width: 900px) { .chapo { display: none } }'),
    finds: noChapo,
  },
  changed(
    'buttons that no program listens to',
    'site/composer/index.html',
    /<fieldset/,
    '<button type="button" class="bouton">Tout garder</button><fieldset',
    { 'visible-site': [/Le bouton « Tout garder » ne fait rien\./] },
  ),
  changed('a part that a program looks for in vain', 'site/composer/index.html', 'data-tout', 'data-toutes', {
    'visible-site': [/Un programme de la page s’arrête : /],
  }),
  {
    what: 'at 1920 hidden',
    ...css('@media (min-width: 1500px) { .chapo { display: none } }'),
    finds: noChapo,
  },
]

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
      'visible-site': [320, 390, 768, 1200, 1280, 1920, 'papier', 'couleurs'].map(
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
  changed(
    'a word for who has no programs, hidden',
    'site/composer/index.html',
    '<noscript><p>',
    '<noscript><p hidden>',
    {
      'visible-site': [/composer\/index\.html, sans JavaScript : \d.textes? de la page ne se voi/],
    },
  ),
  {
    what: 'focus',
    ...css(':focus-visible { outline: none !important; box-shadow: none !important }'),
    finds: { 'visible-site': [/Au clavier, rien ne montre que l’on est sur « [^»]+ »/] },
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
    what: 'hidden from who forces colours',
    ...css('@media (forced-colors: active) { .chapo { display: none } }'),
    finds: {
      'visible-site': ['Un arbre planté', 'Un marché donne'].map(
        start =>
          new RegExp(`dans les couleurs du lecteur : \\d.textes de la page ne se voient pas : « ${start}`),
      ),
    },
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
  {
    what: 'a focus that buttons and fields do not show',
    ...css(
      ':is(button, input, select):focus-visible { outline: none !important; box-shadow: none !important }',
    ),
    finds: { 'visible-site': [/Au clavier, rien ne montre que l’on est sur « [^»]+ »/] },
  },
  {
    what: 'a link to the content that the keyboard reaches unseen',
    ...css('.evitement:focus { position: absolute !important; left: -9999px !important }'),
    finds: { 'visible-site': [/Au clavier, le lien qui mène au contenu ne se montre pas\./] },
  },
  {
    what: 'links that take no click',
    ...css('.corps { pointer-events: none }'),
    finds: {
      'visible-site': [/fiches\/[a-z-]+\/index\.html : Ni le doigt ni la souris n’atteignent « [^»]+ »/],
    },
  },
  {
    what: 'a number that never rests',
    ...css('@keyframes battre { 50% { opacity: 0.5 } } .tete-numero { animation: battre 1s infinite }'),
    finds: { 'visible-site': [/La page bouge sans fin, ou pour qui a demandé du repos : « p\.tete-numero/] },
  },
  {
    what: 'a menu of a telephone that opens on nothing',
    ...css('@media (max-width: 700px) { .menu[open] nav { display: none } }'),
    finds: { 'visible-site': [/Sur un téléphone, « Menu » s’ouvre sur rien\./] },
  },
  {
    what: 'a print too pale for white paper',
    ...css('@media print { .chapo { color: #ddd !important } }'),
    finds: noChapo,
  },
  {
    what: 'a menu that is printed',
    plant: ({ edit }) =>
      edit('site/sigles/index.html', text => text.replace(/<link rel="stylesheet" media="print[^>]*>/, '')),
    finds: {
      'visible-site': [/sigles\/index\.html : Le papier porte ce dont seul un écran se sert : « Principale/],
    },
  },
  {
    what: 'words for screen readers that they do not say',
    ...css('.hors-vue { visibility: hidden }'),
    finds: { 'visible-site': [/\.html : Un lecteur d’écran ne dit pas « [^»]+ »/] },
  },
]

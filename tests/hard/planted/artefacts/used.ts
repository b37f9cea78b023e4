import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Fault } from '../planted-edition.ts'
import { changed } from './changed.ts'

/** A program or a style sheet of the site that does something else in the place of `from`. */
const inAsset =
  (kind: '.js' | '.css') =>
  (what: string, from: string | RegExp, to: string, ...says: RegExp[]): Fault => ({
    what,
    async plant({ dir, edit }) {
      const names = (await readdir(join(dir, 'site/assets'))).map(name => `assets/${name}`)
      for (const name of [...names, 'sw.js'].filter(name => name.endsWith(kind))) {
        const text = await readFile(join(dir, 'site', name), 'utf8')
        if (text.replace(from, to) !== text) return edit(`site/${name}`, () => text.replace(from, to))
      }
      throw new Error(`no ${kind} holds ${from}`)
    },
    finds: { 'usage-site': says },
  })
export const inProgram = inAsset('.js')
const inStyle = inAsset('.css')

/** What the programs of the site do with what readers ask. */
export const used: Fault[] = [
  inProgram(
    'a filter that does nothing',
    /addEventListener\("input",(?=\w+=>)/,
    'addEventListener("saisie",',
    /« [^»]+ » choisi, l’adresse garde « {2}»/,
    /Un lieu dont le kit ne dit rien : rien ne répond/,
  ),
  inProgram(
    'a filter that looks at another field',
    /===(\w+)\.theme/,
    '!==$1.theme',
    /« Planter un arbre » ne montre pas ses exemples : il manque « planter-un-arbre\/exemple-un-tilleul/,
  ),
  inProgram(
    'a filter that the address does not keep',
    /(\.searchParams\.)set\((\w+),/,
    '$1delete($2,',
    /« 69 Rhône » choisi, l’adresse garde « {2}»\./,
    /« [^»]+ » choisi, l’adresse garde « {2}»\./,
  ),
  inProgram(
    'a commune that brings another région',
    /(\[\w+="",\w+=""),(\w+)=""\]=(\w+)\.split\("\|"\)/,
    '$1,$2="44"]=$3.split("=")',
    /« Sain-Bel \(69\) » proposé : rien ne répond/,
  ),
  inProgram(
    'a family that the home page does not show',
    /\.searchParams\.set\("famille"/,
    '.searchParams.set("fiche"',
    /accueil : « [^»]+ » choisi, l’adresse ne le garde pas/,
    /Revenir à la famille d’avant : rien ne répond/,
  ),
  inProgram(
    'a result that leads to another section',
    /(\.href=\w+\(\w+,)\w+&&\w+\(\w+\)\)/,
    '$1"arroser")',
    /Le résultat « Choisir le lieu » \(Planter un arbre[^)]*\) mène à fiches\/planter-un-arbre\/#arroser/,
    /Le résultat « [^»]+ » \([^)]+\) mène à fiches\/[a-z-]+\/#arroser/,
  ),
  inProgram(
    'a search that answers nothing',
    /"input",\(\)=>\{(?!=)/,
    '"change",()=>{',
    /« Tenir un marché du samedi » cherché, rien ne répond/,
    /« Planter un arbre au bon endroit » cherché depuis la fiche, aucun résultat n’y mène/,
    /depuis une fiche : Ce qui est tapé : rien ne répond/,
  ),
  inProgram(
    'a copied link to another place',
    /(writeText\(new URL\()`#\$\{\w+\}`/,
    '$1"#autre"',
    /« Copier le lien vers « Un tilleul sur la place » » donne « http[^»]+#autre »/,
    /« Copier le lien vers « [^»]+ » » donne « http[^»]+#autre »/,
  ),
  inProgram(
    'a page whose link is copied without its path',
    /(const \w+=)location\.href\.split\("#"\)\[0\]/,
    '$1location.origin',
    /« Copier le lien » donne « http:\/\/127\.0\.0\.1:\d+ »/,
    /Le courriel porte « mailto:/,
  ),
  inProgram(
    'a citation of another place',
    /new URL\(`#\$\{\w+\.ancre\}`/,
    'new URL("#autre"',
    /« Citer « Un tilleul sur la place » » donne « http[^»]+#autre »/,
    /« Citer « [^»]+ » » donne « http[^»]+#autre »/,
  ),
  inProgram(
    'a choice that forgets what was chosen',
    /localStorage\.getItem\(\w+\)/,
    'null',
    /-fiche-2\.pdf [^»]*» n’a pas les pages de planter-un-arbre et tenir-un-marche/,
    /-fiche-2\.epub [^»]*» n’a pas les pages/,
  ),
  inProgram(
    'a family that chooses all fiches',
    '.closest("fieldset")',
    '.closest("form")',
    /« Repères » ne choisit pas ses fiches : il y a de trop « 2 »/,
    /« Pratiques » ne choisit pas ses fiches : il y a de trop « 1 »/,
  ),
  inProgram(
    'a file of other fiches',
    /\{list:(\w+),numbers:(\w+)\}=(\w+),/,
    '{list:$1}=$3,$2=[1],',
    /-fiches-1-2\.pdf [^»]*» n’a pas les pages/,
    /-fiches-1-2\.epub [^»]*» n’a pas les pages/,
  ),
  inProgram(
    'a missing file that is answered as if it were there',
    'status:503',
    'status:200',
    /Un PDF qui n’est pas gardé répond comme s’il était là/,
  ),
  inProgram(
    'a new version that never comes',
    '"prendre-la-suite"',
    '"suivre"',
    /Afficher la nouvelle version : rien ne répond/,
  ),
  inProgram(
    'pages that are not kept',
    'addEventListener("fetch"',
    'addEventListener("fetched"',
    /« [^»]+ » ne se lit pas/,
  ),
  changed(
    'a département that brings fiches without an example there',
    'site/composer/index.html',
    'data-departements=""',
    'data-departements="Rhône"',
    { 'usage-site': [/« Rhône » ne choisit pas ses fiches : il y a de trop « 2 »/] },
  ),
  inProgram(
    'a citation in a window without a name',
    '.id="citation-titre"',
    '.id="citation"',
    /La fenêtre qui donne une citation n’a pas de nom/,
  ),
  inProgram(
    'a search whose first result Enter does not reach',
    /\.querySelector\("a"\)\?\.focus\(\)\}\)/,
    '.querySelector("b")?.focus()})',
    /La touche Entrée ne mène pas au premier résultat/,
  ),
  inProgram(
    'a search that no key opens',
    /\.key!=="k"/,
    '.key!=="j"',
    /depuis une fiche : Ctrl \+ K : rien ne répond/,
  ),
  inProgram(
    'a search that opens on its button',
    /(showModal\(\),\w+\.querySelector\()"input"/,
    '$1"button"',
    /depuis une fiche : Ouverte, elle n’attend pas que l’on tape/,
  ),
  inProgram(
    'a search that does not close',
    /(className="recherche-fermer".{0,80}?"click",\(\)=>\w+\.)close/,
    '$1focus',
    /depuis une fiche : « Fermer » : rien ne répond/,
  ),
  inStyle(
    'a search that cannot be read by night',
    /(\.recherche-dialogue\{[^}]*background:)var\(--papier\)/,
    '$1#fff',
    /depuis une fiche, de nuit : .*\(color-contrast\)/,
  ),
  inProgram('passages that mark nothing', '"mark"', '"span"', /« [^»]+ » cherché, rien ne le marque dans « /),
  inProgram(
    'a plan that does not follow the reader',
    /\.setAttribute\("aria-current","true"\)/,
    '.removeAttribute("aria-current")',
    /À « [^»]+ », « Sur cette page » dit que l’on lit « {2}»/,
  ),
  inProgram(
    'a family that going back does not bring back',
    /"popstate",(\w)\),addEventListener\("pageshow"/,
    '"popstat",$1),addEventListener("pageshow"',
    /Revenir à la famille d’avant : rien ne répond/,
  ),
  inProgram(
    'a postcode that is no place',
    /\\d\\d\(\?=\\d\{3\}\$\)/,
    '\\d\\d(?=\\d{6}$$)',
    /Le code postal « 69100 » ne montre pas ses exemples : il manque « planter-un-arbre/,
  ),
]

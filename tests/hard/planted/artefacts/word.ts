import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type Unzipped, unzipSync, zipSync } from 'fflate'
import type { Fault } from '../planted-edition.ts'

const ARBRE = 'word/01-planter-un-arbre.docx'

/** @param change gives the parts of the Word file of the first fiche that are others. @param says what `forme-word` finds */
const inFile = (what: string, change: (parts: Unzipped) => Unzipped, ...says: RegExp[]): Fault => ({
  what,
  async plant({ dir }) {
    const file = join(dir, ARBRE)
    const parts = unzipSync(await readFile(file))
    await writeFile(file, zipSync({ ...parts, ...change(parts) }))
  },
  finds: { 'forme-word': says },
})

/** A part in which something else stands in the place of `from`. */
const inWord = (what: string, part: string, from: string | RegExp, to: string, ...says: RegExp[]): Fault => {
  const change = (parts: Unzipped) => {
    const before = new TextDecoder().decode(parts[part])
    const after = before.replace(from, to)
    if (after === before) throw new Error(`${part} holds nothing of what the fault changes`)
    return { [part]: new TextEncoder().encode(after) }
  }
  return inFile(what, change, ...says)
}

/** Pictures of the file, each as the other. */
const exchange = (one: string, other: string) => (parts: Unzipped) => ({
  [one]: parts[other] ?? new Uint8Array(),
  [other]: parts[one] ?? new Uint8Array(),
})

const DOCUMENT = 'word/document.xml'
const STYLES = 'word/styles.xml'
const CORE = 'docProps/core.xml'
const FOOT = 'word/footer1.xml'

/** What a person finds in Word, beside the words. */
export const word: Fault[] = [
  inWord('no word in bold', DOCUMENT, /<w:b\/>/g, '', /« 2029 » n’y est pas en gras/),
  inWord('no word in italics', DOCUMENT, /<w:i\/>/g, '', /« avant » n’y est pas en italique/),
  inWord(
    'pictures that are named by their path',
    DOCUMENT,
    /name="(images[^"]*)" descr="[^"]*"/g,
    'name="$1" descr="$1"',
    /Le texte de remplacement « Un arbre au milieu d'une place » manque/,
  ),
  inWord(
    'charts without their title',
    DOCUMENT,
    /descr="Graphique : [^"]*"/g,
    'descr="Graphique"',
    /d’aucun graphique ne dit « Litres d'eau par mois »/,
    /d’aucun graphique ne dit « Arbres plantés chaque année »/,
  ),
  inFile(
    'charts that are exchanged',
    exchange('word/media/image2.png', 'word/media/image3.png'),
    /Les images « Litres d'eau par mois » et « Arbres plantés chaque année » sont échangées/,
  ),
  inFile(
    'a picture in the place of a chart',
    exchange('word/media/image1.png', 'word/media/image3.png'),
    /Les images « Arbres plantés chaque année » et « Un arbre au milieu d'une place » sont échangées/,
  ),
  inFile(
    'a picture that no program reads',
    () => ({ 'word/media/image2.png': new Uint8Array([1, 2, 3]) }),
    /« Litres d'eau par mois » : Aucun programme ne peut lire le fichier/,
  ),
  inWord(
    'a picture that is not there',
    'word/_rels/document.xml.rels',
    'media/image1.png',
    'media/image9.png',
    /L’image « Un arbre au milieu d'une place » n’est pas dans le fichier/,
  ),
  inWord(
    'links that lead into the file',
    'word/_rels/document.xml.rels',
    / TargetMode="External"/g,
    '',
    /Le lien « guide de la plantation » vers https:\/\/example\.org\/guide ne s’ouvre pas/,
  ),
  inWord(
    'links that lead elsewhere',
    'word/_rels/document.xml.rels',
    'example.org/guide',
    'example.org/',
    /Aucun lien n’y mène à https:\/\/example\.org\/guide/,
  ),
  inWord(
    'another licence',
    FOOT,
    /Licence [^<]*/,
    'Tous droits réservés.',
    /Le bas de ses pages ne dit pas « Licence CC0 1\.0 »/,
    /ne dit pas « https:\/\/creativecommons\.org\/publicdomain/,
  ),
  inWord('another head', 'word/header1.xml', 'Petit carnet', 'Un kit', /Le haut de ses pages est « Un kit »/),
  inWord(
    'another author',
    CORE,
    'Atelier des essais</dc:creator>',
    'Petit carnet</dc:creator>',
    /Son auteur/,
  ),
  inWord(
    'another date',
    CORE,
    /2030-05-01T/g,
    '2029-01-01T',
    /Il se date de « 2029-01-01T.* » ; la fiche est de 2030-05/,
  ),
  inWord('another language', STYLES, '<w:lang w:val="fr-FR"', '<w:lang w:val="en-US"', /la langue « en-US »/),
  inWord(
    'the colours of another family',
    STYLES,
    /(<w:name w:val="heading 1"\/>.*?<w:color w:val=")[^"]*/,
    '$1B3005E',
    /Ses couleurs ne sont pas celles de sa famille : B3005E/,
  ),
  inWord(
    'headings of the level below',
    STYLES,
    '<w:outlineLvl w:val="0"/>',
    '<w:outlineLvl w:val="1"/>',
    /Le titre « Choisir le lieu » est de niveau 3 au lieu de 2/,
    /Le titre « Arroser » est de niveau 3/,
    /Le titre « Planter à plusieurs » est de niveau 3/,
  ),
  inWord(
    'headings that are only large',
    DOCUMENT,
    /<w:pStyle w:val="Heading1"\/>(?=.*Arroser)/,
    '<w:pStyle w:val="BodyText"/>',
    /« Choisir le lieu » n’est pas balisé comme un titre/,
  ),
  inWord(
    'bullets where the text has numbers',
    'word/numbering.xml',
    /"decimal"/g,
    '"bullet"',
    /0\séléments? de liste numérotée au lieu de 2/,
  ),
  inWord(
    'tables without a row of names',
    DOCUMENT,
    /<w:tblHeader\/>/g,
    '',
    /0\stableaux? avec une ligne d’en-tête au lieu de 3/,
  ),
  inWord(
    'figures to the left',
    DOCUMENT,
    /<w:jc w:val="right"\/>/g,
    '',
    /0\scolonnes? de nombres à droite au lieu de 4/,
  ),
]

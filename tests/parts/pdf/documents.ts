import type { PrintDocument } from '../../../build/paper/page/reserve.ts'
import type { FichePubliee } from '../../../src/kit/kit.ts'
import { itemOf } from '../../unit/pdf/kit.ts'

const words =
  'la commune soutient des associations et des coopératives qui embauchent sur son territoire'.split(' ')

/** So many words of French that never repeat the same line: each sentence says its number. */
export function prose(count: number, seed = 0): string {
  const sentences: string[] = []
  for (let written = 0; written < count; written += words.length + 2)
    sentences.push(`Phrase ${seed * 1000 + sentences.length} : ${words.join(' ')}.`)
  return sentences.join(' ')
}

export const paragraphs = (count: number, each: number, seed = 0) =>
  Array.from(
    { length: count },
    (_, index) => `<p data-b="${seed * 100 + index}">${prose(each, seed * 50 + index)}</p>`,
  ).join('')

export const exemple = (id: string, count: number, size = '') =>
  `<aside class="bloc exemple ${size}" data-print="box breaks" id="${id}"><p class="bloc-tete"><span class="departement">69</span> <span class="etiquette">Exemple</span></p><p class="lieu">Lyon</p><p class="bloc-titre">Un exemple de ${count} mots</p><p>${prose(count, 900)}</p></aside>`

/** No page holds it, and its paragraphs are one piece. */
export const higherThanAPage = `<ul><li>${paragraphs(2, 600)}</li></ul>`

/** A row as the renderer writes it in print: margin first, then text, then what leaves the margin. */
export function levier(
  id: string,
  { marge = '', texte, large = '' }: { marge?: string; texte: string; large?: string },
): string {
  const margin = marge && `<div class="marge">${marge}</div>`
  return `<div class="rang levier">${margin}<div class="texte"><h3 class="levier-titre" id="${id}"><span class="pastille" aria-hidden="true">1</span><span class="titre">Levier ${id}</span></h3>${texte}</div>${large}</div>`
}

/** The running elements of a fiche, as its layout writes them. */
const runningOf = ({ titre }: FichePubliee) =>
  `<div data-cadre class="famille-pratique forme-disque" hidden><div class="tete-fond"></div><div class="courant"><p><span>${titre}</span></p></div><div class="pied"><p><span class="pied-kit">Carnet d’essai</span> <b>${titre}</b></p></div></div>`

/** A fiche in print: its running elements, its head, a section of levers, and what follows that. */
export function documentOf(one: FichePubliee, body: string, after = ''): PrintDocument {
  const digits = ['', ' deux', ' trois'][String(one.numero).length - 1]
  const tete = `<header class="tete"><p class="tete-famille pose"><span>Fiche pratique</span></p><p class="numero pose${digits}">${one.numero}</p><h1 class="pose" id="${one.slug}--titre">${one.titre}</h1></header>`
  const html = `${runningOf(one)}<article class="part fiche famille-pratique forme-disque" id="${one.slug}" data-kind="fiche">${tete}<section class="section leviers"><h2 id="${one.slug}--leviers">Les leviers</h2>${body}</section>${after}</article>`
  return { item: itemOf(one), html }
}

export const renvoi = (slug: string) =>
  `<a class="renvoi" href="#${slug}">Fiche <span class="p">p. <span class="n" data-page="${slug}">0</span></span></a>`

/** Runs in the tab. A table whose longest words are wider than its place, as those of an address are, breaks them anywhere: its cells would
 *  stand beyond the page. Figures stay whole. */
export function breakWideTables(document: Element): void {
  for (const table of document.querySelectorAll('table')) {
    const place = table.closest('.bloc, .texte, .rang')
    if (!place || table.getBoundingClientRect().right <= place.getBoundingClientRect().right + 1) continue
    for (const cell of table.querySelectorAll('th, td'))
      if (/\p{L}/u.test(cell.textContent ?? '')) cell.classList.add('mots-coupes')
  }
}

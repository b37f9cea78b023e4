/** Gives the département of a commune's code or postcode; undefined: another word. Postcodes of Corse-du-Sud begin with 200
 *  and 201, of Haute-Corse with 202 and 206. */
export function departementOfCode(word: string): string | undefined {
  const departement = /^(?:97\d(?=\d\d$)|\d\d(?=\d{3}$))/.exec(word)?.[0]
  if (departement !== '20') return departement
  return word < '20200' ? '2A' : '2B'
}

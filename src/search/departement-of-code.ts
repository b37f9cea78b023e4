/** The département with which the code of a commune begins, or that of its post; undefined: the word is neither. Those of the post in
 *  Corse-du-Sud begin with 200 and 201, in Haute-Corse with 202 and 206. */
export function departementOfCode(word: string): string | undefined {
  const departement = /^(?:97\d(?=\d\d$)|\d\d(?=\d{3}$))/.exec(word)?.[0]
  if (departement !== '20') return departement
  return word < '20200' ? '2A' : '2B'
}

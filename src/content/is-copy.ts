/** A name as systems and people give it to a copy: « 03-contrats (copie).md », « 03-contrats - Copie (2).md »,
 *  « 03-contrats-PC-DE-CAMILLE.md » where two machines share a folder. */
export const isCopy = (file: string): boolean =>
  /[a-z\d]-[A-Z][A-Z\d]*(?:-[A-Z\d]+)+\.[^/.]*$/.test(file) ||
  /[ _-]\(?(?:copie|copy)\b[^/]*$|[ _]\(\d{1,2}\)\.[^/]*$|^Copie de [^/]*$|\/Copie de [^/]*$/i.test(file)

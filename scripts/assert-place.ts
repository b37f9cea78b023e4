/** Vite takes what follows one of these for a query or a place in a page, wherever it stands in a path: modules and style sheets
 *  of a press that lies there are not found.
 *  @param home folder of the press
 *  @throws Error that says what to rename */
export function assertPlace(home: string): void {
  const sign = /[#?]/.exec(home)?.[0]
  if (sign)
    throw new Error(
      `Le dossier de la presse, ${home}, a « ${sign} » dans son chemin : le site ne peut pas être fabriqué là. ` +
        'Renommer ce dossier, ou le déplacer, puis relancer.',
    )
}

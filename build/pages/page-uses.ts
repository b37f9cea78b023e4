/** Whether the site has a page for the printer: once there is a file for him. @param roles of the files of the edition */
export const isForPrinter = (roles: ReadonlySet<string>): boolean =>
  roles.has('pdf-impression') || roles.has('rapport-prepresse')

/** Whether readers may compose a kit: of the pieces and the PDF that they are cut from. @param roles of the files of the edition */
export const isComposable = (roles: ReadonlySet<string>): boolean =>
  roles.has('extrait') && roles.has('pdf-ecran')

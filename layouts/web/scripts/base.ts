/** Path of the home page, with its stroke at the end. The page knows it: a finished site moves to another folder once its
 *  edition is a former one. */
export const basePath = (): string =>
  new URL(document.querySelector<HTMLAnchorElement>('a.logo')?.href ?? './', document.baseURI).pathname

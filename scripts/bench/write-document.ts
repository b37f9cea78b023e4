import { pagingCss } from '../../src/page-plan.ts'
import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { render } from '../../build/pages/renditions.ts'
import { readPictures } from '../../build/pdf/page/pictures.ts'
import { readStyles } from '../../build/pdf/page/styles.ts'
import type { Kit } from '../../src/kit.ts'

/** Number slots become what CSS for paged media has for them. */
const numbers = '.part { break-after: page; } .n::after { content: target-counter(attr(data-cible), page); }'

/** Writes the kit's print edition as one document for pagedjs-cli: the same HTML, the style sheet of
 *  the text and the fonts, without the frame that the press adds to a page.
 *  @returns path of the document */
export async function writeDocument(kit: Kit, dir: string): Promise<string> {
  const documents = await render(kit, 'print')
  const styles = await readStyles(kit)
  const pictures = await readPictures(documents, kit.dir)
  for (const [path, bytes] of [...styles.files, ...pictures.files]) {
    await mkdir(dirname(join(dir, path)), { recursive: true })
    await writeFile(join(dir, path), bytes)
  }
  const css = [styles.fonts.replaceAll('url(/', 'url('), styles.content, pagingCss(styles.plan), numbers].join('\n')
  const body = documents.map(({ html }) => html).join('\n')
  const slots = body.replace(
    /<span class="n" data-page="([^"]*)">0<\/span>/g,
    (_, id: string) => `<span class="n" data-cible="#${id}"></span>`,
  )
  const path = join(dir, 'document.html')
  await writeFile(
    path,
    `<!doctype html>\n<html lang="fr">\n<head>\n<meta charset="utf-8">\n<title>${kit.titre}</title>\n<style>\n${css}\n</style>\n</head>\n<body>\n${slots}\n</body>\n</html>\n`,
  )
  return path
}

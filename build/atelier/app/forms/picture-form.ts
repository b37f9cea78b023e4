import { openSetting } from '../../../../src/kit/index.ts'
import { formatBytes } from '../../../../src/problems/index.ts'
import { isDrawing, printWidths, sharpWidth, soundName, wantedPixels } from '../../../../src/text/index.ts'
import { askIn, field, h } from '../dom.ts'

export const CREDITS = 'images/credits.yaml'
const PICTURES = /\.(?:png|jpe?g|svg)$/i

export const isPicture = ({ name }: Pick<File, 'name'>): boolean => PICTURES.test(name)

/** A picture that goes into the kit: its files, and the Markdown that shows it. */
export type AddedPicture = { path: string; files: Map<string, Uint8Array>; markdown: string }

/** Asks what a picture shows and whose it is. `dropped` null: it asks for the picture too. `credits`: the text of `images/credits.yaml`.
 *  @returns null: the person cancelled */
export async function askForPicture(
  dropped: File | null,
  { files, credits }: { files: Iterable<string>; credits: string | null },
): Promise<AddedPicture | null> {
  const size = h('p.compte', { role: 'status' })
  const lighter = h('input', { type: 'checkbox', name: 'allegee' })
  const lighten = h(
    'label.case',
    { hidden: true },
    lighter,
    ' L’alléger : 2 500 pixels de large, bien assez pour l’impression',
  )
  const input = h('input', {
    type: 'file',
    accept: '.png,.jpg,.jpeg,.svg',
    required: true,
    onchange: () => void tellSize(),
  })
  if (dropped) {
    const transfer = new DataTransfer()
    transfer.items.add(dropped)
    input.files = transfer.files
  }
  async function tellSize(): Promise<void> {
    const file = input.files?.[0]
    const pixels = file && (await sizeOf(file))
    input.setCustomValidity(file && !pixels ? UNREADABLE : '')
    size.textContent = file ? `${pixels ?? UNREADABLE} ${formatBytes(file.size)}.` : ''
    lighten.hidden = !file || isDrawing(file.name) || file.size < HEAVY
    lighter.checked = !lighten.hidden
  }
  void tellSize()
  const text = (name: string, placeholder: string) => h('input', { name, required: true, placeholder })
  const answers = await askIn(
    dropped ? `Ajouter « ${dropped.name} »` : 'Une image',
    'Ajouter',
    field('Image : PNG, JPEG ou SVG', input),
    size,
    lighten,
    field('Ce que l’image montre, pour qui ne la voit pas', text('alt', 'Trois arbres sur une place')),
    field('Crédit : qui l’a faite', text('credit', 'Camille Martin')),
    field('Licence', text('licence', 'CC BY 4.0')),
  )
  const file = input.files?.[0]
  if (!answers || !file) return null
  const path = soundName(`images/${file.name.toLowerCase()}`, files)
  const bytes = new Uint8Array(await file.arrayBuffer())
  return {
    path,
    files: new Map([
      [path, answers['allegee'] ? await lightened(path, bytes) : bytes],
      [CREDITS, new TextEncoder().encode(withCredit(credits ?? '', path, answers))],
    ]),
    markdown: `![${(answers['alt'] ?? '').replace(/[[\]\\]/g, '\\$&')}](${path})`,
  }
}

/** Makes a picture lighter from so many bytes on, unless its author does not want it. */
export const HEAVY = 2_000_000

/** A photograph of 2 500 pixels is sharp over the whole width of a page. */
export async function lightened(path: string, bytes: Uint8Array): Promise<Uint8Array> {
  const { drawPicture } = await import('../hand-out-word.ts')
  const drawn = await drawPicture(path, bytes, 2_500)
  return drawn.bytes.length < bytes.length ? drawn.bytes : bytes
}

/** The settings of credits with that of a picture; null: without it. @throws Error in French for settings that cannot be read */
export function withCredit(text: string, path: string, credit: Record<string, string> | null): string {
  const name = path.slice('images/'.length)
  const open = (source: string) => {
    const setting = openSetting(source, CREDITS)
    if (!setting) throw new Error(`${CREDITS} ne se lit pas : le corriger d’abord.`)
    return setting
  }
  if (credit)
    return ['credit', 'licence'].reduce(
      (source, key) => open(source).with([name, key], credit[key]?.trim() ?? ''),
      text,
    )
  return open(text).at([name]) === undefined ? text : open(text).with([name], undefined)
}

export const UNREADABLE = 'Impossible de lire cette image : l’enregistrer de nouveau, en PNG, JPEG ou SVG.'

/** Tells of a picture how large it can be printed. @returns null for one that no kit shows */
export async function sizeOf(file: File): Promise<string | null> {
  if (!isPicture(file)) return null
  if (isDrawing(file.name)) return 'Un dessin : net à toute taille.'
  try {
    const { width, height } = await createImageBitmap(file)
    const sharp = sharpWidth({ width, height })
    const pixels = `${width} × ${height} pixels : nette jusqu’à ${Math.floor(sharp)} mm de large`
    return sharp >= printWidths.texte
      ? `${pixels}.`
      : `${pixels}, trop peu pour l’impression : il en faut ${wantedPixels(printWidths.texte)} de large.`
  } catch {
    // Whatever cannot be decoded: its author is asked for another.
    return null
  }
}

import type { Token } from 'markdown-it'
import { offsetOf, plainText, type Report } from '../../text/index.ts'

const permitted = /^(https?:\/\/[^/\s]|mailto:[^@\s]+@)/i

/** Checks the form of every address. Links are http, https and mailto that a browser can read; `#` is a warning, the rest an
 *  error. A bad address is left as plain text, so that no edition prints a dead link. Pictures are checked with the folder
 *  and the credits (src/kit/checks/pictures.ts). */
export function checkLinks(tokens: readonly Token[], report: Report): void {
  for (const inline of tokens) {
    if (!inline.children) continue
    checkTooltips(inline, report)
    const { children } = inline
    let dropped = false
    inline.children = children.filter((child, index) => {
      if (child.type === 'link_close' && dropped) {
        dropped = false
        return false
      }
      if (child.type !== 'link_open') return true
      const adresse = String(child.attrGet('href') ?? '')
      const after = children.slice(index + 1)
      const within = after.slice(
        0,
        after.findIndex(({ type }) => type === 'link_close'),
      )
      dropped = !(permitted.test(adresse) && URL.canParse(adresse))
      if (dropped) {
        const empty = adresse === '' || adresse.startsWith('#')
        report(empty ? 'lien-a-completer' : 'lien-interdit', inline, offsetOf(child), {
          adresse: adresse || '()',
          ...(permitted.test(adresse) && { form: UNREADABLE }),
          remedy: permitted.test(adresse)
            ? UNREADABLE
            : picture.test(adresse)
              ? `Pour une image, écrire : ![${plainText(within)}](${adresse})`
              : 'Écrire une adresse complète en https:// ou mailto:, ou [[slug]] pour une fiche du kit',
        })
      } else judgeLink(inline, child, within, report)
      return !dropped
    })
  }
}

const UNREADABLE = 'Aucun navigateur ne peut la lire : vérifier le nom du site, et le port s’il y en a un'

/** `[mots](adresse "mots perdus")` */
function checkTooltips(inline: Token, report: Report): void {
  for (const child of inline.children ?? []) {
    const title = child.attrs === null ? '' : String(child.attrGet('title') ?? '')
    const mots = title.replace(/\s+/g, ' ').trim()
    if (mots === '') continue
    // The title of a picture is its caption.
    if (child.type !== 'image') report('lien-mots-perdus', inline, offsetOf(child), { mots })
  }
}

/** Link texts that do not name their target, as heard in a list of links. */
const mute =
  /^(?:(?:cliquer?|cliquez|voir|lire|télécharger) )?(?:ici|là|ce lien|le lien|ci-contre|ci-dessous)$|^(?:lire la suite|en savoir plus|plus d['’]infos?|[\p{L}\d])$/iu

const picture = /^[^:]+\.(?:png|jpe?g|svg)$/i

function judgeLink(inline: Token, open: Token, within: readonly Token[], report: Report): void {
  const adresse = String(open.attrGet('href') ?? '')
  const mots = plainText(within).trim()
  if (mots === '' && within.every(({ type }) => type === 'text'))
    report('lien-sans-mots', inline, offsetOf(open), { adresse: short(adresse) })
  else if (mute.test(mots)) report('lien-muet', inline, offsetOf(open), { mots })
}

const short = (adresse: string) => (adresse.length > 60 ? `${adresse.slice(0, 59)}…` : adresse)

import { plural } from '../src/french.ts'
import type { Given, giveLinks } from '../src/links/give-links.ts'
import type { Left } from '../src/links/match-links.ts'

/** What was written of the links of a document, line by line, and what was left alone, with the reason. */
export function sayGiven(
  { given, left }: Pick<ReturnType<typeof giveLinks>, 'given' | 'left'>,
  { links, bound, trial }: { links: number; bound: number; trial: boolean },
): string {
  const of = (state: Given['state']) => given.filter(one => one.state === state)
  const written = of('ecrit')
  const others = [...of('autre'), ...of('impossible')]
  return [
    `${plural(links, 'lien')} dans le document.`,
    ...written.map(
      ({ target, line, likeness, words, before, after }) =>
        `\n${target.file}:${line}  ${target.spot.kind}, ressemblance ${share(likeness)} : « ${words} »\n- ${before}\n+ ${after}`,
    ),
    ...(others.length + left.length > 0 ? ['\nNon écrits :'] : []),
    ...others.map(
      ({ target, line, state, words, url }) =>
        `  « ${words} » ${url}\n    ${target.file}:${line} : ${
          state === 'autre'
            ? `a déjà une autre adresse, ${target.spot.url}`
            : 'ne peut pas devenir un lien sans changer le texte'
        }`,
    ),
    ...left.map(sayLeft),
    `\n${plural(written.length, 'adresse')} ${trial ? 'à écrire (essai : rien n’est écrit)' : `écrite${written.length > 1 ? 's' : ''}`}, ${of('deja').length} déjà là, ${others.length + left.length} laissées de côté (ressemblance d’au moins ${share(bound)}).`,
  ].join('\n')
}

function sayLeft({ why, words, url, page, nearest }: Left): string {
  const where = page === null ? '' : `page ${page}, `
  const near = nearest
    ? ` Au plus près, ${share(nearest.likeness)} : « ${nearest.target.spot.words} » (${nearest.target.file})`
    : ''
  return `  ${where}« ${words} » ${url}\n    ${reasons[why]}${why === 'inconnu' ? near : ''}`
}

const reasons: Record<Left['why'], string> = {
  inconnu: 'ces mots ne sont pas dans les fiches.',
  plusieurs: 'ces mots sont à plusieurs endroits des fiches : rien ne dit lequel.',
  contredit: 'les mêmes mots ont deux adresses dans le document.',
}

const share = (value: number) => value.toFixed(2).replace('.', ',')

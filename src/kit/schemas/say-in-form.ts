import { type Problem, withCapital } from '../../problems/index.ts'
import { fichePublieeSchema, pageSchema } from './fiche.ts'
import { kitSchema } from './kit.ts'
import { partenairesSchema, rechercheSchema, siglesSchema } from './lists.ts'
import { type Schema, sayKey } from './schema.ts'

/** The files of settings that have a form. */
export const settingForms: Readonly<Record<string, { name: string; schema: Schema }>> = {
  'kit.yaml': { name: 'Réglages du kit', schema: kitSchema },
  'partenaires.yaml': { name: 'Partenaires', schema: partenairesSchema },
  'sigles.yaml': { name: 'Sigles', schema: siglesSchema },
  'recherche.yaml': { name: 'Mots équivalents pour la recherche', schema: rechercheSchema },
}

const headSchema: Schema = { properties: { ...pageSchema.properties, ...fichePublieeSchema.properties } }

/** Says a problem as a form does: `editeur › site : à compléter…` → « Qui publie le kit › Site », « À compléter… ». `name`: of the
 *  settings; '' for a fiche. `field`: '' where it names none. */
export function sayInForm({ place, keys, message }: Pick<Problem, 'place' | 'keys' | 'message'>) {
  const { name = '', schema = place.file.endsWith('.md') ? headSchema : undefined } =
    settingForms[place.file] ?? {}
  const labels: string[] = []
  let inner: Schema | undefined = schema
  for (const step of keys) {
    const next: Schema | undefined = inner?.properties?.[step]
    if (!next && !inner?.additionalProperties && !inner?.items) break
    inner = next ?? (inner?.additionalProperties || inner?.items || undefined)
    labels.push(next ? sayKey(next, step).label : step)
  }
  const field = labels.join(' › ')
  return {
    name,
    field,
    message: field ? withCapital(message.slice(`${keys.join(' › ')} : `.length)) : message,
  }
}

import type { Problem } from '../problems/index.ts'
import { checkNames, checkTypography } from './check-words.ts'
import { checkMentions } from './checks/book.ts'
import { type Draft, type DraftSheet, type FicheYaml, isAnnounced, names, type Setting } from './draft.ts'
import { holds, type KitFolder, listKit, readBytes, unreadable } from './kit-folder.ts'
import { isImmense, type Picture, PROFILE_HEADER, pictureOf, profileFault } from './picture-of.ts'
import { type Reading, type Readings, readSetting, readSheet, type SettingForm } from './read-file.ts'
import { checkThreads } from './reviews/threads.ts'
import { ficheAnnonceeSchema, fichePublieeSchema, pageSchema } from './schemas/fiche.ts'
import { kitSchema } from './schemas/kit.ts'
import { creditsSchema, partenairesSchema, rechercheSchema, siglesSchema } from './schemas/lists.ts'
import type { RelecturesYaml } from './schemas/relecture.ts'
import type { FromSchema, Schema } from './schemas/schema.ts'
import { tokensDuKitSchema } from './schemas/tokens.ts'
import { readShippedTokens } from './tokens.ts'
import { type Checked, validate } from './validate.ts'
import type { Yaml } from './yaml/parse-yaml.ts'

/** Reads every file of a kit and judges each by itself, unless it is kept; null when there is no such folder. */
export async function readDraft(
  folder: KitFolder,
  readings: Readings,
): Promise<{ draft: Draft; problems: Problem[] } | null> {
  const listing = await listKit(folder)
  if (listing === null) return null
  const problems = [...listing.problems]

  function take<T, K>(file: string, read: (bytes: Uint8Array) => Reading<T, K>): DraftSheet<T, K> | null {
    const bytes = readBytes(folder, file)
    if ('code' in bytes) {
      problems.push(bytes)
      return null
    }
    const { content, problems: fileDiagnostics } = readings.of(file, bytes, () => read(bytes))
    problems.push(...fileDiagnostics)
    if (content === null) return null
    return { file, ...content }
  }

  const setting = <S extends Schema>(file: string, form: SettingForm<S>): Setting<FromSchema<S>> | null =>
    listing.settings.has(file) ? take(file, bytes => readSetting(bytes, file, form)) : null

  const sheets = <T>(files: readonly string[], judge: (yaml: Yaml) => Checked<T>): DraftSheet<T>[] =>
    files.flatMap(file => take(file, bytes => readSheet(bytes, file, judge)) ?? [])

  const draft: Draft = {
    dir: folder.dir,
    listing,
    kit: setting('kit.yaml', {
      schema: kitSchema,
      check: (yaml, value) => [
        ...checkMentions(yaml, value),
        ...checkTypography(yaml, ['titre', 'sous_titre']),
        ...checkNames(yaml, 'credits'),
      ],
    }),
    partenaires: setting('partenaires.yaml', { schema: partenairesSchema }),
    sigles: setting('sigles.yaml', {
      schema: siglesSchema,
      check: yaml => [...checkTypography(yaml, names(yaml.value))],
    }),
    recherche: setting('recherche.yaml', { schema: rechercheSchema }),
    credits: setting('images/credits.yaml', { schema: creditsSchema }),
    tokens: setting('tokens.json', { schema: tokensDuKitSchema }),
    shippedTokens: readShippedTokens(),
    fiches: sheets(listing.fiches, judgeFiche),
    pages: sheets(listing.pages, yaml => validate(yaml, pageSchema)),
    pictures: new Map((await Promise.all([...listing.others].filter(isPicture).map(pictureIn))).flat()),
    relectures: listing.reviews.flatMap(file => take(file, bytes => readReviews(bytes, file)) ?? []),
    profileFault: null,
  }
  const profil = draft.kit?.value?.impression?.profil
  const profile = profil && holds(listing, profil) ? bytesOf(profil) : null
  if (profile) draft.profileFault = profileFault(profile.subarray(0, PROFILE_HEADER), profile.length)
  return { draft, problems }

  /** One that is damaged inside has a sound beginning and a sound end. */
  async function pictureIn(file: string): Promise<[string, Picture][]> {
    const bytes = bytesOf(file)
    if (bytes === null) return []
    const picture = pictureOf(bytes)
    const isRead = picture.drawing === null && picture.pixels !== null && !isImmense(picture.pixels)
    const isDamaged = isRead && (await folder.isDrawable?.(bytes)) === false
    return [[file, isDamaged ? { ...picture, format: null } : picture]]
  }

  /** Reads the bytes of a file that is not a text. A broken link counts as a missing file. */
  function bytesOf(file: string): Uint8Array | null {
    const bytes = folder.read(file)
    if (typeof bytes !== 'string') return bytes
    if (bytes === 'droits') problems.push(unreadable(file, bytes))
    else listing?.others.delete(file)
    return null
  }
}

function readReviews(bytes: Uint8Array, file: string): Reading<RelecturesYaml, null> {
  const { yaml, value, problems } = checkThreads(bytes, file)
  return { content: yaml && { yaml, value, corps: null }, problems }
}

const isPicture = (file: string) => file.startsWith('images/') && /\.(svg|png|jpe?g)$/i.test(file)

const judgeFiche = (yaml: Yaml): Checked<FicheYaml> =>
  isAnnounced({ yaml }) ? validate(yaml, ficheAnnonceeSchema) : validate(yaml, fichePublieeSchema)

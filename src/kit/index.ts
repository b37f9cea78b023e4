export { ciblesOf, wordsOfCible } from './body/cibles.ts'
export { createRenderer, type Rendered, type Renderer } from './body/create-renderer.ts'
export type { ParseEnv } from './body/fence.ts'
export { createMarkdown } from './body/markdown.ts'
export { parseTokens } from './body/parse-tokens.ts'
export { countAddresses, parseBody, readBody } from './body/read-body.ts'
export { blocOf, closing, endOf } from './body/structure.ts'
export { tokensOf, writeAnchors } from './body/tokens-of.ts'
export { charactersIn, spellUndrawn, undrawnCharacters } from './check-characters.ts'
export { textsIn } from './draft.ts'
export {
  type Choice,
  choiceTitle,
  chosenOf,
  countOf,
  type ExcerptedFiche,
  type ExcerptList,
  noteOf,
  stemOf,
} from './excerpt/list.ts'
export { decodeText, splitFrontMatter } from './file-text.ts'
export { type Glance, glanceAt, groupsOf, type SheetAtAGlance, sheetAt, statutNames } from './glance.ts'
export { type Identity, identitiesIn, identityOf } from './identity.ts'
export {
  authoredOf,
  type Indexes,
  indexesOf,
  isBackCover,
  minutesOf,
  type Rubriques,
  rubriquesOf,
  searchWords,
  sequence,
} from './indexes/indexes.ts'
export {
  type Item,
  type ItemListe,
  itemsOf,
  listedItem,
  listingOf,
  publishedFiches,
  titleOf,
} from './indexes/listing.ts'
export { exemples, type Territoires } from './indexes/territoires.ts'
export {
  asDraft,
  type Couleur,
  type Famille,
  type FicheListee,
  type FichePubliee,
  type Forme,
  imprintOf,
  isWorkingVersion,
  type Kit,
  type KitListe,
  licenceOf,
  mark,
  type Page,
  type Tokens,
  withLargePrint,
} from './kit.ts'
export {
  type FolderEntry,
  isForeign,
  type KitFolder,
  listKit,
  memoryFolder,
  readBytes,
  type Unreadable,
} from './kit-folder.ts'
export { proposedColours, shadesOf } from './new/family-colours.ts'
export { begunFiche, fileName, folderOfFamily, newFiche, placeOfFiche } from './new/new-fiche.ts'
export { type NewFamily, type NewFamilyColours, newKit } from './new/new-kit.ts'
export { renameFiche, withoutFormerSlugs } from './new/rename-fiche.ts'
export { type News, newsOfText, newsOnPages, tellsChanges } from './news.ts'
export { profileFault } from './picture-of.ts'
export { anew, type Reading, type Readings, rememberReadings, yamlOfSetting } from './read-file.ts'
export { readKitFolder } from './read-kit.ts'
export {
  type Acceptance,
  acceptanceOf,
  acceptedText,
  type Passage,
  passageOf,
  withPassage,
} from './reviews/accept.ts'
export { differencesBetween } from './reviews/differences.ts'
export { findQuote, quoteAt, type Word, wordsAt } from './reviews/quote.ts'
export {
  addThreads,
  sayThread,
  slugOfThreads,
  threadsOf,
  UnreadableThreads,
  writeThreads,
} from './reviews/threads.ts'
export { ficheAnnonceeSchema, ficheFields, fichePublieeSchema, pageSchema } from './schemas/fiche.ts'
export { adresse, jour, mois, slug } from './schemas/formes.ts'
export { kitSchema } from './schemas/kit.ts'
export { creditsSchema, partenairesSchema, rechercheSchema, siglesSchema } from './schemas/lists.ts'
export {
  type Citation,
  isProposition,
  type Proposition,
  type Relecture,
  relecturesSchema,
} from './schemas/relecture.ts'
export { sayInForm, settingForms } from './schemas/say-in-form.ts'
export { type Schema, sayKey, type TypeName } from './schemas/schema.ts'
export { tokensDuKitSchema } from './schemas/tokens.ts'
export { pureInks, readShippedTokens, textInks } from './tokens.ts'
export { uuid5 } from './uuid5.ts'
export { parseYaml } from './yaml/parse-yaml.ts'
export { openSetting, type SettingPath, type SettingText, type SettingValue } from './yaml/setting-text.ts'
export { lineStarts } from './yaml/source.ts'
export { withValues } from './yaml/write-values.ts'

/** The part of Pagefind that the site uses. @see https://pagefind.app/docs/api/ */
type Pagefind = {
  options(options: Record<string, unknown>): Promise<void>
  search(
    words: string,
    options: { filters: Record<string, string> },
  ): Promise<{ results: { score: number; data(): Promise<Data> }[] }>
}

type Data = {
  url: string
  excerpt: string
  meta: { title: string; genre?: string; famille?: string; forme?: string; numero?: string }
  sub_results: { title: string; url: string; excerpt: string }[]
}

/** A page that holds the words, and its best passage; `passage` is HTML with the words in `<mark>`. */
export type Found = {
  titre: string
  genre: string
  famille: string | undefined
  forme: string | undefined
  section: string | null
  adresse: string
  passage: string
}

/** Results in order, each read when it is asked for. */
export type Results = { count: number; read(from: number, to: number): Promise<Found[]> }

let loading: Promise<Pagefind> | undefined

/** Fetches the search and its index once. @throws when they cannot be had */
async function load(): Promise<Pagefind> {
  const address = `${import.meta.env.BASE_URL}pagefind/pagefind.js`
  const pagefind: Pagefind = await import(/* @vite-ignore */ address)
  await pagefind.options({ excerptLength: 26, baseUrl: import.meta.env.BASE_URL })
  return pagefind
}

/** The pages that hold `words`, best first. @param famille id of a family to keep to */
export async function find(words: string, famille: string | null): Promise<Results> {
  loading ??= load()
  const pagefind = await loading.catch(error => {
    loading = undefined // another try may find the network again
    throw error
  })
  const filters: Record<string, string> = famille ? { famille } : {}
  const answers = await Promise.all(spellings(words).map(spelling => pagefind.search(spelling, { filters })))
  const [best] = answers.toSorted((a, b) => b.results.length - a.results.length)
  const results = best?.results ?? []
  return {
    count: results.length,
    read: (from, to) =>
      Promise.all(results.slice(from, to).map(async result => describe(await result.data(), words))),
  }
}

/** What readers type is written otherwise in the index: no elided article (« l’eau »), and « œ » where keyboards give « oe ». */
function spellings(words: string): string[] {
  const plain = words
    .replace(/(?<!\p{L})(?:[cdjlmnst]|(?:jus|lors|puis|quoi)?qu)['’](?=\p{L})/giu, ' ')
    .trim()
  return /oe/i.test(plain) ? [plain, plain.replace(/oe/gi, 'œ')] : [plain]
}

function describe({ url, excerpt, meta, sub_results }: Data, words: string): Found {
  // The page's own opening is the first of its parts.
  const sections = sub_results.filter(part => part.url !== url)
  const named = sections.find(({ title }) => fold(title).includes(fold(words)))
  const best = named ?? (sub_results[0]?.url === url ? undefined : sections[0])
  return {
    titre: curved(meta.title),
    genre: [meta.genre, meta.numero].filter(Boolean).join(' '),
    famille: meta.famille,
    forme: meta.forme,
    section: best ? curved(best.title) : null,
    adresse: best?.url ?? url,
    passage: curved(best?.excerpt ?? excerpt),
  }
}

/** The index has straight apostrophes; the site does not. */
const curved = (text: string) => text.replace(/'|&#39;|&#x27;/g, '’')

/** Without accents and case. */
const fold = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()

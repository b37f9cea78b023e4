import { addCopyButtons, offerSharing } from './copy.ts'
import { explainAcronyms } from './explain-acronyms.ts'
import { followReading, unfoldPlan } from './follow-reading.ts'
import { keepFamily } from './keep-family.ts'
import { keepOffline } from './keep-offline.ts'
import { offerSearch } from './offer-search.ts'

// The site reads whole without this script; it adds comforts.
addCopyButtons(document)
explainAcronyms(document)
followReading(document)
unfoldPlan(document)
offerSharing(document)
keepFamily(document)
offerSearch(document)
keepOffline(document)
// No other page asks for these.
const examples = document.querySelector<HTMLFormElement>('form.exemples-filtre')
if (examples)
  void import('./examples/index.ts').then(({ filterExamples }) => filterExamples(document, examples))
if (/☐/.test(document.querySelector('.corps')?.textContent ?? ''))
  void import('./tick-items.ts').then(({ tickItems }) => tickItems(document))
const composer = document.querySelector<HTMLFormElement>('form.composer')
if (composer) void import('./compose/index.ts').then(({ startComposing }) => startComposing(composer))

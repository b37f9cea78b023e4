import { addCopyButtons, offerSharing } from './copy.ts'
import { filterExamples } from './filter-examples.ts'
import { followOnMap, followReading, unfoldPlan } from './follow-reading.ts'
import { keepFamily } from './keep-family.ts'
import { keepOffline } from './keep-offline.ts'
import { offerSearch } from './offer-search.ts'

// The site reads whole without this script; it adds comforts.
addCopyButtons(document)
followReading(document)
unfoldPlan(document)
offerSharing(document)
keepFamily(document)
filterExamples(document)
followOnMap(document)
offerSearch(document)
keepOffline(document)
const composer = document.querySelector<HTMLFormElement>('form.composer')
// No other page asks for it.
if (composer) void import('./compose/index.ts').then(({ startComposing }) => startComposing(composer))

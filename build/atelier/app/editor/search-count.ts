import { getSearchQuery, searchPanelOpen } from '@codemirror/search'
import { ViewPlugin, type ViewUpdate } from '@codemirror/view'
import { plural } from '../../../../src/problems/index.ts'
import { h } from '../dom.ts'

/** Says in the search panel how often the words stand in the text. */
export const searchCount = ViewPlugin.fromClass(
  class {
    readonly place = h('span.compte', { role: 'status' })
    update({ view, state }: ViewUpdate): void {
      if (!searchPanelOpen(state)) return
      const query = getSearchQuery(state)
      let count = 0
      if (query.search !== '' && query.valid)
        for (const cursor = query.getCursor(state); !cursor.next().done; ) count += 1
      const text = query.search === '' ? '' : count === 0 ? 'aucun passage' : plural(count, 'passage')
      if (this.place.textContent !== text) this.place.textContent = text
      // The panel is drawn after its state is there.
      const panel = view.dom.querySelector('.cm-search')
      if (panel && this.place.parentElement !== panel) panel.append(this.place)
    }
  },
)

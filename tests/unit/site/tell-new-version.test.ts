import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { tellNewVersion } from '../../../layouts/web/scripts/tell-new-version.ts'

/** An element, as far as the notice needs one. */
class Part {
  readonly children: Part[] = []
  textContent = ''
  press = () => {}
  append(...parts: Part[]) {
    this.children.push(...parts)
  }
  setAttribute() {}
  addEventListener(_: 'click', press: () => void) {
    this.press = press
  }
}

const reload = vi.fn()
const postMessage = vi.fn()
const controller = new EventTarget()
beforeEach(() => {
  vi.stubGlobal('location', { reload })
  vi.stubGlobal('navigator', { serviceWorker: controller })
  vi.stubGlobal('requestAnimationFrame', (draw: () => void) => draw())
})
afterEach(() => {
  vi.unstubAllGlobals()
  vi.clearAllMocks()
})

/** Tells of a new version, and presses « Afficher ». */
function show(state: ServiceWorkerState): void {
  const body = new Part()
  const page = { body, querySelector: () => null, createElement: () => new Part() }
  tellNewVersion(page as unknown as Document, { state, postMessage } as unknown as ServiceWorker)
  const [notice] = body.children
  notice?.children.find(({ textContent }) => textContent === 'Afficher')?.press()
}

test('a new version that waits is asked to follow, and the page is loaded again once it has', () => {
  show('installed')
  expect(postMessage).toHaveBeenCalledExactlyOnceWith('prendre-la-suite')
  expect(reload).not.toHaveBeenCalled()
  controller.dispatchEvent(new Event('controllerchange'))
  expect(reload).toHaveBeenCalledOnce()
})

test.each(['activating', 'activated', 'redundant'] as const)(
  'a new version that another tab has shown is shown at once (%s)',
  state => {
    show(state)
    expect(reload).toHaveBeenCalledOnce()
  },
)

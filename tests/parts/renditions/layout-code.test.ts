import { beforeEach, describe, expect, test, vi } from 'vitest'
import type { LayoutCompiler } from '../../../build/pages/layout-code.ts'

/** A compiler that tells how often it was asked. */
function counting(): LayoutCompiler & { asked: number } {
  return {
    asked: 0,
    compile(text, asyncFilters, extensions, name, options) {
      this.asked++
      return JSON.stringify([text, asyncFilters, extensions.length, name, options])
    },
  }
}

/** As another process would find it. */
const load = () => {
  vi.resetModules()
  return import('../../../build/pages/layout-code.ts')
}
let code: Awaited<ReturnType<typeof load>>
beforeEach(async () => {
  code = await load()
})

const layout = ['{{ titre }}', ['wait'], [{ __name: 'setAsync' }], 'web/fiche.njk', { dev: true }] as const

describe('the code of layouts', () => {
  test('is made once for one text, in every environment', () => {
    const nunjucks = counting()
    code.shareLayoutCode(nunjucks)
    code.shareLayoutCode(nunjucks)
    const first = nunjucks.compile(...layout)
    expect(nunjucks.compile(...layout)).toBe(first)
    expect(nunjucks.asked).toBe(1)
  })

  test.each([
    ['its text', 0, '{{ titre }}.'],
    ['its name', 3, 'print/fiche.njk'],
  ])('is made anew for another one: %s', (_, place, value) => {
    const nunjucks = counting()
    code.shareLayoutCode(nunjucks)
    const first = nunjucks.compile(...layout)
    const other = [...layout] as unknown as Parameters<LayoutCompiler['compile']>
    other[place] = value as never
    nunjucks.compile(...other)
    expect(nunjucks.asked).toBe(2)
    expect(nunjucks.compile(...layout)).toBe(first)
  })

  test('serves the runs of Eleventy, and an edited layout is seen', async () => {
    const { default: Eleventy } = await import('@11ty/eleventy')
    const asked = vi.fn()
    const render = async (text: string) => {
      const eleventy = new Eleventy('tests/fixtures/lanceur', 'dist/essai', {
        configPath: null,
        quietMode: true,
        config(config) {
          config.setUseTemplateCache(false)
          config.setTemplateFormats(['njk'])
          config.on('eleventy.engine.njk', ({ nunjucks: { compiler } }) => {
            if (asked.mock.calls.length === 0) {
              const { compile } = compiler
              compiler.compile = (...given) => {
                asked(...given)
                return compile(...given)
              }
            }
            code.shareLayoutCode(compiler)
          })
          config.addTemplate('page.njk', text)
        },
      })
      eleventy.disableLogger()
      return (await eleventy.toJSON()).map(({ content }) => content)
    }
    expect(await render('{{ 1 + 1 }}')).toEqual(['2'])
    expect(await render('{{ 1 + 1 }}')).toEqual(['2'])
    expect(asked).toHaveBeenCalledTimes(1)
    expect(await render('{{ 1 + 2 }}')).toEqual(['3'])
    expect(asked).toHaveBeenCalledTimes(2)
  })
})

import { afterEach, describe, expect, test, vi } from 'vitest'
import { runCommand, UsageError } from '../../../scripts/command.ts'
import command, { parse, run } from '../../../scripts/commands/check.ts'
import { faultOf } from './auteurs.ts'
import { editKit } from './edit-kit.ts'

describe('parse', () => {
  test('par défaut, le dossier fiches, en texte', () => {
    expect(parse([])).toEqual({ fiches: 'fiches', format: 'texte' })
    expect(parse(['--fiches', 'autre', '--format=json'])).toEqual({ fiches: 'autre', format: 'json' })
  })

  test.each([
    [['--formt', 'json'], 'L’option « --formt » n’existe pas.'],
    [['fiches'], 'L’argument « fiches » est en trop.'],
    [['--fiches'], 'L’option « --fiches » attend une valeur, ou n’en prend pas.'],
    [['--format', 'xml'], '--format : « xml » n’existe pas. Écrire : texte, json ou github.'],
  ])('%j', (args, message) => {
    expect(() => parse(args)).toThrow(UsageError)
    expect(() => parse(args)).toThrow(message)
    expect(() => parse(args)).toThrow('Usage : kit check')
  })
})

describe('run', () => {
  const log = vi.spyOn(console, 'log').mockReturnValue()
  afterEach(() => log.mockClear())

  test.each(['-h', '--help'])('%s explique la commande, quoi qu’on ait écrit d’autre', async help => {
    const context = { cwd: '/', env: {}, signal: new AbortController().signal }
    expect(await runCommand(command, ['fiches', help], context)).toBe(0)
    expect(log).toHaveBeenCalledExactlyOnceWith(expect.stringContaining('Usage : kit check'))
  })

  test.each([
    [null, 0, /^Aucun problème\.$/],
    ['site-sans-url', 0, /\n1 avertissement \(1 à régler/],
    ['famille-inconnue', 1, /\n1 erreur\.$/],
  ])('%s : code %i', async (fault, code, output) => {
    await using kit = await editKit(null, fault === null ? '' : faultOf(fault))
    expect(await run({ fiches: 'fiches', format: 'texte' }, { cwd: `${kit.dir}/..` })).toBe(code)
    expect(log.mock.lastCall?.[0]).toMatch(output)
  })

  test('les lieux commencent par le dossier tel qu’il a été écrit', async () => {
    await using kit = await editKit(null, faultOf('famille-inconnue'))
    await run({ fiches: './../fiches/', format: 'json' }, { cwd: kit.dir })
    const [first] = JSON.parse(String(log.mock.lastCall?.[0])) as { place: { file: string } }[]
    expect(first?.place.file).toBe('../fiches/leviers/02-achats.md')
  })

  test('une forge attend des chemins relatifs à son dépôt', async () => {
    await using kit = await editKit(null, faultOf('famille-inconnue'))
    await run({ fiches: kit.dir, format: 'github' }, { cwd: `${kit.dir}/..` })
    expect(log.mock.lastCall?.[0]).toMatch(/^::error file=fiches\/leviers\/02-achats\.md,/)
  })
})

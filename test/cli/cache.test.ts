import {spawn} from 'node:child_process'
import {once} from 'node:events'
import {cpSync, mkdirSync, readdirSync, readFileSync, renameSync, statSync, writeFileSync} from 'node:fs'
import path from 'node:path'
import fc from 'fast-check'
import {describe, expect, inject, test} from 'vitest'
import {openCache, usualLocation} from '../../cli/check/cache.ts'
import type {Subject} from '../../cli/check/check-file.ts'
import {formats} from '../../cli/check/request.ts'
import {localDate} from '../../cli/options.ts'
import type {Pack} from '../../src/engine/packs.ts'
import {defaultSettings} from '../../src/engine/settings.ts'
import {run, shell, shellWhereModesHold, shellWithDisk, utlys} from '../faults/world.ts'
import {git, inFolder} from '../init/folder.ts'
import {ad, inWorld} from './ads-of-each-kind.ts'

const words = ['check', 'ads', '--today', '2026-11-22']
const cached = ['--cache-location', 'cache']

/** The folder of today, unless it is midnight. */
const folder = path.join('cache', `utlys-${localDate(new Date())}`)
const entries = (): string[] => readdirSync(folder).map((name) => path.join(folder, name))
const times = (): [string, number][] => entries().map((file) => [file, statSync(file).mtimeMs])

describe('what is told is the same without a cache, with an empty one, and with a full one', () => {
  const files = formats.filter((format) => format !== 'terminal')
  test.each([
    ['every format', [...files.flatMap((format) => ['-f', `${format}:ut.${format}`]), '-f', 'terminal']],
    ['one ad a line', ['-f', 'jsonl', '-l', 'nn']],
    ['errors only, in English', ['-f', 'json', '-f', 'text:ut.text', '-q', '-l', 'en']],
    ['known findings', ['--baseline', 'kjent.json', '-f', 'json', '-f', 'text:ut.text']],
  ])('%s', (_name, more) => {
    inWorld()
    utlys(['check', 'ads/a.md', 'ads/d.json', '--write-baseline', 'kjent.json'])
    const outcome = (...given: string[]) => {
      const written = () => readdirSync('.').filter((name) => name.startsWith('ut.'))
      const told = utlys([...words, ...more, ...given])
      return {...told, files: written().map((name) => [name, readFileSync(name, 'utf8')])}
    }
    const plain = outcome()
    expect(plain.status).toBe(2)
    expect(outcome(...cached)).toEqual(plain)
    const before = times()
    expect(before.length).toBeGreaterThan(5)
    expect(outcome(...cached)).toEqual(plain)
    expect(times()).toEqual(before)
  })

  test('what is staged', () => {
    inWorld()
    for (const step of [['init'], ['add', '.']]) git(...step)
    writeFileSync('ads/a.md', 'Noe annet.\n')
    const outcome = (...given: string[]) => utlys(['check', 'ads', '--staged', '-f', 'json', ...given])
    const plain = outcome()
    expect(plain.out).toContain('"differsOnDisk": true')
    expect(outcome(...cached)).toEqual(plain)
    const before = times()
    expect(outcome(...cached)).toEqual(plain)
    expect(times()).toEqual(before)
  })

  test('an ad that is mended, and one on standard input', () => {
    const outcomes = [[], cached, cached].map((given) => {
      inWorld()
      const damaged = ad.replace('søker', 'sÃ¸ker')
      writeFileSync('ads/a.md', damaged)
      if (given.length > 0) utlys([...words, ...cached])
      const mended = utlys([...words, '--fix', '-f', 'json', ...given])
      const text = readFileSync('ads/a.md', 'utf8')
      expect(text).toBe(ad)
      const typed = utlys(['check', '-', '-f', 'json', ...given], {input: damaged})
      return {mended, again: utlys([...words, '-f', 'json', ...given]), typed}
    })
    expect(outcomes[1]).toEqual(outcomes[0])
    expect(outcomes[2]).toEqual(outcomes[0])
  })
})

/** What something is replaced by in a file. */
const replace = (file: string, from: string, to: string) => (): void => {
  const text = readFileSync(file, 'utf8')
  expect(text).toContain(from)
  writeFileSync(file, text.replace(from, to))
}

test.each<[string, () => void, string[]]>([
  ['a word of the ad', replace('ads/a.md', 'ung', 'rask'), []],
  ['the severity of a rule', replace('utlys.yml', 'unntak:', 'regler: {felt/lonn: feil}\nunntak:'), []],
  [
    'an option',
    replace('utlys.yml', 'unntak:', 'regler: {felt/frist-vindu: [feil, {minsteDager: 90}]}\nunntak:'),
    [],
  ],
  ['the reason of a waiver', replace('utlys.yml', 'avtales', 'drøftet'), []],
  ['the profile', replace('utlys.yml', 'kommune', 'privat'), []],
  ['a text of a pack', replace('storevik/ord.yml', 'står her', 'står der'), []],
  ['a word of a pack', replace('storevik/ord.yml', 'nb: ["[blid]"]', 'nb: ["[renholder]"]'), []],
  ['the reader', () => renameSync('ads/a.md', 'ads/a.txt'), []],
  ['a profile on the command line', () => {}, ['-p', 'utlysning=intern']],
  ['a field of the portal', () => {}, ['--felt', 'kontakt']],
  ['a pack on the command line', () => {}, ['--policy', 'nav']],
  ['the day', () => {}, ['--today', '2027-01-20']],
  ['the language', () => {}, ['--lang', 'nn']],
])('what is changed is seen: %s', (_name, change, more) => {
  inWorld()
  const outcome = (...given: string[]) => utlys([...words, '-f', 'json', ...given])
  const before = outcome(...cached)
  change()
  const after = outcome(...more, ...cached)
  expect(after).not.toEqual(before)
  expect(after).toEqual(outcome(...more))
})

test('another build of the same version uses nothing of what this one kept', () => {
  inWorld()
  utlys([...words, ...cached])
  const kept = entries()
  cpSync(path.dirname(inject('bundle')), 'other', {recursive: true})
  const code = readFileSync('other/cache.js', 'utf8')
  const other = code.replace(/(?<=[`'"])[0-9a-f]{64}(?=[`'"])/, '0'.repeat(64))
  expect(other).not.toBe(code)
  writeFileSync('other/cache.js', other)
  run([process.execPath, 'other/utlys.js', ...words, ...cached])
  expect(entries().length).toBe(2 * kept.length)
})

const spoil = (change: (bytes: Buffer, all: readonly Buffer[], i: number) => Buffer | string) => (): void => {
  const all = entries().map((file) => readFileSync(file))
  entries().forEach((file, i) => void writeFileSync(file, change(all[i]!, all, i)))
}

test.each<[string, () => void]>([
  ['empty', spoil(() => '')],
  ['cut', spoil((bytes) => bytes.subarray(0, bytes.length - 2))],
  ['with one letter changed', spoil((bytes) => bytes.toString().replace('warning', 'varning'))],
  ['with those of other files in their place', spoil((_bytes, all, i) => all.at(i - 1)!)],
  ['some other JSON', spoil(() => '{"__proto__": {"source": "", "files": []}}')],
  ['another kind of file', spoil(() => Buffer.from([0x1f, 0x8b, 0, 255, 10, 0]))],
])('entries that are %s count for nothing, and are written anew', (_name, damage) => {
  inWorld()
  const outcome = () => utlys([...words, '-f', 'json', ...cached])
  const plain = outcome()
  const whole = entries().map((file) => readFileSync(file, 'utf8'))
  damage()
  expect(outcome()).toEqual(plain)
  expect(entries().map((file) => readFileSync(file, 'utf8'))).toEqual(whole)
})

test('the folder is safe to delete, and only what is older than yesterday is cleared of what is ours', () => {
  inWorld()
  const days = [2, 1, 0].map((ago) => `utlys-${localDate(new Date(Date.now() - ago * 86_400_000))}`)
  for (const name of ['utlys-2020-01-01', ...days.slice(0, 2), 'utlys', '2020-01-01'])
    mkdirSync(path.join('cache', name), {recursive: true})
  writeFileSync('cache/utlys-2020-01-01/noe', '')
  utlys([...words, ...cached])
  expect(readdirSync('cache').toSorted()).toEqual(['2020-01-01', 'utlys', ...days.slice(1)].toSorted())
})

test('nobody else may read what is kept', () => {
  inWorld()
  utlys([...words, '--cache'], {env: {XDG_CACHE_HOME: path.resolve('mine')}})
  const kept = path.join('mine/utlys', path.basename(folder))
  expect(statSync(kept).mode & 0o777).toBe(0o700)
  const modes = readdirSync(kept).map((name) => statSync(path.join(kept, name)).mode & 0o777)
  expect(new Set(modes)).toEqual(new Set([0o600]))
})

test('several at once get what one gets, and leave whole entries', async () => {
  inWorld()
  const plain = utlys([...words, '-f', 'json'])
  const started = Array.from({length: 4}, async () => {
    const child = spawn(process.execPath, [inject('bundle'), ...words, '-f', 'json', ...cached], {
      stdio: ['ignore', 'pipe', 'ignore'],
    })
    let out = ''
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      out += text
    })
    const [status] = (await once(child, 'close')) as [number]
    return {out, status}
  })
  const {out, status} = plain
  for (const outcome of await Promise.all(started)) expect(outcome).toEqual({out, status})
  const before = times()
  expect(utlys([...words, '-f', 'json', ...cached])).toEqual(plain)
  expect(times()).toEqual(before)
})

describe('where nothing can be kept, all is checked, and it is said once', () => {
  const check = 'utlys check ad.md ad.txt -q --cache-location'
  const inTwo = () => inFolder({'ad.md': ad, 'ad.txt': ad})
  const said = (reason: string) =>
    expect.stringMatching(
      new RegExp(
        `^utlys: Får ikke tatt vare på funnene i \\S+ \\(${reason}\\)\\. Annonsene er sjekket likevel\\.\n$`,
      ),
    )

  test('a full disk', (context) => {
    inTwo()
    const fill = 'head -c 1000000 /dev/zero > fyll 2>/dev/null'
    const {err, out} = shellWithDisk(`${fill}; ${check} cache; echo "[$?]"; ls -A cache`, context)
    expect(err).toEqual(said('ENOSPC'))
    expect(out).toMatch(/2 filer: .*\n\[1\]\n/)
  })

  test('a read-only folder', (context) => {
    inTwo()
    const {err, out} = shellWhereModesHold(`mkdir -m 500 cache; ${check} cache; echo "[$?]"`, context)
    expect(err).toEqual(said('EACCES'))
    expect(out).toMatch(/2 filer: .*\n\[1\]\n/)
  })

  test('a file of that name', () => {
    inTwo()
    const {err, out} = shell(`${check} ad.md; echo "[$?]"`)
    expect(err).toEqual(said('EEXIST|ENOTDIR'))
    expect(out).toMatch(/2 filer: .*\n\[1\]\n/)
  })
})

test.each<[NodeJS.ProcessEnv, NodeJS.Platform, string]>([
  [{XDG_CACHE_HOME: '/mitt'}, 'linux', '/mitt/utlys'],
  [{XDG_CACHE_HOME: 'mitt'}, 'darwin', path.join(process.env.HOME ?? '', '.cache/utlys')],
  [{}, 'linux', path.join(process.env.HOME ?? '', '.cache/utlys')],
  [{LOCALAPPDATA: '/lokalt', XDG_CACHE_HOME: '/mitt'}, 'win32', '/lokalt/utlys/cache'],
  [{LOCALAPPDATA: '/lokalt'}, 'linux', path.join(process.env.HOME ?? '', '.cache/utlys')],
])('with %j on %s it is in %s', (env, platform, location) => {
  expect(usualLocation(env, platform)).toBe(location)
})

const text = fc.constantFrom('', 'a', 'b', '\0', '"', '.inf')
const number = fc.constantFrom(0, 1, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, Number.NaN)
const rule = fc.record({severity: fc.constantFrom('off', 'error'), options: fc.dictionary(text, number)})

/** Few values of each, so that two are often nearly the same. */
const subjects = fc.record({
  path: fc.constantFrom('a.md', 'a.txt', 'b/a.md'),
  isUnnamed: fc.boolean(),
  bytes: text.map((one) => new TextEncoder().encode(one)),
  today: fc.constantFrom('2026-11-22', '2026-11-23'),
  lang: fc.constantFrom('nb', 'nn', 'en'),
  settings: fc.record({
    profile: fc.dictionary(text, text),
    portal: fc.array(text, {maxLength: 1}),
    rules: fc.array(fc.tuple(text, rule), {maxLength: 2}).map((list) => new Map(list)),
    waivers: fc.array(fc.record({ruleId: text, reason: text}), {maxLength: 1}),
    templates: fc.dictionary(text, text),
    packs: fc.array(
      fc
        .record({id: text, title: text, rules: fc.array(rule, {maxLength: 1})})
        .chain((one) => fc.constantFrom(one, {...one, placeOf: () => undefined})),
      {maxLength: 1},
    ),
  }),
}) as unknown as fc.Arbitrary<Subject>

/** A pack that comes with the program is what its name says. */
const told = ({settings, bytes, ...subject}: Subject): string => {
  const packs = settings.packs.map((pack: Pack) => (pack.placeOf ? {...pack, placeOf: 'own'} : pack.id))
  const values = {...subject, ...settings, packs, rules: [...settings.rules], bytes: [...bytes]}
  return JSON.stringify(values, (_key, value) => (typeof value === 'number' ? `${value}!` : value))
}

test('property: what is remembered of a file is what was found in it, whatever else was checked', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(subjects, {minLength: 2, maxLength: 12}), async (list) => {
      inFolder()
      const cache = openCache('cache')
      for (const subject of [...list, ...list]) {
        const check = async () => ({source: told(subject), files: []})
        expect(await cache.remembered(subject, check)).toEqual(await check())
      }
      expect(cache.problem()).toBeUndefined()
    }),
    {numRuns: 60},
  )
})

test('what is remembered is not looked for again', async () => {
  inFolder()
  let checks = 0
  const subject = {
    ...{path: 'a.md', isUnnamed: false, bytes: new Uint8Array(), settings: defaultSettings},
    ...({today: '2026-11-22', lang: 'nb'} as const),
  }
  for (let i = 0; i < 3; i++) {
    await openCache('cache').remembered(subject, async () => {
      checks++
      return {source: '\ud800 æ', files: []}
    })
  }
  expect(checks).toBe(1)
})

import {writeFileSync} from 'node:fs'
import {expect, test} from 'vitest'
import {parse} from 'yaml'
import {configText} from '../../cli/init/config.ts'
import {globOf, plainSetup, portalFields, type Setup, valuesOf} from '../../cli/init/setup.ts'
import {languages} from '../../cli/texts.ts'
import {shapeProblems} from '../../src/config/problems.ts'
import {readConfig} from '../../src/config/read.ts'
import {inFolder} from './folder.ts'

/** Each value of a key, and none. */
const choicesOf = (key: string): Record<string, string>[] => [
  {},
  ...valuesOf(key).map((value) => ({[key]: value})),
]

const keys = ['arbeidsgivertype', 'tariffområde', 'sektor', 'målform']

const profiles = keys.reduce<Record<string, string>[]>(
  (all, key) => all.flatMap((one) => choicesOf(key).map((choice) => ({...one, ...choice}))),
  [{}],
)

test.each(languages)('every profile gives a valid configuration in %s', (lang) => {
  expect(profiles.length).toBe(9 * 6 * 7 * 4)
  for (const profile of profiles) {
    const config = parse(configText({...plainSetup, profile}, lang))
    expect(shapeProblems(config)).toEqual([])
    expect(config.profil ?? {}).toEqual(profile)
    expect(config.språk).toBe(lang === 'nb' ? undefined : lang)
  }
})

const folders = ['stillinger', '.', 'våre annonser', '[2026] {ny}', 'a"b', 'nei: #', '-', "d'or/*"]
const packs = [[], ['baerum'], ['nav'], ['nav', 'baerum']]
const portals = [[], ['frist'], portalFields]
const setups: Setup[] = folders.flatMap((folder) =>
  packs.flatMap((some) =>
    portals.map((portal) => ({...plainSetup, folder, glob: globOf(folder), packs: some, portal})),
  ),
)

test.each(languages)(
  'every folder, pack and field gives a configuration that is read in %s',
  async (lang) => {
    inFolder()
    for (const setup of setups) {
      writeFileSync('utlys.yml', configText(setup, lang))
      const {config, matches} = await readConfig('utlys.yml')
      const inside = setup.folder === '.' ? '' : `${setup.folder}/`
      expect(matches(config.filer as string[], `${inside}vår/annonse.md`)).toBe(true)
      expect(matches(config.filer as string[], `annet/${inside}x/../annonse.pdf`)).toBe(false)
      expect([config.policy ?? []].flat()).toEqual(setup.packs)
      expect(config.portal ?? []).toEqual(setup.portal)
    }
  },
)

test('a folder with a name that YAML would read otherwise is a pack as well', () => {
  for (const folder of ['nei', 'a: b', 'våre regler', '"x"']) {
    const config = parse(configText({...plainSetup, own: {folder}, packs: ['nav']}, 'nb'))
    expect(config.policy).toEqual(['nav', `./${folder}`])
  }
})

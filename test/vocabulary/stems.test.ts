import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {withPosts} from '../../src/fields/grammar/posts.ts'
import application from '../../src/vocabulary/application.yml'
import contact from '../../src/vocabulary/contact.yml'
import deadline from '../../src/vocabulary/deadline.yml'
import forms from '../../src/vocabulary/employment-forms.yml'
import extent from '../../src/vocabulary/extent.yml'
import titles from '../../src/vocabulary/job-titles.yml'
import {compile, inLowerCase} from '../../src/vocabulary/pattern.ts'
import pay from '../../src/vocabulary/pay.yml'
import pension from '../../src/vocabulary/pension.yml'
import reference from '../../src/vocabulary/reference.yml'
import start from '../../src/vocabulary/start.yml'
import {createStemSearch} from '../../src/vocabulary/stem-search.ts'
import stemData from '../../src/vocabulary/stems.yml'
import workingTime from '../../src/vocabulary/working-time.yml'
import workplaces from '../../src/vocabulary/workplaces.yml'

type Lists = Record<string, string[]>

const stems = stemData as Lists
const triggers = (titles as {triggers: Lists}).triggers
const {period, ...employment} = forms as Record<string, Lists>
const of = (data: unknown, ...names: string[]): string[] => names.flatMap((name) => (data as Lists)[name]!)

/** The expressions that a field reads in the sentences with a stem: one that fits a text must find it there. */
const readBehind: Lists = {
  frist: of(deadline, 'names', 'wordsBefore', 'application'),
  tiltredelse: of(start, 'names', 'wordsBefore', 'needed'),
  referanse: of(reference, 'names', 'marks'),
  ansettelsesform: Object.values(employment).flatMap((form) => withPosts(of(form, 'alone', 'prose'))),
  varighet: withPosts(period!.prose!),
  stillingsprosent: withPosts(of(extent, 'full', 'half', 'fullAlone', 'partAlone')),
  lønn: of(pay, 'firmPhrases', 'vaguePhrases'),
  søknadsmåte: of(application, 'apply'),
  arbeidssted: of(workplaces, 'stated').map((source) => source.replace('<is>', '')),
  land: of(workplaces, 'countries'),
  område: of(workplaces, 'weak', 'districts'),
  utlysning: of(workplaces, 'adverts'),
  institusjon: of(workplaces, 'units', 'unitHeads', 'unitTails'),
  stilling: of(triggers, 'post'),
  søker: of(triggers, 'seeks', 'sought'),
  tiltale: of(triggers, 'areYou').concat(of(triggers, 'asYou').map((source) => `${source} `)),
  subjekt: of(triggers, 'subjectVerbs').map((verb) => ` ${verb} `),
  kontakt: of(contact, 'cues'),
  pensjon: of(pension, 'words'),
  arbeidstid: of(workingTime, 'words'),
}

/** Without what an expression looks for around its match. */
const withoutLookaround = (source: string): string => {
  const at = /\(\?<?[=!]/.exec(source)?.index
  if (at === undefined) return source
  let depth = 0
  let end = at
  do {
    const part = partAt(source, end)
    if (part === '(') depth++
    if (part === ')') depth--
    end += part.length
  } while (depth > 0)
  return withoutLookaround(source.slice(0, at) + source.slice(end))
}

/** An escape, a class or a letter. */
const partAt = (source: string, at: number): string =>
  /\\.|\[(?:\\.|[^\]])*\]|[\s\S]/y.exec(source.slice(at))![0]

describe('a text that an expression fits holds a stem of its list', () => {
  it.each(Object.entries(readBehind))('%s', (list, sources) => {
    const search = createStemSearch([stems[list]!])
    const holdsStem = (text: string): boolean => {
      let found = false
      search(inLowerCase(`${text} `), () => {
        found = true
      })
      return found
    }
    const missed: string[] = []
    for (const source of sources) {
      const texts = fc.sample(fc.stringMatching(compile(`^(?:${withoutLookaround(source)})$`)), {
        numRuns: 20,
        seed: 1,
      })
      const without = texts.find((text) => !holdsStem(text))
      if (without !== undefined) missed.push(`${source}: "${without}"`)
    }
    expect(missed.join('\n')).toBe('')
  })
})

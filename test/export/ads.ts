import {readdirSync, readFileSync} from 'node:fs'
import {fileURLToPath} from 'node:url'
import {parse} from 'yaml'
import {judgeAnswers} from '../../cli/new/answers.ts'
import {compose} from '../../cli/new/draft.ts'
import {createJudge} from '../../cli/new/judge.ts'
import {type Inspection, inspectPosting} from '../../src/engine/check.ts'
import {defaultSettings} from '../../src/engine/settings.ts'
import type {Given} from '../../src/export/facts.ts'
import {exportFormats} from '../../src/export/formats.ts'
import {type Exported, exportAd} from '../../src/export/index.ts'
import {readPosting} from '../../src/posting/read.ts'

export const today = '2026-11-21'

const inRoot = (name: string): string => fileURLToPath(new URL(`../../${name}`, import.meta.url))

/** The example ads that are ready, as they are in `test/annonser`. */
export const exampleAds: readonly (readonly [name: string, text: string])[] = [
  'byggesak.md',
  'gruppesekretaer.txt',
  'heimetenesta.md',
].map((name) => [name, readFileSync(inRoot(`test/annonser/${name}`), 'utf8')])

/** The files of answers that `utlys new` writes drafts from. */
export const answerFiles: readonly string[] = readdirSync(inRoot('test/new/answers'))

export const draftFrom = async (file: string): Promise<string> => {
  const judge = createJudge({settings: defaultSettings, today, lang: 'nb'})
  const answers = parse(readFileSync(inRoot(`test/new/answers/${file}`), 'utf8'))
  return compose(await judgeAnswers(answers, {}, {path: file, judge, settings: defaultSettings, lang: 'nb'}))
}

export const inspect = async (name: string, text: string): Promise<Inspection> =>
  inspectPosting(await readPosting(name, Buffer.from(text)), defaultSettings, {today, lang: 'nb'})

/** What no text of an ad holds. */
export const beside: Given = {
  referanse: '2026/118',
  arbeidsgiveradresse: 'Rådhusgata 2, 9999 Lillevik',
}

export const formatNamed = (name: string) => exportFormats.find((format) => format.name === name)!

export const exportTo = async (
  target: string,
  text: string,
  given: Given = beside,
  name = 'annonse.md',
): Promise<Exported> => exportAd(await inspect(name, text), formatNamed(target), given)

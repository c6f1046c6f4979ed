import {existsSync, readdirSync, readFileSync} from 'node:fs'
import {describe, expect, test} from 'vitest'
import {checkPosting} from '../../src/engine/check.ts'
import {defaultSettings} from '../../src/engine/settings.ts'
import {readPosting} from '../../src/posting/read.ts'
import type {Finding} from '../../src/report/types.ts'

/** Real ads lie outside the project; without them these tests are skipped. */
const shared = new URL('../../../shared/', import.meta.url)
const ads = new URL('ads/plain/', shared)
const seeds = new URL('seeds/', shared)
const present = existsSync(ads) && existsSync(seeds)

interface Flag {
  words: string
  level: 'feil' | 'advarsel' | 'råd'
}
const severities = {feil: 'error', advarsel: 'warning', råd: 'info'}
const labels: Record<string, {flags?: Flag[]}> = present
  ? JSON.parse(readFileSync(new URL('ads/labels.json', shared), 'utf8'))
  : {}
const flagged = Object.entries(labels).flatMap(([ad, {flags = []}]) => flags.map((flag) => ({ad, ...flag})))

/** Rules about what is recognised in the ad as a whole, not about its wording. */
const wholeAd = [
  'lov/offentlig-sokerliste',
  'lov/aremal',
  'lov/politisk-unntak',
  'lov/deltid',
  'lov/intern-utlysning',
  'lov/midlertidig-grunnlag',
  'lov/provetid',
  'lov/rekrutteringsbyra',
]

interface Checked {
  source: string
  findings: Finding[]
}

const checkAd = async (folder: URL, name: string): Promise<Checked> => {
  const posting = await readPosting(name, readFileSync(new URL(name, folder)))
  const {findings} = await checkPosting(posting, defaultSettings, {today: '2019-01-01', lang: 'nb'})
  return {source: posting.source, findings}
}

const wordingOf = async (folder: URL, name: string): Promise<Checked> => {
  const {source, findings} = await checkAd(folder, name)
  const ofWording = findings.filter(
    ({ruleId}) => /^(?:inkludering|lov|sprak)\//.test(ruleId) && !wholeAd.includes(ruleId),
  )
  return {source, findings: ofWording}
}

const isGrave = ({severity}: Finding): boolean => severity !== 'info'

describe.skipIf(!present)('real ads', () => {
  test.each(flagged)('$ad: what a careful reader would take up, and how gravely: $level', async (flag) => {
    const {source, findings} = await wordingOf(ads, `${flag.ad}.md`)
    const start = source.replaceAll('\u00A0', ' ').indexOf(flag.words)
    expect(start).toBeGreaterThanOrEqual(0)
    const there = findings.filter(
      ({place}) => place && place.start.offset < start + flag.words.length && place.end.offset > start,
    )
    expect(there.map(({severity}) => severity)).toContain(severities[flag.level])
  })

  test('few of them have a finding graver than advice, and each of those was judged right', async () => {
    const names = readdirSync(ads)
    const grave = await Promise.all(
      names.map(async (name) =>
        (await wordingOf(ads, name)).findings.some(isGrave) ? [name.slice(0, 3)] : [],
      ),
    )
    expect(grave.flat()).toEqual(['020', '024', '040', '063', '071', '095', '097', '100', '109', '142'])
  })

  test.each([
    ['lov/deltid', ['001', '030', '036', '067', '071', '109', '116', '119']],
    ['lov/intern-utlysning', []],
    ['lov/midlertidig-grunnlag', []],
    ['lov/provetid', []],
    ['lov/rekrutteringsbyra', ['061']],
    ['avtale/tariffomrade', []],
  ])('%s is found in those that were judged right', async (ruleId, names) => {
    const found = await Promise.all(
      readdirSync(ads).map(async (name) => {
        const {findings} = await checkAd(ads, name)
        return findings.some((finding) => finding.ruleId === ruleId && isGrave(finding))
          ? [name.slice(0, 3)]
          : []
      }),
    )
    expect(found.flat()).toEqual(names)
  })

  test.each(present ? readdirSync(seeds).filter((name) => /^00[0-3].*\.txt$/.test(name)) : [])(
    '%s has no wording graver than advice',
    async (name) => {
      expect((await wordingOf(seeds, name)).findings.filter(isGrave)).toEqual([])
    },
  )
})

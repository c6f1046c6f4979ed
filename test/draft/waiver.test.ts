import {describe, expect, it, test} from 'vitest'
import {applyEdit} from '../../src/draft/edit.ts'
import {type Decision, waiverEdit} from '../../src/draft/waiver.ts'
import type {Finding} from '../../src/report/types.ts'
import {ads} from './ads.ts'
import {checkDraft, today} from './check.ts'

const waived = (source: string, finding: Finding, decision: Decision): string =>
  applyEdit(source, waiverEdit(source, finding, decision))

const firstOf = async (source: string, ruleId: string): Promise<Finding> => {
  const finding = (await checkDraft(source, 'annonse.md', {}, 'ad')).findings.find(
    (one) => one.ruleId === ruleId,
  )
  expect(finding, ruleId).toBeDefined()
  return finding!
}

test('a waiver stands at the end of the line of the words', async () => {
  const source = 'Vi søker en sykepleier.\r\n\r\nDu må tåle høyt tempo.  \r\nDu liker folk.\r\n'
  const finding = await firstOf(source, 'inkludering/tempo')
  expect(waived(source, finding, {reason: 'Akuttmottak'})).toBe(
    'Vi søker en sykepleier.\r\n\r\nDu må tåle høyt tempo. <!-- utlys-ignorer inkludering/tempo: Akuttmottak -->  \r\nDu liker folk.\r\n',
  )
})

test('a waiver of something that is missing stands at the end of the draft', async () => {
  const source = 'Vi søker en sykepleier til Lillevik sykehjem.\n\n## Arbeidsoppgaver\n\n- stell\n'
  const finding = await firstOf(source, 'felt/frist')
  const decision = {reason: 'Står i portalen', by: 'personalsjefen', until: '2027-01-31'}
  expect(waived(source, finding, decision)).toBe(
    'Vi søker en sykepleier til Lillevik sykehjem.\n\n## Arbeidsoppgaver\n\n- stell\n\n<!-- utlys-ignorer felt/frist: Står i portalen (av: personalsjefen, til: 2027-01-31) -->\n',
  )
})

describe('a reason cannot end its comment', () => {
  it.each(['--> <script>', '-->', '--->', 'to\nlinjer', '--!>', '->-->'])('%j', async (reason) => {
    const source = 'Vi søker en sykepleier.\n\nDu må tåle høyt tempo.\n'
    const finding = await firstOf(source, 'inkludering/tempo')
    const after = waived(source, finding, {reason})
    expect(after.split('-->')).toHaveLength(2)
    expect(after.split('\n')).toHaveLength(source.split('\n').length)
  })
})

/** Each finding by its rule, its message and its words without comments. */
const namesOf = (findings: readonly Finding[]): string[] =>
  findings
    .map(({ruleId, messageId, actual = ''}) => {
      const words = actual
        .replace(/<!--.*?-->/g, '')
        .replace(/\s+/g, ' ')
        .trim()
      return `${ruleId} ${messageId} ${words}`
    })
    .toSorted()

test.each(ads)('each finding in %s can be waived, and the others stay as they were', async (name, source) => {
  const {findings} = await checkDraft(source, name)
  for (const finding of findings) {
    const after = await checkDraft(waived(source, finding, {reason: 'avtalt', until: today}), name)
    const own = after.findings.filter(({ruleId}) => ruleId === finding.ruleId)
    expect(
      own.some(({waiver}) => waiver?.reason === 'avtalt'),
      finding.ruleId,
    ).toBe(true)
    expect(namesOf(after.findings), finding.ruleId).toEqual(namesOf(findings))
  }
})

import {expect, test} from 'vitest'
import {applyEdit} from '../../src/draft/edit.ts'
import {proposalsOf} from '../../src/draft/proposals.ts'
import type {Finding} from '../../src/report/types.ts'
import {ads} from './ads.ts'
import {checkDraft} from './check.ts'

/** What a person might write instead of a proposed line with blanks. */
const answers: Readonly<Record<string, string>> = {
  'felt/frist': 'Søknadsfrist: 14. januar 2027',
  'felt/kontakt': 'Kontaktperson: Solveig Myrland, enhetsleder, telefon 400 00 012, solveig@lillevik.example',
  'felt/lonn': 'Lønn: 520 000–580 000 kroner i året',
  'felt/tiltredelse': 'Tiltredelse: 1. mars 2027',
  'felt/stillingsprosent': 'Stillingsprosent: 100 %',
  'felt/stillingstittel': 'Stillingstittel: Sykepleier',
  'felt/ansettelsesform': 'Ansettelsesform: fast',
  'felt/arbeidsgiver': 'Arbeidsgiver: Lillevik kommune',
  'felt/arbeidssted': 'Arbeidssted: Strandgata 1, 9999 Lillevik',
  'felt/arbeidstid': 'Arbeidstid: turnus med helg hver tredje uke',
  'felt/pensjon': 'Pensjon: KLP',
  'felt/soknadsmate': 'Send søknaden via https://lillevik.example/ledige-stillinger.',
}

/** … or into the blanks of a longer text. */
const words: Readonly<Record<string, string>> = {
  'felt/arbeidsoppgaver': 'veilede innbyggere om byggesaker',
  'felt/kvalifikasjoner': 'autorisasjon som sykepleier',
  'lov/personvern': 'https://lillevik.example/personvern',
}

const filled = (text: string, ruleId: string): string => {
  const [start = ''] = /^\s*(?:[-*•–]\s+)?/.exec(text) ?? []
  const answer = answers[ruleId]
  return answer ? start + answer : text.replace(/\[[^\]]*\]/g, words[ruleId] ?? '')
}

const isMissing = ({messageId}: Finding): boolean => messageId === 'mangler'

test.each(ads)(
  'what %s lacks is no longer missed when it is put in where it is proposed',
  async (name, source) => {
    const {findings} = await checkDraft(source, name)
    for (const finding of findings.filter(isMissing)) {
      const [proposal] = proposalsOf(finding)
      if (!proposal) continue
      const text = filled(proposal.edit.text, finding.ruleId)
      const after = await checkDraft(applyEdit(source, {...proposal.edit, text}), name)
      const still = after.findings.filter(isMissing).map(({ruleId}) => ruleId)
      expect(still, text).not.toContain(finding.ruleId)
    }
  },
)

test.each([
  ['of Windows', '\r\n'],
  ['of old Macs', '\r'],
])('what is put in has the line ends of the draft, those %s too', async (_, newline) => {
  const source = '# Kokk\n\nVi lager mat.\n\n- Arbeidssted: Lillevik\n\nArbeidsgiver: Lillevik kommune\n'
  const {findings} = await checkDraft(source.replaceAll('\n', newline), 'annonse.md', {}, 'ad')
  const texts = findings.flatMap(proposalsOf).map(({edit}) => edit.text)
  expect(texts.length).toBeGreaterThan(5)
  for (const text of texts) expect(text.replaceAll(newline, '')).not.toMatch(/[\r\n]/)
})

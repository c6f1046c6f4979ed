import {describe, expect, test} from 'vitest'
import {recogniseText} from './recognise.ts'

const statements = async (text: string) => recogniseText(text, {field: 'mangfoldserklæring'})

describe('a statement is found with its words and the grounds it names', () => {
  test.each<[form: string, text: string, grounds: string[]]>([
    [
      'everyone is invited regardless of grounds',
      'Vi oppfordrer alle kvalifiserte til å søke, uansett alder, kjønn og etnisitet.',
      ['alder', 'kjønn', 'etnisitet'],
    ],
    [
      'nynorsk',
      'Vi oppmodar alle kvalifiserte til å søkje, utan omsyn til funksjonsevne, livssyn eller alder.',
      ['funksjonsevne', 'livssyn', 'alder'],
    ],
    [
      'English',
      'We encourage all qualified candidates to apply, regardless of gender identity, religion or disability.',
      ['kjønnsidentitet', 'religion', 'funksjonsevne'],
    ],
    [
      'applicants regardless of grounds, without an invitation',
      'Kvalifiserte søkere vurderes uavhengig av kjønn og seksuell orientering.',
      ['kjønn', 'seksuell orientering'],
    ],
    [
      'the policy grounds of working life',
      'Vi vil ha medarbeidere uavhengig av politisk syn og medlemskap i fagforening.',
      ['politisk syn', 'fagforening'],
    ],
    ['a staff that mirrors the population', 'Lillevik kommune ønsker å gjenspeile befolkningen.', []],
    ['nynorsk: spegle', 'Vi har som mål å spegle mangfaldet i befolkninga.', []],
    ['diversity is wished for', 'Vi ønsker mangfold og flere perspektiver.', []],
    ['diversity is a strength', 'Vi mener at mangfold er en styrke.', []],
    ['English: diversity is valued', 'We value diversity in our teams.', []],
    ['colleagues of different backgrounds', 'Vi vil ha kolleger med ulik bakgrunn og livserfaring.', []],
    ['a workplace of diversity', 'Arbeidsplassen vår skal preges av mangfold.', []],
    ['a diverse organisation is the goal', 'Vi ønsker å være en mangfoldig organisasjon.', []],
    ['all the qualified are welcome', 'Alle kvalifiserte søkere er velkomne til å søke stillingen.', []],
  ])('%s', async (_form, text, grounds) => {
    expect(await statements(text)).toEqual([{grunnlag: grounds, text}])
  })

  test('kjønnsidentitet alone is not kjønn', async () => {
    const found = await statements('Alle kvalifiserte oppfordres til å søke, uavhengig av kjønnsidentitet.')
    expect(found[0]?.grunnlag).toEqual(['kjønnsidentitet'])
  })

  test('those invited because they are few are no list of grounds', async () => {
    const text = 'Vi oppfordrer søkere med funksjonsnedsettelse eller hull i CV-en til å søke.'
    expect(await statements(text)).toEqual([{grunnlag: [], text}])
  })

  test('sentences beside each other are one statement', async () => {
    const text =
      'Vi ønsker å gjenspeile befolkningen. Vi er en liten stab. Alle kvalifiserte oppfordres til å søke, uansett alder.'
    expect(await statements(`Om oss står det mye.\n\n${text} Velkommen innom.`)).toEqual([
      {grunnlag: ['alder'], text},
    ])
  })
})

describe('false friends are silent', () => {
  test.each([
    'Lillevik er en mangfoldig bydel med ungt folk.',
    'Bydelen er preget av mangfold og vekst.',
    'Du får mangfoldige oppgaver i et lite team.',
    'Vi er opptatt av biologisk mangfold.',
    'Vi ønsker et mangfold av aktiviteter for de eldre.',
    'Arbeidsgiver: Integrerings- og mangfoldsdirektoratet',
    'Du har en tydelig og inkluderende lederstil.',
    'Skolane i Lillevik har eit inkluderande læringsmiljø.',
    'Dette inkluderer ansvar for budsjettet.',
    'A supportive and inclusive work environment.',
    'Menn oppfordres til å søke.',
    'Studenter som ønsker deltidsjobb, oppfordres også til å søke.',
    'Barna får et godt tilbud uavhengig av kjønn og funksjonsevne.',
    'Du tilpasser budskapet til personer med ulik bakgrunn.',
    'Du er ufaglært og velkommen til å søke.',
    'Du har et inkluderende vesen og liker mangfoldige oppgaver.',
  ])('%s', async (text) => {
    expect(await statements(text)).toEqual([])
  })

  test('a task in a list is no statement', async () => {
    const ad = 'Arbeidsoppgaver\n• Rekruttere medarbeidere uavhengig av alder og kjønn\n• Føre tilsyn\n'
    expect(await statements(ad)).toEqual([])
  })
})

describe('where a diversity statement may stand', () => {
  const statement = 'Vi ønsker mangfold og oppfordrer alle til å søke'
  test.each([
    ['a paragraph', `${statement}.`, [`${statement}.`]],
    ['an item', `- ${statement}\n`, [statement]],
    ['a paragraph under the duties', `## Arbeidsoppgaver\n\n${statement}.`, [`${statement}.`]],
    ['but no duty', `## Arbeidsoppgaver\n\n- ${statement}\n`, []],
    ['no demand', `## Kvalifikasjoner\n\n- ${statement}\n`, []],
    ['no heading', `# ${statement}\n\nVi lager mat.`, []],
    ['no quotation', `> ${statement}.`, []],
  ])('%s', async (_where, text, expected) => {
    const found = await recogniseText(text, {field: 'mangfoldserklæring', path: 'draft.md'})
    expect(found.map((one) => one.text)).toEqual(expected)
  })
})

import path from 'node:path'
import {afterEach, describe, expect, test} from 'vitest'
import {reviewPullRequest} from '../../cli/action/review/index.ts'
import type {ReviewOutcome, ReviewRequest} from '../../cli/action/review/types.ts'
import {summarise} from '../../src/report/summary.ts'
import type {FileReport, Finding, Report, ReporterContext} from '../../src/report/types.ts'
import {contextOf, placeOf, report} from '../report/fixture.ts'
import {type File, GitHubStandIn, kari, type ReviewComment} from './github-api.ts'

const name = 'stillinger/renholder.md'
const ad = `# Renholder

Lillevik kommune søker renholder.
Du må være ung og sprek.
Du liker å jobbe i et hektisk miljø.

Søknadsfrist: 14. januar 2027
`

const sources = [
  {id: 'a', title: 'Arbeidsmiljøloven § 13-1', url: 'https://lovdata.no/lov/2005-06-17-62/§13-1'},
]

/** A finding on words of an ad, with a safe fix where there is one. */
const finding = (ruleId: string, words: string, source: string, fix?: string): Finding => {
  const place = placeOf(words, source)
  const {start, end} = place
  return {
    ruleId,
    severity: 'warning',
    messageId: 'funn',
    message: `«${words}» kan stenge noen ute.`,
    place,
    actual: words,
    sources,
    ...(fix !== undefined && {expected: [fix], fix: {range: [start.offset, end.offset], text: fix}}),
  }
}

const age = (source: string): Finding => finding('inkludering/alder', 'ung og sprek', source, 'i god form')
const tempo = (source: string): Finding => finding('inkludering/tempo', 'hektisk', source)
const missing: Finding = {
  ruleId: 'felt/kontakt',
  severity: 'error',
  messageId: 'funn',
  message: 'Annonsen sier ikke hvem søkeren kan spørre.',
  sources: [],
}

interface Checked extends Partial<FileReport> {
  source: string
  findings: Finding[]
}

const reportOn = (files: Readonly<Record<string, Checked>>): {report: Report; context: ReporterContext} => {
  const reports = Object.entries(files).map(([file, {source: _source, ...more}]): FileReport => {
    return {path: file, language: 'nb', profile: {}, portal: [], fields: {}, missing: [], ...more}
  })
  const texts = Object.entries(files).map(([file, {source}]) => [file, source] as const)
  return {
    report: {...report, files: reports, waivers: [], summary: summarise(reports)},
    context: contextOf({sources: new Map(texts)}),
  }
}

let api: GitHubStandIn
afterEach(() => api.close())

/** A pull request that adds these ads. */
const openPull = async (files: Readonly<Record<string, string>>): Promise<void> => {
  api = await GitHubStandIn.start(added(files))
}

const added = (files: Readonly<Record<string, string>>): File[] =>
  Object.entries(files).map(([file, after]) => ({path: file, after}))

const review = (
  files: Readonly<Record<string, Checked>>,
  changes: Partial<ReviewRequest> = {},
): Promise<ReviewOutcome> =>
  reviewPullRequest({
    ...reportOn(files),
    ...{repository: api.repository, pullNumber: api.pullNumber, headSha: api.headSha},
    ...{root: path.resolve('.'), apiUrl: api.url, token: api.token, isWhole: true},
    runUrl: 'https://github.example/lillevik/stillinger/actions/runs/1',
    ...changes,
  })

/** The comments as a reader sees them, without what is hidden. */
const shown = (): string[] =>
  api.comments.map(({path: file, startLine, line, body}) => {
    const lines = line === null ? 'outdated' : startLine === null ? line : `${startLine}-${line}`
    return `${file}:${lines} ${visible(body).split('\n')[0]}`
  })

const visible = (body: string): string => body.replace(/\n\n<!-- utlys:[\w:]+ \w+ -->$/, '')

const writes = (): string[] => api.requests.filter((one) => !one.startsWith('GET '))

const withBoth: Checked = {source: ad, findings: [age(ad), tempo(ad)]}

describe('the first push', () => {
  test('one review, with a comment beside each finding and a suggestion where there is a safe fix', async () => {
    await openPull({[name]: ad})
    const outcome = await review({[name]: withBoth})
    expect(outcome.explanation).toBe('Kommentarer i pull-forespørselen: 2 nye.')
    expect(outcome.state).toBe('reviewed')
    expect(outcome.url).toContain('#pullrequestreview-')
    expect(outcome.commented.size).toBe(2)
    expect(writes()).toEqual(['POST pulls/create-review'])
    expect(shown()).toEqual([
      `${name}:4 **Advarsel: Krav eller ønske om alder (inkludering/alder)**`,
      `${name}:5 **Advarsel: Krav om tempo og kapasitet (inkludering/tempo)**`,
    ])
    expect(visible(api.comments[0]!.body)).toMatchInlineSnapshot(`
      "**Advarsel: Krav eller ønske om alder (inkludering/alder)**

      «ung og sprek» kan stenge noen ute.

      Arbeidsmiljøloven kapittel 13 verner mot forskjellsbehandling på grunn av alder, og det gjelder også utlysningen. Ord som «ung» eller «ungdommelig» sier hvem dere ser for dere, og andre lar være å søke.

      Forslag:

      \`\`\`suggestion
      Du må være i god form.
      \`\`\`

      Kilde: [Arbeidsmiljøloven § 13-1](https://lovdata.no/lov/2005-06-17-62/%C2%A713-1)"
    `)
    expect(visible(api.reviews[0]!.body)).toMatchInlineSnapshot(`
      "utlys har dette å si om stillingsannonsene: 2 advarsler.

      [Hele rapporten](https://github.example/lillevik/stillinger/actions/runs/1)

      En rapport uten funn er ingen juridisk godkjenning av annonsen."
    `)
  })

  test('what is missing stands at the first line that is changed', async () => {
    await openPull({[name]: ad})
    await review({[name]: {source: ad, findings: [missing]}})
    expect(shown()).toEqual([`${name}:1 **Feil: Kontaktperson (felt/kontakt)**`])
  })

  test('only lines that are changed get comments, and what else there is is counted', async () => {
    api = await GitHubStandIn.start([
      {path: name, before: ad.replace('hektisk', 'travelt'), after: ad},
      {path: 'README.md', after: 'Hei\n'},
    ])
    const outcome = await review({[name]: withBoth})
    expect(shown()).toEqual([`${name}:5 **Advarsel: Krav om tempo og kapasitet (inkludering/tempo)**`])
    expect(outcome.explanation).toBe(
      'Kommentarer i pull-forespørselen: 1 ny, 1 advarsel står bare i rapporten.',
    )
    expect(api.reviews[0]!.body).toContain('Dette står ikke ved linjene, bare i rapporten: 1 advarsel.')
  })

  test('lines that are other than GitHub has them get no comments: the check may be of a merge', async () => {
    await openPull({[name]: ad})
    const merged = `# Overskrift fra en annen\n${ad}`
    const outcome = await review({[name]: {source: merged, findings: [age(merged)]}})
    expect(api.comments).toEqual([])
    expect(outcome.explanation).toBe(
      'Det er ingenting å kommentere på linjene som pull-forespørselen endrer.',
    )
  })

  test('repeats of a rule in a file are one comment', async () => {
    const source = `${ad}Vi er unge.\nVi er også ung og sprek.\n`
    const findings = [age(source), finding('inkludering/alder', 'unge', source)]
    await openPull({[name]: source})
    await review({[name]: {source, findings}})
    expect(api.comments).toHaveLength(1)
    expect(api.comments[0]!.body).toContain('Regelen gir 2 funn i annonsen (linje 4, 8).')
  })

  test('nothing found, nothing written', async () => {
    await openPull({[name]: ad})
    const outcome = await review({[name]: {source: ad, findings: []}})
    expect(outcome.explanation).toBe(
      'Det er ingenting å kommentere på linjene som pull-forespørselen endrer.',
    )
    expect(writes()).toEqual([])
  })
})

describe('the next push', () => {
  const mended = ad.replace('ung og sprek', 'i god form')

  test('with nothing new writes nothing', async () => {
    await openPull({[name]: ad})
    await review({[name]: withBoth})
    api.requests = []
    api.push([...added({[name]: ad}), {path: 'README.md', after: 'Hei\n'}])
    const outcome = await review({[name]: withBoth})
    expect(writes()).toEqual([])
    expect(outcome.explanation).toBe('Kommentarer i pull-forespørselen: 2 står fra før.')
    expect(outcome.commented.size).toBe(2)
  })

  test('comments go along when lines are put in before them', async () => {
    await openPull({[name]: ad})
    await review({[name]: withBoth})
    const moved = ad.replace('\n\n', '\n\nDeltid, 60 %.\n\n')
    api.push(added({[name]: moved}))
    api.requests = []
    await review({[name]: {source: moved, findings: [age(moved), tempo(moved)]}})
    expect(writes()).toEqual([])
    expect(shown().map((one) => one.slice(0, name.length + 2))).toEqual([`${name}:6`, `${name}:7`])
  })

  test('nothing is lost when GitHub still tells the old numbers of lines', async () => {
    await openPull({[name]: ad})
    await review({[name]: withBoth})
    const old = api.comments.map(({line}) => line)
    const moved = ad.replace('\n\n', '\n\nDeltid, 60 %.\n\n')
    api.push(added({[name]: moved}))
    for (const [i, comment] of api.comments.entries()) comment.line = old[i]!
    api.requests = []
    await review({[name]: {source: moved, findings: [age(moved), tempo(moved)]}})
    expect(writes()).toEqual([])
  })

  test('a suggestion for other lines than those that a comment stands at is taken out of it', async () => {
    const insertAfter = (words: string, source: string): Finding => {
      const {offset} = placeOf(words, source).end
      const text = '\nSpørsmål: Kari Eksempel'
      return {...missing, suggestions: [{message: 'Sett inn:', range: [offset, offset], text}]}
    }
    await openPull({[name]: ad})
    await review({[name]: {source: ad, findings: [insertAfter('2027', ad)]}})
    expect(shown()[0]).toContain(`${name}:7 `)
    expect(api.comments[0]!.body).toContain('suggestion\n')
    const source = `${ad}Lønn: etter avtale\n`
    api.push(added({[name]: source}))
    await review({[name]: {source, findings: [insertAfter('avtale', source)]}})
    expect(shown()[0]).toContain(`${name}:7 `)
    expect(api.comments[0]!.body).not.toContain('suggestion\n')
    expect(api.comments[0]!.body).toContain('> Spørsmål: Kari Eksempel')
  })

  test('with one finding mended and one new: the comment of one goes, the other comes in a review of its own', async () => {
    await openPull({[name]: ad})
    await review({[name]: withBoth})
    const next = `${mended}Kjønn: mann\n`
    api.push(added({[name]: next}))
    api.requests = []
    const gender = finding('inkludering/kjonn', 'mann', next)
    const outcome = await review({[name]: {source: next, findings: [tempo(next), gender]}})
    expect(writes()).toEqual([
      'POST pulls/create-review',
      'DELETE pulls/delete-review-comment',
      'PUT pulls/update-review',
    ])
    expect(outcome.explanation).toBe(
      'Kommentarer i pull-forespørselen: 1 ny, 1 står fra før, 1 er ikke aktuell lenger.',
    )
    expect(shown()).toEqual([
      `${name}:5 **Advarsel: Krav om tempo og kapasitet (inkludering/tempo)**`,
      `${name}:8 **Advarsel: Krav eller ønske om kjønn (inkludering/kjonn)**`,
    ])
    expect(api.reviews.map(({body}) => visible(body).split('\n')[0])).toEqual([
      'En nyere oversikt fra utlys står lenger nede.',
      'utlys har dette å si om stillingsannonsene: 2 advarsler.',
    ])
  })

  test('with all mended: the comments go and the review says so', async () => {
    await openPull({[name]: ad})
    await review({[name]: {source: ad, findings: [age(ad)]}})
    api.push(added({[name]: mended}))
    await review({[name]: {source: mended, findings: []}})
    expect(api.comments).toEqual([])
    expect(api.reviews.map(({body}) => visible(body).split('\n')[0])).toEqual([
      'utlys har ingen funn i stillingsannonsene nå.',
    ])
  })

  test('a comment that somebody has answered stays and says that it is mended, and takes it back', async () => {
    await openPull({[name]: ad})
    await review({[name]: {source: ad, findings: [age(ad)]}})
    const [{id, body}] = api.comments as [ReviewComment]
    api.reply(id, 'Jeg retter det.')
    const empty = {[name]: {source: mended, findings: []}}
    api.push(added({[name]: mended}))
    await review(empty)
    expect(visible(api.comments[0]!.body)).toBe(
      '~~**Advarsel: Krav eller ønske om alder (inkludering/alder)**~~\n\nFunnet er ikke lenger i annonsen.',
    )
    api.requests = []
    await review(empty)
    expect(writes()).toEqual([])

    api.push(added({[name]: ad}))
    api.comments[0]!.line = 4
    await review({[name]: {source: ad, findings: [age(ad)]}})
    expect(api.comments).toHaveLength(2)
    expect(api.comments[0]!.body).toBe(body)
  })

  test('a finding whose line is written anew in other ways gets its comment there', async () => {
    await openPull({[name]: ad})
    await review({[name]: {source: ad, findings: [age(ad)]}})
    const source = ad.replace('Du må være ung og sprek.', 'Du må være ung og sprek!')
    api.push(added({[name]: source}))
    expect(shown()[0]).toContain(':outdated')
    await review({[name]: {source, findings: [age(source)]}})
    expect(shown()).toEqual([`${name}:4 **Advarsel: Krav eller ønske om alder (inkludering/alder)**`])
  })

  test('a file with another name: the comments follow, a talk stays where it is', async () => {
    await openPull({[name]: ad})
    await review({[name]: withBoth})
    api.reply(api.comments[1]!.id, 'Hvorfor det?')
    const other = 'stillinger/reinhaldar.md'
    api.push(added({[other]: ad}))
    await review({[other]: withBoth})
    expect(shown()).toEqual([
      `${name}:outdated **Advarsel: Krav om tempo og kapasitet (inkludering/tempo)**`,
      `${name}:outdated Hvorfor det?`,
      `${other}:4 **Advarsel: Krav eller ønske om alder (inkludering/alder)**`,
      `${other}:5 **Advarsel: Krav om tempo og kapasitet (inkludering/tempo)**`,
    ])
  })

  test('ads of one file have comments of their own', async () => {
    const two = `${ad}${ad.replace('hektisk', 'hektisk og travelt')}`
    const {report: of, context} = reportOn({[name]: {source: two, findings: []}})
    const later = finding('inkludering/tempo', 'hektisk og', two)
    const files = of.files.flatMap((file) => [
      {...file, ad: 1, findings: [tempo(two), missing]},
      {...file, ad: 2, findings: [later, {...missing}]},
    ])
    await openPull({[name]: two})
    await review({}, {report: {...of, files}, context})
    expect(api.comments.map(({line}) => line)).toEqual([1, 1, 5, 12])
    api.requests = []
    await review({}, {report: {...of, files}, context})
    expect(writes()).toEqual([])
  })

  test('where something could not be checked, nothing is said to be in order', async () => {
    await openPull({[name]: ad})
    await review({[name]: withBoth})
    await review({}, {isWhole: false})
    expect(visible(api.reviews[0]!.body)).toMatch(/^Noe kunne ikke sjekkes\. Loggen sier hvorfor\.\n\n/)
    await review({[name]: withBoth}, {isWhole: false})
    expect(visible(api.reviews[0]!.body)).toMatch(/: 2 advarsler\.\n\nNoe kunne ikke sjekkes\. /)
  })

  test('a finding whose comment GitHub hides is none that readers see', async () => {
    await openPull({[name]: ad})
    await review({[name]: withBoth})
    const moved = ad.replace('\n\n', '\n\nDeltid, 60 %.\n\n')
    api.push([{path: name, before: moved, after: moved}])
    for (const comment of api.comments) comment.line = null
    const {commented} = await review({[name]: {source: moved, findings: [age(moved), tempo(moved)]}})
    expect(commented.size).toBe(0)
  })

  test('an ad that is not checked this time keeps its comments', async () => {
    await openPull({[name]: ad})
    await review({[name]: withBoth})
    await review({})
    expect(api.comments).toHaveLength(2)
  })
})

describe('whose comments they are', () => {
  test('a mark that a stranger copies is only text', async () => {
    await openPull({[name]: ad})
    await review({[name]: withBoth})
    const [{body}] = api.comments as [ReviewComment]
    for (const comment of api.comments) comment.user = kari
    api.comment(name, 1, body)
    await review({[name]: {source: ad, findings: []}})
    expect(api.comments).toHaveLength(3)
    await review({[name]: withBoth})
    expect(api.comments).toHaveLength(5)
  })

  test('a token of another program or a person knows its own', async () => {
    await openPull({[name]: ad})
    api.viewer = {id: 99, login: 'lillevik-utlys[bot]', type: 'Bot'}
    await review({[name]: withBoth})
    await review({[name]: withBoth})
    expect(api.comments).toHaveLength(2)
  })

  test('when GitHub does not tell whose token it is, it is taken for that of the workflow', async () => {
    await openPull({[name]: ad})
    api.viewer = undefined
    await review({[name]: withBoth})
    await review({[name]: withBoth})
    expect(api.comments).toHaveLength(2)
  })

  test('among more than a hundred comments ours are found', async () => {
    await openPull({[name]: ad})
    for (let i = 0; i < 120; i++) api.comment(name, 1, `Nummer ${i}`)
    await review({[name]: withBoth})
    await review({[name]: withBoth})
    expect(api.comments).toHaveLength(122)
  })
})

describe('how many', () => {
  const many = Object.fromEntries(
    Array.from({length: 15}, (_, i) => [
      `stillinger/${i + 10}.md`,
      {source: ad, findings: [tempo(ad), {...missing}]},
    ]),
  )
  const texts = Object.fromEntries(Object.keys(many).map((file) => [file, ad]))

  test('at most twenty stand, the weightiest; the rest is counted', async () => {
    await openPull(texts)
    const outcome = await review(many)
    expect(api.comments.filter(({body}) => body.startsWith('**Feil'))).toHaveLength(15)
    expect(api.comments).toHaveLength(20)
    expect(outcome.commented.size).toBe(20)
    expect(outcome.explanation).toBe(
      'Kommentarer i pull-forespørselen: 20 nye, 10 advarsler står bare i rapporten.',
    )
  })

  test('what stands takes its part of the room, and the next push fills what is left', async () => {
    await openPull(texts)
    await review(many, {limit: 2})
    expect(api.comments).toHaveLength(2)
    await review(many, {limit: 4})
    expect(api.comments).toHaveLength(4)
    await review(many, {limit: 1})
    expect(api.comments).toHaveLength(4)
  })

  test('two runs at once do not write twice', async () => {
    await openPull({[name]: ad})
    await Promise.all([review({[name]: withBoth}), review({[name]: withBoth})])
    expect(api.comments).toHaveLength(2)
  })
})

describe('suggestions', () => {
  const suggestion = (): string | undefined =>
    /`{3,}suggestion\n[\s\S]*?\n`{3,}(?=\n)/.exec(api.comments[0]!.body)?.[0]

  test('keep the indentation and the line breaks of the file', async () => {
    const source = ad.replace('Du må', '  \tDu må').replaceAll('\n', '\r\n')
    const [first, second] = [placeOf('ung og sprek.', source), placeOf('hektisk', source)]
    const fix = {
      range: [first.start.offset, second.end.offset] as [number, number],
      text: 'blid.\r\nDu liker et rolig',
    }
    await openPull({[name]: source})
    await review({[name]: {source, findings: [{...age(source), fix}]}})
    expect(shown()[0]).toContain(`${name}:4-5 `)
    expect(suggestion()).toBe('```suggestion\n  \tDu må være blid.\r\nDu liker et rolig miljø.\n```')
  })

  test('a text that belongs at the end', async () => {
    const text = '\n\nSpørsmål: Kari Eksempel, kari@lillevik.example\n'
    const offset = ad.length - 1
    const notice = {
      ...missing,
      suggestions: [{message: 'Sett inn:', range: [offset, offset] as [number, number], text}],
    }
    await openPull({[name]: ad})
    await review({[name]: {source: ad, findings: [notice]}})
    expect(shown()[0]).toContain(`${name}:7 `)
    expect(suggestion()).toBe(
      '```suggestion\nSøknadsfrist: 14. januar 2027\n\nSpørsmål: Kari Eksempel, kari@lillevik.example\n\n```',
    )
  })

  test('with something left to fill in, or more than one to choose from, are words only', async () => {
    const text = '\nSøknadsfrist: [dag. måned år]'
    const open = {...missing, suggestions: [{message: 'Sett inn:', range: [0, 0] as [number, number], text}]}
    const choice = {...tempo(ad), expected: ['travelt', 'variert']}
    await openPull({[name]: ad})
    await review({[name]: {source: ad, findings: [open, choice]}})
    expect(suggestion()).toBeUndefined()
    expect(api.comments[0]!.body).toContain(
      'Forslag til tekst som kan settes inn:\n\n> Søknadsfrist: &#91;dag. måned år&#93;\n',
    )
    expect(api.comments[1]!.body).toContain('Forslag: «travelt», «variert»\n')
  })

  test('fences in an ad do not end one', async () => {
    const source = ad.replace('Du må være', '```` Du må være')
    await openPull({[name]: source})
    await review({[name]: {source, findings: [age(source)]}})
    expect(suggestion()).toBe('`````suggestion\n```` Du må være i god form.\n`````')
  })

  test('are not made in a file that is not the text itself', async () => {
    await openPull({[name]: ad})
    await review({[name]: {source: ad, findings: [age(ad)], readOnly: 'format'}})
    expect(suggestion()).toBeUndefined()
    expect(api.comments[0]!.body).toContain('Forslag: «i god form»')
  })

  test('what cannot be seen is not suggested', async () => {
    const source = ad.replace('Du må være', 'Du\u202e må være')
    await openPull({[name]: source})
    await review({[name]: {source, findings: [age(source)]}})
    expect(suggestion()).toBeUndefined()
  })

  test('a mark in an ad is not taken for the one of the comment', async () => {
    const source = `${ad}ung og sprek <!-- utlys:0123456789abcdef:1 0123456789abcdef -->`
    const {start, end} = placeOf('ung og sprek <', source)
    const place = {start, end: {...end, column: end.column - 2, offset: end.offset - 2}}
    const fix = {range: [start.offset, end.offset - 2] as [number, number], text: 'i god form'}
    await openPull({[name]: source})
    await review({[name]: {source, findings: [{...age(source), place, fix}]}})
    expect(suggestion()).toContain('<!-- utlys:0123456789abcdef:1')
    api.requests = []
    await review({[name]: {source, findings: [{...age(source), place, fix}]}})
    expect(writes()).toEqual([])
  })
})

describe('when it cannot be', () => {
  const attempt = () => review({[name]: withBoth})
  const documentation_url = 'https://docs.github.com/rest'

  test('a fork: the token may only read', async () => {
    await openPull({[name]: ad})
    api.permission = 'read'
    const outcome = await attempt()
    expect(outcome).toEqual({
      state: 'unavailable',
      explanation:
        'Ingen kommentarer i pull-forespørselen: Tokenet gir ikke lov til å skrive dem. Slik er det når endringene kommer fra en fork. Ellers må jobben ha «pull-requests: write».',
      commented: new Set(),
    })
  })

  test('a newer commit has come: its own run writes', async () => {
    await openPull({[name]: ad})
    const outcome = await review({[name]: withBoth}, {headSha: 'f'.repeat(40)})
    expect(outcome.state).toBe('superseded')
    expect(writes()).toEqual([])
  })

  test('a wrong token, and it is not repeated', async () => {
    await openPull({[name]: ad})
    const {explanation} = await review({[name]: withBoth}, {token: 'ghp_feil'})
    expect(explanation).toBe('Ingen kommentarer i pull-forespørselen: GitHub godtar ikke tokenet.')
  })

  test('another repository', async () => {
    await openPull({[name]: ad})
    const {explanation} = await review({[name]: withBoth}, {repository: 'lillevik/../../borte'})
    expect(explanation).toContain('GitHub finner den ikke')
  })

  test('a refusal leaves what was there', async () => {
    await openPull({[name]: ad})
    await review({[name]: {source: ad, findings: [age(ad)]}})
    const body = {message: 'Unprocessable Entity', documentation_url}
    api.mishaps = [{method: 'POST', status: 422, body}]
    const outcome = await review({[name]: {source: ad, findings: [tempo(ad)]}})
    expect(outcome.explanation).toBe('Ingen nye kommentarer i pull-forespørselen: GitHub tok ikke imot dem.')
    expect(api.comments).toHaveLength(1)
  })

  test('a short pause is waited for, a long one is not', async () => {
    await openPull({[name]: ad})
    const body = {message: 'You have exceeded a secondary rate limit', documentation_url}
    api.mishaps = [{method: 'POST', status: 403, headers: {'retry-after': '1'}, body}]
    expect((await attempt()).state).toBe('reviewed')
    const reset = String(Math.floor(Date.now() / 1000) + 3600)
    const headers = {'x-ratelimit-remaining': '0', 'x-ratelimit-reset': reset}
    api.mishaps = [{method: 'GET', status: 429, headers, body}]
    expect((await attempt()).explanation).toBe(
      'Ingen kommentarer i pull-forespørselen: GitHub ber om en lengre pause mellom forespørslene.',
    )
  })

  test('an answer that is lost does not make comments come twice', async () => {
    await openPull({[name]: ad})
    api.mishaps = [{method: 'POST', status: 502, body: {message: 'Bad Gateway'}, afterwards: true}]
    expect((await attempt()).state).toBe('reviewed')
    expect(api.comments).toHaveLength(2)
  })

  test('when the review is there, what fails after it does not undo it', async () => {
    await openPull({[name]: ad})
    await review({[name]: {source: ad, findings: [age(ad)]}})
    const body = {message: 'Forbidden', documentation_url}
    api.requests = []
    const late = ['PUT', 'DELETE'].map((method) => ({method, status: 403, body}))
    api.mishaps = [...late, {method: 'GET', status: 404, body, after: 'POST'}]
    const outcome = await review({[name]: {source: ad, findings: [tempo(ad)]}})
    expect([outcome.state, outcome.commented.size, api.mishaps.length]).toEqual(['reviewed', 1, 0])
  })

  test('nobody answers', async () => {
    await openPull({[name]: ad})
    const outcome = await review({[name]: withBoth}, {apiUrl: 'http://127.0.0.1:1'})
    expect(outcome.explanation).toBe('Ingen kommentarer i pull-forespørselen: GitHub svarer ikke som ventet.')
  })

  test('a comment that somebody else removed meanwhile is no mishap', async () => {
    await openPull({[name]: ad})
    await attempt()
    api.mishaps = [{method: 'DELETE', status: 404, body: {message: 'Not Found', documentation_url}}]
    expect((await review({[name]: {source: ad, findings: [age(ad)]}})).state).toBe('reviewed')
  })
})

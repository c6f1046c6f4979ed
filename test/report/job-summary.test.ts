import {describe, expect, test} from 'vitest'
import {jobSummary, type SummaryContext} from '../../src/report/job-summary.ts'
import {summarise, usedWaivers} from '../../src/report/summary.ts'
import type {FileReport, Finding, Report} from '../../src/report/types.ts'
import {contextOf, file, report, reportOf, source} from './fixture.ts'

const commit = {server: 'https://github.com', repository: 'lillevik/annonser', sha: 'abc'}

const render = (of: Report = report, changes: Partial<SummaryContext> = {}): string =>
  jobSummary.render(of, {...contextOf(), ...changes})

const [, missing, , age] = file.findings as [Finding, Finding, Finding, Finding]

test('one ad', () => {
  expect(render(report, {commit})).toMatchInlineSnapshot(`
    "# Gjennomgang av stillingsannonser

    **1 fil: 1 feil, 1 advarsel, 1 råd; 1 unntatt; 1 kan rettes med --fix.**

    | Annonse | Funn | Opplysninger |
    | --- | --- | --- |
    | [stillinger/renholder.md](https://github.com/lillevik/annonser/blob/abc/stillinger/renholder.md) | ✗ 1 feil<br>▲ 1 advarsel<br>● 1 råd | – mangler: Søknadsfrist<br>→ fra portalen: Søknadsmåte<br>✓ funnet: Stillingstittel, Arbeidsgiver, Arbeidssted, Kontakt, Ansettelsesform, Stillingsprosent, Lønn, Arbeidsoppgaver |

    ## stillinger/renholder.md

    1 funn er unntatt med begrunnelse.

    | Sted | Alvorsgrad | Regel | Melding | Kilder |
    | --- | --- | --- | --- | --- |
    |  | ✗ Feil | felt/frist | Annonsen har ingen søknadsfrist. Den som søker, må vite når søknaden senest må være sendt. | Navs retningslinjer for stillingsannonser |
    | [4:12](https://github.com/lillevik/annonser/blob/abc/stillinger/renholder.md?plain=1#L4) | ▲ Advarsel | inkludering/alder | «ung og sprek» kan stenge eldre søkere ute. Er kravet nødvendig for oppgavene? Forslag: «i god form», «glad i å bevege deg». Kan rettes med --fix. | [Arbeidsmiljøloven § 13-1 om diskriminering på grunn av alder, politisk syn og medlemskap i fagforening](https://lovdata.no/lov/2005-06-17-62/%C2%A713-1) |
    | [4:83](https://github.com/lillevik/annonser/blob/abc/stillinger/renholder.md?plain=1#L4) | ● Råd | sprak/setningslengde | Setningen er lang. Vurder å dele den i to. | Språkrådet: Klarspråk |

    ### Unntak i bruk

    | Sted | Regel | Ord | Begrunnelse | Bestemt av | Gjelder til og med |
    | --- | --- | --- | --- | --- | --- |
    |  | lov/offentlig-sokerliste |  | Står i portalens fotnote. | personalsjefen | 30. juni 2027 |

    <details open><summary>Opplysninger</summary>

    - Språk: bokmål
    - Arbeidsgivertype: kommune (antatt, fordi arbeidsgiveren heter «Lillevik kommune»)
    - Målform: bokmål

    | Opplysning | I annonsen |
    | --- | --- |
    | ✓ Stillingstittel | Renholder |
    | ✓ Arbeidsgiver | Lillevik kommune |
    | ✓ Arbeidssted | Lillevik rådhus |
    | – Søknadsfrist | mangler |
    | ✓ Kontakt | Kari Eksempel, renholdsleder, tlf. 400 00 000, kari@&#8203;lillevik.example |
    | → Søknadsmåte | fra portalen |
    | ✓ Ansettelsesform | fast |
    | ✓ Stillingsprosent | 80–100 % |
    | ✓ Lønn | 38 500 kr per måned |
    | ✓ Arbeidsoppgaver | 2 punkter |

    </details>

    En rapport uten funn er ingen juridisk godkjenning av annonsen.
    "
  `)
})

test('the gravest ads stand first, and what is clean stands in the table only', () => {
  const clean: FileReport = {...file, path: 'a.md', findings: []}
  const mild: FileReport = {...file, path: 'b.md', findings: [age]}
  const grave: FileReport = {...file, path: 'c.md'}
  const summary = render({...report, files: [clean, mild, grave]})
  expect(summary.match(/^\| [abc]\.md \|[^|]*\|/gm)).toEqual([
    '| c.md | ✗\u00a01\u00a0feil<br>▲\u00a01\u00a0advarsel<br>●\u00a01\u00a0råd |',
    '| b.md | ▲\u00a01\u00a0advarsel |',
    '| a.md | ingen funn |',
  ])
  expect(summary.match(/^## .*/gm)).toEqual(['## c.md', '## b.md'])
  expect(summary.match(/<details.*/g)).toEqual(Array(2).fill('<details><summary>Opplysninger</summary>'))
})

describe('links to lines', () => {
  const linkTo = (path: string, changes = {}) => {
    const of = reportOf({path, findings: [age]})
    const context = {commit: {...commit, ...changes}, sources: new Map([[path, source]])}
    return /\[4:12\]\((.*?)\)/.exec(render(of, context))?.[1]
  }
  test.each([
    ['a.md', {}, 'https://github.com/lillevik/annonser/blob/abc/a.md?plain=1#L4'],
    ['./å b#1?.md', {}, 'https://github.com/lillevik/annonser/blob/abc/%C3%A5%20b%231%3F.md?plain=1#L4'],
    ['a.md', {folder: 'to/under'}, 'https://github.com/lillevik/annonser/blob/abc/to/under/a.md?plain=1#L4'],
    ['100%(a)[b].md', {}, 'https://github.com/lillevik/annonser/blob/abc/100%25%28a%29%5Bb%5D.md?plain=1#L4'],
    ['../a.md', {}, undefined],
  ])('%s', (path, changes, address) => {
    expect(linkTo(path, changes)).toBe(address)
  })
  test('words over several lines', () => {
    const place = {start: {line: 2, column: 1, offset: 0}, end: {line: 4, column: 2, offset: 5}}
    expect(render(reportOf({findings: [{...age, place}]}), {commit})).toContain('?plain=1#L2-L4)')
  })
})

test('findings without an annotation are counted', () => {
  const summary = render(report, {unannotated: {error: 0, warning: 3, info: 1}})
  expect(summary).toContain('Disse funnene har ikke merknad på linjen: 3 advarsler, 1 råd.')
  expect(render(report, {unannotated: {error: 0, warning: 0, info: 0}})).not.toContain('merknad')
})

test('known findings are counted, and a finding that stands in several places is one row', () => {
  const findings: Finding[] = [{...age, known: true}, missing, missing]
  const of = reportOf({findings})
  const summary = render({...of, summary: summarise(of.files)})
  expect(summary).toContain('1 kjent funn er ikke vist.')
  expect(summary).toContain('✗\u00a02\u00a0feil')
  expect(summary.match(/^\|.*felt\/frist.*/gm)).toHaveLength(1)
})

test('--quiet has the ads with errors, and the errors only', () => {
  const clean: FileReport = {...file, path: 'a.md', findings: [age]}
  const summary = render({...report, files: [clean, file]}, {quiet: true})
  expect(summary).not.toMatch(/a\.md|▲|Unntak|details|juridisk/)
  expect(summary).toContain('## stillinger/renholder.md')
})

describe('500 ads with 2000 findings', () => {
  /** Two findings of a rule, one of another and one that is missing; one more is waived and one known. */
  const adWithFour = (i: number): FileReport => {
    const second: Finding = {...age, message: `Nummer ${i}.`, severity: i % 2 === 0 ? 'error' : 'warning'}
    const known: Finding = {...missing, ruleId: 'felt/lonn', known: true}
    const findings = [age, second, ...file.findings.slice(0, 3), known]
    return {...file, path: `stillinger/annonse-${i}.md`, findings}
  }
  const files = Array.from({length: 500}, (_, i) => adWithFour(i))
  const many: Report = {...report, files, waivers: usedWaivers(files), summary: summarise(files)}
  const sources = new Map(files.map(({path}) => [path, source]))

  /** Counts of findings in the rows, by the symbols of their severities. */
  const rowsOf = (summary: string) => {
    const count = (word: string) => summary.match(new RegExp(`^\\|[^|]*\\| ${word} \\|`, 'gm'))?.length ?? 0
    return {error: count('✗ Feil'), warning: count('▲ Advarsel'), info: count('● Råd')}
  }

  test('all of it is below what GitHub takes', () => {
    const summary = render(many, {commit, sources})
    expect(Buffer.byteLength(summary)).toBeLessThan(1_048_576)
    expect(many.summary).toMatchObject({error: 750, warning: 750, info: 500, waived: 500, known: 500})
    expect(summary).toContain('500 filer: 750 feil, 750 advarsler, 500 råd; 500 unntatt; 500 kjente')
    expect(rowsOf(summary)).toEqual({error: 750, warning: 750, info: 500})
    expect(summary).toContain('Dette er utelatt: opplysningene i 500 annonser.')
  })

  test.each([900_000, 500_000, 200_000, 50_000, 5000, 900])(
    'in %d bytes whole findings are left out and counted',
    (limit) => {
      const summary = render(many, {commit, sources, limit})
      expect(Buffer.byteLength(summary)).toBeLessThanOrEqual(limit)
      expect(Buffer.byteLength(summary)).toBeGreaterThan(limit < 10_000 ? 0 : limit * 0.9)
      const {error, warning, info} = rowsOf(summary)
      const left =
        /utelatt: ([\d ]+) funn, (\d+) unntak(?:, (\d+) annonser)?, opplysningene i 500 annonser\.\*\* Alt kommer med når du kjører utlys check\./.exec(
          summary,
        )!
      expect(error + warning + info + Number(left[1])).toBe(2000)
      const waivers = summary.match(/^\|[^|]*\| lov\/offentlig-sokerliste \|/gm)?.length ?? 0
      expect(waivers + Number(left[2])).toBe(500)
      const listed = summary.match(/^\| \[stillinger\/annonse-\d+\.md\]/gm)?.length ?? 0
      expect(listed + Number(left[3] ?? 0)).toBe(500)
      expect(summary.match(/<details>/g) ?? []).toHaveLength(summary.match(/<\/details>/g)?.length ?? 0)
      expect(summary.trimEnd().split('\n').at(-1)).toBe(
        'En rapport uten funn er ingen juridisk godkjenning av annonsen.',
      )
    },
  )

  test('where there is room for nothing, nothing is written', () => {
    expect(render(many, {limit: 100})).toBe('')
  })
})

test('an ad that is too long for the rest of the room gives way to shorter ones', () => {
  const long = {...age, message: `${age.message} ${'Se veilederen. '.repeat(2000)}`}
  const files = [
    {...file, path: 'lang.md', findings: [long]},
    {...file, path: 'kort.md', findings: [age]},
  ]
  const summary = render({...report, files}, {commit, limit: 20_000})
  expect(summary.match(/^## .*/gm)).toEqual(['## kort.md'])
  expect(summary).toContain('utelatt: 1 funn')
})

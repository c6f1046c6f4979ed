import fc from 'fast-check'
import type {Nodes} from 'mdast'
import remarkParse from 'remark-parse'
import {unified} from 'unified'
import {expect, test} from 'vitest'
import {escapeMarkdown, markdownLink} from '../../src/report/escape-markdown.ts'
import {markdown} from '../../src/report/markdown.ts'
import {safe} from '../../src/report/safe.ts'
import type {Report} from '../../src/report/types.ts'
import {contextOf, file, path, placeOf, report, reportOf} from './fixture.ts'

const parse = (text: string): Nodes => unified().use(remarkParse).parse(text)

const nodesOf = (node: Nodes): Nodes[] => [
  node,
  ...('children' in node ? node.children.flatMap(nodesOf) : []),
]

test('the report on one file', () => {
  expect(markdown.render(report, contextOf())).toMatchInlineSnapshot(`
    "<!-- generator: utlys -->

    # utlys

    **1 fil: 1 feil, 1 advarsel, 1 råd; 1 unntatt; 1 kan rettes med --fix.**

    ## stillinger/renholder.md

    - Språk: bokmål
    - Arbeidsgivertype: kommune (antatt, fordi arbeidsgiveren heter «Lillevik kommune»)
    - Målform: bokmål

    1 funn er unntatt med begrunnelse.

    ### Funn

    | Sted | Alvorsgrad | Regel | Melding | Kilder |
    | --- | --- | --- | --- | --- |
    |  | ✗ Feil | felt/frist | Annonsen har ingen søknadsfrist. Den som søker, må vite når søknaden senest må være sendt. | Navs retningslinjer for stillingsannonser |
    | 4:12 | ▲ Advarsel | inkludering/alder | «ung og sprek» kan stenge eldre søkere ute. Er kravet nødvendig for oppgavene? Forslag: «i god form», «glad i å bevege deg». Kan rettes med --fix. | [Arbeidsmiljøloven § 13-1 om diskriminering på grunn av alder, politisk syn og medlemskap i fagforening](https://lovdata.no/lov/2005-06-17-62/%C2%A713-1) |
    | 4:83 | ● Råd | sprak/setningslengde | Setningen er lang. Vurder å dele den i to. | Språkrådet: Klarspråk |

    ### Opplysninger

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

    ### Unntak i bruk

    | Sted | Regel | Ord | Begrunnelse | Bestemt av | Gjelder til og med |
    | --- | --- | --- | --- | --- | --- |
    |  | lov/offentlig-sokerliste |  | Står i portalens fotnote. | personalsjefen | 30. juni 2027 |

    En rapport uten funn er ingen juridisk godkjenning av annonsen.
    "
  `)
})

test('--quiet writes only errors and the sum', () => {
  expect(markdown.render(report, contextOf({quiet: true}))).not.toMatch(
    /Råd|Advarsel|Opplysning|Unntak|juridisk/,
  )
})

/** Words that an ad or a file name might hold to become more than words. */
const pieces = [
  ...[
    '|',
    '\\',
    '\\|',
    '`',
    '```',
    '<',
    '>',
    '<script>',
    '<!--',
    '-->',
    '&lt;',
    '&#60;',
    '&',
    '*',
    '**',
    '_',
    '~~',
  ],
  ...[
    '[',
    ']',
    '(',
    ')',
    '](',
    '![',
    'http://a.example',
    'www.a.example',
    'a@b.example',
    '@anna',
    '#1',
    '# ',
    '- ',
  ],
  ...[
    '1. ',
    '\n',
    '\r\n',
    '\n\n',
    '\n---\n',
    '\n|',
    '    ',
    '\t',
    '\u2028',
    '\u202e',
    '\u200b',
    '\0',
    '\x1b[31m',
  ],
  ...[
    '$',
    '$$',
    '{{',
    '}}',
    '::error::',
    '##[add-path]',
    'javascript:',
    ' ',
    'ord',
    'å',
    ':',
    '!',
    '"',
    "'",
    '=',
  ],
]
const hostile = fc.oneof(
  fc.array(fc.constantFrom(...pieces), {maxLength: 12}).map((parts) => parts.join('')),
  fc.string({unit: 'binary'}),
)

test('escaped text is one text and says the same', () => {
  fc.assert(
    fc.property(hostile, (text) => {
      const words = safe(text.replace(/\s+/g, ' ').trim())
      const nodes = nodesOf(parse(`x${escapeMarkdown(text)}x`))
      expect(nodes.map(({type}) => type)).toEqual(['root', 'paragraph', 'text'])
      expect('value' in nodes[2]! && nodes[2].value.replaceAll('\u200b', '')).toBe(`x${words}x`)
    }),
    {numRuns: 2000},
  )
})

test('escaped text has nothing that ends a cell, starts HTML, or that others make links and notifications of', () => {
  fc.assert(
    fc.property(hostile, (text) => {
      const escaped = escapeMarkdown(text)
      expect(escaped).not.toMatch(/[|<>`*_[\]\\\n\r]|@(?!&#8203;)|:\/\/|www\.|(?<!&)#\w/)
    }),
    {numRuns: 2000},
  )
})

test.each([
  ['https://lovdata.no/§13-1', '[x](https://lovdata.no/%C2%A713-1)'],
  ['https://a.example/?a=1&b=(2)', '[x](https://a.example/?a=1&amp;b=%282%29)'],
  ['https://a.example/a|b <c> `d`', '[x](https://a.example/a%7Cb%20%3Cc%3E%20%60d%60)'],
  ['https://a.example/##a#b 100%', '[x](https://a.example/#%23a%23b%20100%25)'],
  ['javascript:alert(1)', 'x'],
  ['ikke en adresse', 'x'],
  [undefined, 'x'],
])('the address %j gives %j', (url, shown) => {
  expect(markdownLink('x', url)).toBe(shown)
})

/** A report in which every text that can come from outside is the same. */
const reportWith = (text: string): Report => {
  const words = text || 'x'
  const source = `Hei ${words} på deg`
  const place = placeOf(words, source)
  return reportOf({
    path: words,
    profile: {[words]: {value: words, inferred: true, why: words}},
    fields: {arbeidsgiver: [{value: words, text: words, place}]},
    findings: [
      {
        ...file.findings[0]!,
        ruleId: words,
        message: `«${words}» ${words}`,
        place,
        actual: words,
        expected: [words],
        sources: [
          {id: 'x', title: words, url: words},
          {id: 'y', title: words, url: `https://a.example/${words}`},
        ],
      },
      {...file.findings[0]!, actual: words, place, waiver: {reason: words, by: words, origin: 'draft'}},
    ],
  })
}

test('no text breaks out of its cell, its heading or its link', () => {
  const shapeOf = (text: string): string[] => {
    const of = reportWith(text)
    const rendered = markdown.render(of, contextOf({sources: new Map([[path, 'x']])}))
    const nodes = nodesOf(parse(rendered.replace(/^<!-- generator: utlys -->/, '')))
    const allowed = ['root', 'heading', 'paragraph', 'text', 'strong', 'list', 'listItem', 'link']
    expect(nodes.map(({type}) => type).filter((type) => !allowed.includes(type))).toEqual([])
    for (const node of nodes) if (node.type === 'link') expect(node.url).toMatch(/^https?:\/\//)
    return rendered.split('\n').map((line) => line.replace(/[^|]/g, '') || line.slice(0, 2))
  }
  const shape = shapeOf('ord')
  fc.assert(
    fc.property(hostile, (text) => {
      expect(shapeOf(text)).toEqual(shape)
    }),
  )
})

test('of very many places the first are named, and the others counted', () => {
  const age = file.findings[3]!
  const findings = Array.from({length: 60}, (_, i) => {
    const point = {...age.place!.start, line: i + 1}
    return {...age, place: {start: point, end: point}}
  })
  expect(markdown.render(reportOf({findings}), contextOf({}))).toMatch(
    /\| 1:12, 2:12, .*, 50:12, 10 steder til \|/,
  )
})

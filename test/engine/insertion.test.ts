import {describe, expect, it} from 'vitest'
import {insertionOf} from '../../src/engine/insertion.ts'
import {readPosting} from '../../src/posting/read.ts'

/** The draft with a text put in, which is marked. */
const withText = async (
  source: string,
  text: string,
  subject: string,
  path = 'annonse.md',
): Promise<string> => {
  const posting = await readPosting(path, new TextEncoder().encode(source))
  const {offset, text: inserted} = insertionOf(posting, text, subject)
  return `${source.slice(0, offset)}[[${inserted}]]${source.slice(offset)}`
}

describe('a fact stands with the other facts', () => {
  const fact = 'Lønn: 520 000 kroner'

  it.each([
    [
      'below the last of them',
      'Arbeidssted: Lillevik\nStillingsprosent: 80 %\n\nVi lager mat.\n',
      'Arbeidssted: Lillevik\nStillingsprosent: 80 %[[\nLønn: 520 000 kroner]]\n\nVi lager mat.\n',
    ],
    [
      'as an item of their list',
      '- Arbeidssted: Lillevik\n- Stillingsprosent: 80 %\n\nVi lager mat.\n',
      '- Arbeidssted: Lillevik\n- Stillingsprosent: 80 %[[\n- Lønn: 520 000 kroner]]\n\nVi lager mat.\n',
    ],
    [
      'as an item of a list with numbers',
      '1. Arbeidssted: Lillevik\n2. Stillingsprosent: 80 %\n',
      '1. Arbeidssted: Lillevik\n2. Stillingsprosent: 80 %[[\n2. Lønn: 520 000 kroner]]\n',
    ],
    [
      'as a row of their table',
      '| Hva | Svar |\n| --- | --- |\n| Arbeidssted | Lillevik |\n| Stillingsprosent | 80 % |\n',
      '| Hva | Svar |\n| --- | --- |\n| Arbeidssted | Lillevik |\n| Stillingsprosent | 80 % |[[\n| Lønn | 520 000 kroner |]]\n',
    ],
    [
      'in the front matter',
      '---\narbeidssted: Lillevik\n---\n\nVi lager mat.\n',
      '---\narbeidssted: Lillevik[[\nLønn: 520 000 kroner]]\n---\n\nVi lager mat.\n',
    ],
    [
      'but not with whom to ask',
      'Arbeidssted: Lillevik\n\nKontakt: Kari Eksempel, 400 00 000\n',
      'Arbeidssted: Lillevik[[\nLønn: 520 000 kroner]]\n\nKontakt: Kari Eksempel, 400 00 000\n',
    ],
    [
      'or with whom to ask, where there are no others',
      'Vi lager mat.\n\nKontakt: Kari Eksempel, 400 00 000\n',
      'Vi lager mat.\n\nKontakt: Kari Eksempel, 400 00 000[[\nLønn: 520 000 kroner]]\n',
    ],
  ])('%s', async (_where, source, expected) => {
    expect(await withText(source, fact, 'lønn')).toBe(expected)
  })

  it('whom to ask stands with how to apply', async () => {
    expect(
      await withText(
        'Søknad sendes: post@lillevik.example\n\nArbeidssted: Lillevik\n',
        'Kontakt: Kari Eksempel',
        'kontakt',
      ),
    ).toBe('Søknad sendes: post@lillevik.example[[\nKontakt: Kari Eksempel]]\n\nArbeidssted: Lillevik\n')
  })

  it.each([
    ['with a colon', 'Lønn: kr: 500 000', 'Lønn: "kr: 500 000"'],
    ['with a comment sign', 'Lønn: trinn #4', 'Lønn: "trinn #4"'],
    ['that ends with a colon', 'Lønn: se:', 'Lønn: "se:"'],
    ['that begins with a sign', 'Lønn: [beløp]', 'Lønn: "[beløp]"'],
    ['of plain words', 'Lønn: etter tariff', 'Lønn: etter tariff'],
    ['that begins with a number', 'Lønn: 500 000 kroner', 'Lønn: 500 000 kroner'],
  ])('quoted in front matter where YAML needs it: a value %s', async (_what, text, line) => {
    expect(await withText('---\nfrist: 2027-05-03\n---\n\nTekst.\n', text, 'lønn')).toContain(`[[\n${line}]]`)
  })

  it('keeps the line ends of the draft', async () => {
    expect(await withText('Arbeidssted: Lillevik\r\n\r\nVi lager mat.\r\n', fact, 'lønn')).toBe(
      'Arbeidssted: Lillevik[[\r\nLønn: 520 000 kroner]]\r\n\r\nVi lager mat.\r\n',
    )
  })
})

describe('other texts stand after what speaks of the same', () => {
  it.each([
    [
      'the section',
      '## Vi tilbyr\n\n- god lønn\n- kaffe\n\n## Om oss\n\nVi lager mat.\n',
      'Vi har god pensjon.',
      'pensjon',
      '## Vi tilbyr\n\n- god lønn\n- kaffe[[\n\nVi har god pensjon.]]\n\n## Om oss\n\nVi lager mat.\n',
    ],
    [
      'the next best section',
      '## Arbeidsoppgaver\n\n- lage mat\n\n## Om oss\n\nVi lager mat.\n',
      'Arbeidet er i turnus.',
      'arbeidstid',
      '## Arbeidsoppgaver\n\n- lage mat[[\n\nArbeidet er i turnus.]]\n\n## Om oss\n\nVi lager mat.\n',
    ],
    [
      'the end, where there is none',
      'Vi lager mat.\n\nKom hit.\n\n',
      'Vi har god pensjon.',
      'pensjon',
      'Vi lager mat.\n\nKom hit.[[\n\nVi har god pensjon.]]\n\n',
    ],
    [
      'the end, for what no section speaks of',
      '## Vi tilbyr\n\n- kaffe\n\nKom hit.\n',
      'Stillingen er unntatt.',
      'personvern',
      '## Vi tilbyr\n\n- kaffe\n\nKom hit.[[\n\nStillingen er unntatt.]]\n',
    ],
    [
      'the end, when a text has a colon but is no line of facts',
      'Arbeidssted: Lillevik\n\nKom hit.\n',
      'Dette får du. Mye: alt.',
      'personvern',
      'Arbeidssted: Lillevik\n\nKom hit.[[\n\nDette får du. Mye: alt.]]\n',
    ],
  ])('%s', async (_where, source, text, subject, expected) => {
    expect(await withText(source, text, subject)).toBe(expected)
  })

  const section = 'Kvalifikasjoner:\n\n- [krav]'

  it('a ready section gets the heading of the draft', async () => {
    expect(await withText('# Kokk\n\n## Oppgaver\n\nLage mat.\n', section, 'x')).toContain(
      '[[\n\n## Kvalifikasjoner:\n\n- [krav]]]',
    )
    expect(await withText('# Kokk\n\n### Oppgaver\n\nLage mat.\n', section, 'x')).toContain(
      '### Kvalifikasjoner:',
    )
  })

  it.each([
    ['of plain text', '## Oppgaver\n\nLage mat.\n', section, 'annonse.txt'],
    ['without such headings', '# Kokk\n\nLage mat.\n', section, 'annonse.md'],
  ])('but not in a draft %s', async (_what, source, text, path) => {
    expect(await withText(source, text, 'x', path)).toContain('[[\n\nKvalifikasjoner:')
  })

  it('nor does a plain sentence', async () => {
    expect(await withText('# Kokk\n\n## Oppgaver\n\nLage mat.\n', 'Velkommen.', 'x')).toContain(
      '[[\n\nVelkommen.]]',
    )
  })

  it('keeps the line ends of the draft', async () => {
    expect(await withText('Lage mat.\r\n', section, 'x')).toBe(
      'Lage mat.[[\r\n\r\nKvalifikasjoner:\r\n\r\n- [krav]]]\r\n',
    )
  })
})

describe('in a web page a text is a paragraph', () => {
  const page = (...lines: string[]): string => `<main><h1>Kokk</h1>\n${lines.join('\n')}\n</main>`

  it.each([
    [
      'after the facts',
      page('<p>Arbeidssted: Lillevik</p>', '<p>Vi lager mat.</p>'),
      'Lønn: 520 000 kroner',
      'lønn',
      '<p>Arbeidssted: Lillevik</p>[[\n<p>\nLønn: 520 000 kroner\n</p>]]',
    ],
    [
      'after the section',
      page('<h2>Vi tilbyr</h2>', '<p>God lønn.</p>', '<h2>Om oss</h2>', '<p>Vi lager mat.</p>'),
      'Vi har god pensjon.',
      'pensjon',
      '<p>God lønn.</p>[[\n<p>\nVi har god pensjon.\n</p>]]',
    ],
    [
      'after all text',
      page('<p>Vi lager mat.</p>', '<p>Kom hit.</p>'),
      'Vi har god pensjon.',
      'pensjon',
      '<p>Kom hit.</p>[[\n<p>\nVi har god pensjon.\n</p>]]',
    ],
  ])('%s', async (_where, source, text, subject, expected) => {
    expect(await withText(source, text, subject, 'annonse.html')).toContain(expected)
  })
})

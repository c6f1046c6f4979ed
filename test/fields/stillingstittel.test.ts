import {describe, expect, test} from 'vitest'
import {recogniseText} from './recognise.ts'

const titles = async (text: string, path = 'draft.txt') =>
  (await recogniseText(text, {field: 'stillingstittel', path})).map(({value}) => value)

describe('a stated title', () => {
  test.each([
    ['label', 'Stillingstittel: Politisk rådgiver', ['Politisk rådgiver']],
    [
      'label, value below',
      'Stilling:\n\nFagleder for byggesak og tilsyn',
      ['Fagleder for byggesak og tilsyn'],
    ],
    ['label with size and form', 'Stilling: Rektor, 100 % fast stilling', ['Rektor']],
    [
      '"Vi søker:"',
      'Vi søker: Politisk rådgiver for ordføreren i Lillevik',
      ['Politisk rådgiver for ordføreren'],
    ],
    [
      '"stilling som"',
      'Det er ledig 60% fast stilling som barnehagelærer/støttepedagog i Solbakken.',
      ['barnehagelærer/støttepedagog'],
    ],
    ['"vikariat som"', 'Ledig vikariat som pedagogisk leder i Solbakken barnehage', ['pedagogisk leder']],
    ['"stilling ledig som"', 'Stilling ledig som gruppesekretær for De Røde', ['gruppesekretær']],
    [
      '"stillinger for"',
      'Vi har ledige stillinger for sykepleiere og helsefagarbeidere.',
      ['sykepleiere og helsefagarbeidere'],
    ],
    [
      'an area after the title',
      'Vi har ledig stilling som fagansvarlig for\ndatasentertjenester.',
      ['fagansvarlig for datasentertjenester'],
    ],
    [
      'an unknown noun where a post is vacant',
      'Det er ledig stilling som fyrvokter på Lilleskjær.',
      ['fyrvokter'],
    ],
    ['two in one', 'Ledige stillinger som vernepleier / miljøterapeut:', ['vernepleier / miljøterapeut']],
    ['nynorsk', 'Ved IT-avdelinga er det ledig fast stilling som IT-driftsleiar.', ['IT-driftsleiar']],
    [
      'formal title in the pay line',
      'Lønn i stillingen som Senioringeniør nettverk (kode: 1181)',
      ['Senioringeniør nettverk'],
    ],
    ['first line', 'LEDIG STILLING ELEKTRIKER\nLillevik Elektro søker folk.', ['ELEKTRIKER']],
    ['heading that is the title', '# Renholder – Lillevik skole\n\nVi trenger deg.', ['Renholder']],
    [
      'English',
      'There is a vacancy for a PhD position in physical oceanography at the institute.',
      ['PhD position in physical oceanography'],
    ],
  ])('%s', async (_form, text, expected) => {
    expect(await titles(text, text.startsWith('#') ? 'draft.md' : 'draft.txt')).toEqual(expected)
  })

  test('front matter', async () => {
    expect(await titles('---\nstillingstittel: Lærer\n---\n\nTekst.', 'draft.md')).toEqual(['Lærer'])
  })

  test('two different titles are two, one that contains the other is one', async () => {
    expect(
      await titles('Stilling: Sykepleier\n\nDet er ledig stilling som vernepleier ved Solbakken.'),
    ).toEqual(['Sykepleier', 'vernepleier'])
    expect(
      await titles('Stilling: Sykepleier\n\nDet er ledig stilling som sykepleier ved Solbakken.'),
    ).toEqual(['Sykepleier'])
  })
})

describe('a title in running text', () => {
  test.each([
    ['"søker"', 'Lillevik kommune søker ny kommunikasjonssjef, en krevende jobb.', 'kommunikasjonssjef'],
    [
      'after adjectives',
      'Vi søker nå etter en fremoverlent og smidig prosjektleder, som vil bidra.',
      'prosjektleder',
    ],
    ['"på jakt etter"', 'Vi er på jakt etter en .NET-utvikler som kan hjelpe oss.', '.NET-utvikler'],
    ['"trenger"', 'Vi trenger en dyktig gruppesekretær.', 'gruppesekretær'],
    ['nynorsk', 'Me søkjer no ein pedagogisk leiar til Solbakken.', 'pedagogisk leiar'],
    ['"søkes"', 'Helsefagarbeider søkes til Solbakken sykehjem.', 'Helsefagarbeider'],
    ['"som … vil du"', 'Vi søker deg. Som datakoordinator i Lillevik vil du samle data.', 'datakoordinator'],
    ['"vår nye"', 'Vi gleder oss til å møte vår nye driftsteknikar.', 'driftsteknikar'],
    ['"er du"', 'Er du en engasjert teamansvarlig som liker å lede?', 'teamansvarlig'],
    ['with a position code', 'Lønn som systemarkitekt, stillingskode 1113', 'systemarkitekt'],
    ['several sought', 'Vi søker etter utviklere som kan Java.', 'utviklere'],
    ['compound', 'Solbakken har ledig sykepleierstilling.', 'sykepleier'],
    [
      'subject',
      'Kommunalsjef for helse og velferd har ansvar for tjenestene.',
      'Kommunalsjef for helse og velferd',
    ],
    ['English', 'We are looking for a skilled full-stack developer to join us.', 'full-stack developer'],
    ['English: "as the"', 'As the Head of Growth, you will lead our team.', 'Head of Growth'],
  ])('%s', async (_form, text, expected) => {
    expect(await titles(text)).toEqual([expected])
  })
})

describe('no title', () => {
  test.each([
    'Vi søker deg som er nysgjerrig.',
    'Vi ønsker oss en engasjert og uredd medarbeider med gjennomføringsevne.',
    'Et stort konsern ønsker seg en ambisiøs kollega innen kontroll.',
    'Vi søker etter en person med utdanning som vernepleier.',
    'Dette er en nyopprettet stilling som skal støtte avdelingen.',
    'Vi har flere helgestillinger ved Solbakken.',
    'Det er ledig inntil 130 % faste stillinger i fagene sang og dans.',
    'Søker må ha godkjent barnehagelærerutdanning.',
    'Du har erfaring fra stilling som leder.',
    'Ledig stilling som vikar i helgene.',
    'Kontakt rektor Kari Lie for spørsmål.',
    'Vi gir faglege utfordringar.',
    'Stilling: 80 % fast',
    'Hun har tittelen bystyredirektør, og leder kontoret.',
  ])('%s', async (text) => {
    expect(await titles(text)).toEqual([])
  })
})

test('a line without letters is no title, also above the facts of a post', async () => {
  const found = await recogniseText('---\nArbeidsgiver: Lillevik kommune\nFrist: 1.2.2027', {
    field: 'stillingstittel',
  })
  expect(found).toEqual([])
})

describe('the title by the first line', () => {
  const titles = async (text: string) =>
    (await recogniseText(text, {field: 'stillingstittel'})).map(({value, text: words}) => {
      expect(words).toBe(value)
      return value
    })

  test.each([
    ['a post and its place', 'Rektor ved Lillevik skole\n\nVi lager mat.', ['Rektor']],
    ['a post and its form', 'Rektor - fast stilling\n\nVi lager mat.', ['Rektor']],
    ['after a word for it', 'Ledig stilling: Rektor\n\nVi lager mat.', ['Rektor']],
    ['an adjective before it', 'Grafisk designer\n\nVi lager mat.', ['Grafisk designer']],
    ['a sentence', 'Rektor er sjefen\n\nVi lager mat.', []],
    ['a question', 'Rektor?\n\nVi lager mat.', []],
    ['a later line', 'Vi i Lillevik\n\nRektor\n\nVi lager mat.', []],
    [
      'a list of posts',
      'Om oss\n\nVi lager mat.\n\nHelsefagarbeider 75 % fast\n\nRenholder, 20 %',
      ['Helsefagarbeider', 'Renholder'],
    ],
    ['a sentence with a share', 'Om oss\n\nVi lager mat.\n\nRektor er glad. 75 % av oss er glade.', []],
    [
      'a line above key facts',
      'Kundeservice og salg\n\nSøknadsfrist: 3. mai 2027\nArbeidssted: Lillevik',
      ['Kundeservice og salg'],
    ],
    ['no key facts', 'Kundeservice og salg\n\nVi lager mat.', []],
    ['the employer above key facts', 'Lillevik kommune\n\nSøknadsfrist: 3. mai 2027', []],
    ['a call above key facts', 'Kundeservice og salg!\n\nSøknadsfrist: 3. mai 2027', []],
    [
      'a long line above key facts',
      'Kundeservice og salg med mange fine oppgaver for deg som liker folk\n\nSøknadsfrist: 3. mai 2027',
      [],
    ],
    ['who does something', 'Pakker fiskemat\n\nSøk på stillingen.', ['Pakker fiskemat']],
    ['who does something, in no ad', 'Pakker fiskemat\n\nVi liker fisk.', []],
  ])('%s', async (_what, text, expected) => {
    expect(await titles(text)).toEqual(expected)
  })

  test.each([
    ['who is sought before the word', 'Rektor søkes til Lillevik.', ['rektor']],
    ['far before the word', 'Rektor ved den store og fine skolen vår søkes.', []],
    ['by the code', 'Stillingen lønnes som rådgiver (kode 1434).', ['rådgiver']],
    ['without the code', 'Stillingen lønnes som rådgiver etter tariff.', []],
    ['one of several sought', 'Vi søker lærere og en rektor.', ['lærere']],
    ['the subject', 'Rektor har ansvar for skolen.', ['rektor']],
    ['the subject of an item', '- Rektor har ansvar for skolen.', []],
    ['a subject of the employer’s own', 'Vår rektor har ansvar for skolen.', []],
    ['not what one has been', 'Stilling som rektor. Du har erfaring fra stilling som lærer.', ['rektor']],
    ['no demand', 'Kvalifikasjoner\n- Som rektor må du være rolig\n', []],
    ['no experience', 'Kvalifikasjoner\n- Erfaring fra stilling som lærer\n', []],
    ['a slogan beside the label', 'Stillingstittel: Er du vår nye rektor?', ['rektor']],
    [
      'one in the words of the other',
      'Tittel: Rektor – Lillevik\n\nTittel: rektor, lillevik',
      ['rektor – lillevik'],
    ],
    ['no letters', 'Stillingstittel: X', []],
    ['another label', 'Stillingstittel: Sted: Lillevik', []],
    ['the form alone', 'Stillingstittel: fast stilling', []],
    ['a noun beside a weak label', 'Stilling: Pakker', ['pakker']],
  ])('%s', async (_what, text, expected) => {
    expect((await titles(text)).map((title) => title.toLowerCase())).toEqual(expected)
  })
})

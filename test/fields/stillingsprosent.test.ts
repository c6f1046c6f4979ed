import {describe, expect, test} from 'vitest'
import {bareFigures, findPercents} from '../../src/fields/grammar/percent.ts'
import {recogniseText} from './recognise.ts'

const sizes = async (text: string, path = 'draft.txt') =>
  (await recogniseText(text, {field: 'stillingsprosent', path})).map(({min, max, ord, text: words}) =>
    ord ? [min, max, words, ord] : [min, max, words],
  )

describe('percentages', () => {
  test.each([
    ['100 %', [[100, 100]]],
    ['65,72%%', [[65.72, 65.72]]],
    ['50–60 %', [[50, 60]]],
    ['50 % til 60 %', [[50, 60]]],
    ['fra 50 til 60 prosent', [[50, 60]]],
    ['inntil 90 %', [[0, 90]]],
    ['minst 80 %', [[80, 100]]],
    [
      '20, 40 og 60 %',
      [
        [20, 20],
        [40, 40],
        [60, 60],
      ],
    ],
    [
      '50/100 %',
      [
        [50, 50],
        [100, 100],
      ],
    ],
    ['åtti prosent', [[80, 80]]],
    ['uten tall', []],
  ])('%s', (text, expected) => {
    expect(findPercents(text).map(({min, max}) => [min, max])).toEqual(expected)
  })

  test('a value beside a label needs no sign', () => {
    expect(bareFigures('80')).toMatchObject([{min: 80, max: 80}])
    expect(bareFigures('50-60')).toMatchObject([{min: 50, max: 60}])
    expect(bareFigures('etter avtale')).toEqual([])
  })
})

describe('the size of the post', () => {
  test.each([
    ['label', 'Stillingsprosent: 80 %', [[80, 80, '80 %']]],
    ['label with a size that cannot be', 'Stillingsprosent: 0 %', [[0, 0, '0 %']]],
    ['label without sign', 'Stillingsprosent: 100', [[100, 100, '100']]],
    ['label, value below', 'Stillingsbrøk\n65,72%%', [[65.72, 65.72, '65,72%%']]],
    ['nynorsk label', 'Stillingsstorleik: 50–60 %', [[50, 60, '50–60 %']]],
    ['prose', 'Vi har ledig 60% fast stilling som barnehagelærer.', [[60, 60, '60%']]],
    ['number of posts before', 'Det er ledig 1 x 100 % vikariat som lærer.', [[100, 100, '100 %']]],
    ['after the post', 'Solbakken har ledig sykepleierstilling i 75 %.', [[75, 75, '75 %']]],
    ['with the title between', 'Det er ledig stilling som lærer i 80 %.', [[80, 80, '80 %']]],
    ['definite post', 'Nattevaktstillingen er ca 40%.', [[40, 40, 'ca 40%']]],
    ['range in prose', 'Dette er en 80-100% stilling.', [[80, 100, '80-100%']]],
    [
      'several',
      'Vi har ledig 20, 40 og 60 % stilling.',
      [
        [20, 20, '20'],
        [40, 40, '40'],
        [60, 60, '60 %'],
      ],
    ],
    [
      'parts of a whole',
      '70% fast stilling, kombineres med 30% vikariat',
      [
        [70, 70, '70%'],
        [30, 30, '30%'],
      ],
    ],
    [
      'list of posts',
      'Ledige stillinger:\n- 25,35% fast natt\n- 100 % vikariat',
      [
        [25.35, 25.35, '25,35%'],
        [100, 100, '100 %'],
      ],
    ],
    ['up to', 'Inntil 130 % faste stillinger i musikk', [[0, 130, 'Inntil 130 %']]],
    [
      'list after the post',
      'To faste stillingar, 100% og 60%, for lærarar',
      [
        [100, 100, '100'],
        [60, 60, '60%'],
      ],
    ],
    ['title, size and form', 'Ledige stillinger:\n- Nattevakt 23,5 % fast', [[23.5, 23.5, '23,5 %']]],
    ['line of key facts', 'Fast | Heltid | Lillevik', [[100, 100, 'Heltid', 'heltid']]],
    ['English', 'We have a vacant 50 % position as a nurse.', [[50, 50, '50 %']]],
    ['in words', 'Vi søker rektor i full stilling.', [[100, 100, 'full stilling', 'heltid']]],
    ['label in words', 'Heltid/deltid: Heltid', [[100, 100, 'Heltid', 'heltid']]],
    ['line of its own', 'Nøkkelinformasjon:\nHeltid\nFast', [[100, 100, 'Heltid', 'heltid']]],
    ['part time as a label', 'Heltid/deltid: Deltid', [[1, 99, 'Deltid', 'deltid']]],
    ['English label', 'Employment type: Full-time', [[100, 100, 'Full-time', 'heltid']]],
  ])('%s', async (_form, text, expected) => {
    expect(await sizes(text)).toEqual(expected)
  })

  test('front matter', async () => {
    expect(await sizes('---\nstillingsprosent: 80\n---\n\n# Lærer', 'draft.md')).toEqual([[80, 80, '80']])
  })

  test('as labelled and as written, so that they can be compared; words only where they differ', async () => {
    expect(await sizes('Ledig 80 % stilling.\n\nStillingsprosent: 100\nHeltid/deltid: Heltid')).toEqual([
      [100, 100, '100'],
      [80, 80, '80 %'],
    ])
    expect(await sizes('Stillingsprosent: 80\nHeltid/deltid: Heltid')).toEqual([
      [80, 80, '80'],
      [100, 100, 'Heltid', 'heltid'],
    ])
  })
})

describe('other percentages', () => {
  test.each([
    'Det trekkes 2 % innskudd til pensjon.',
    'Skolen har en administrasjonsressurs på 100 %.',
    'Selskapet er eid 50 % av kommunen.',
    'Stillingen er delt i 60 % undervisning og 40 % administrasjon.',
    'Vi gir 100 % lønn under sykdom.',
    'Stillingen har 20 % reising.',
    'Du får 100 % fast lønn.',
    'Du gir 100 % fokus til oppgaven.',
    '75 % av oss har gått på Lillevik skole.',
    'International travel 5%',
    'Deltidsansatte kan få mulighet til full stilling.',
    'Lønn oppgis for full stilling, omregnet til full stilling.',
    'Vi har heltidskultur.',
    'Du får fast stillingsprosent.',
  ])('%s', async (text) => {
    expect(await sizes(text)).toEqual([])
  })
})

describe('which sizes they are', () => {
  test.each([
    ['each of a list', 'Stillingen er på 50 %, 60 % eller 80 %.', [50, 60, 80]],
    ['those of two posts', 'Vi søker leder 80 %, og lærer 60 %.', [80, 60]],
    ['after a title', 'Daglig leder 80 % fast', [80]],
    ['after any first word of a short line', 'Ordfører, 40 %, fast', [40]],
    ['at the end of a short line', 'Fritidskontakt, 20 %', [20]],
    ['first in lines', '- 80 % natt\n- 2 x 60 %\n- 12 x 40 %\n', [80, 60, 40]],
    ['no benefits', 'Vi tilbyr\n- 80 % rabatt\n- 20 % på mat\n', []],
    ['no others', '80 % av elevene bor i Lillevik.', []],
    ['half', 'Halv stilling', [50]],
    ['a share', 'Vi har ledig 0,6 årsverk.', [60]],
    ['no more than a post', 'Vi har ledig 1,5 årsverk.', []],
    ['no nothing', 'Vi har ledig 0,0 årsverk.', []],
    ['no part of a post', '40 % av full stilling.', []],
  ])('%s', async (_which, text, sizes) => {
    const found = await recogniseText(text, {field: 'stillingsprosent'})
    expect(found.map(({max}) => max)).toEqual(sizes)
  })
})

import {describe, expect, test} from 'vitest'
import {recogniseText} from './recognise.ts'

const starts = async (text: string) => recogniseText(text, {field: 'tiltredelse'})

describe('start of work', () => {
  test.each([
    ['label', 'Tiltredelse: 1. august 2027', '2027-08-01'],
    ['label of a portal', 'Startdato: 01.08.2027', '2027-08-01'],
    ['label with words', 'Oppstart: etter avtale', 'etter avtale'],
    ['English label', 'Start date: ASAP', 'ASAP'],
    ['prose', 'Tiltredelse fra 15.08.2027 eller etter avtale.', '2027-08-15'],
    ['agreement', 'Oppstart etter nærmere avtale.', 'etter nærmere avtale'],
    ['nynorsk: vacant from', 'Stillinga er ledig frå 1.mars 2027.', '2027-03-01'],
    ['vacant from today', 'Stillingen er ledig fra d.d.', 'd.d.'],
    ['nynorsk: to be appointed at once', 'Tilsetting snarast råd.', 'snarast råd'],
    ['English label with a month', 'Preferred start: August 2027', 'August 2027'],
    ['a month', 'Miljøarbeider, 20 %, tiltredelse januar 2028.', 'januar 2028'],
    ['a season', 'Oppstart høsten 2027.', 'høsten 2027'],
    ['a position from a date', 'Det er ledig en fast 100 % stilling fra 12.08.2027.', '2027-08-12'],
    ['a period', 'Vi har ledig 50 % vikariat 16.8.27-31.1.28.', '2027-08-16'],
    ['a period in words', 'Vikariat fra 01.08.27 til 31.07.28.', '2027-08-01'],
    ['a school year', 'Skulen har ledig vikariat skuleåret 27/28.', 'skuleåret 27/28'],
    ['somebody is needed at once', 'Vi søker en elektriker med fagbrev omgående.', 'omgående'],
    [
      'English: to be filled',
      'We are looking to fill this position as soon as possible.',
      'as soon as possible',
    ],
  ])('%s', async (_form, text, value) => {
    expect(await starts(text)).toMatchObject([{value}])
  })

  test('a word that says little is marked', async () => {
    expect(await starts('Tiltredelse: snarlig')).toEqual([{value: 'snarlig', vag: true, text: 'snarlig'}])
    expect(await starts('Vi ønsker snarlig oppstart.')).toEqual([
      {value: 'snarlig', vag: true, text: 'snarlig'},
    ])
  })
})

describe('no start', () => {
  test.each([
    ['before entry', 'Politiattest må legges frem før tiltredelse.'],
    ['a task', 'Oppstart av nye prosjekter er en del av jobben.'],
    ['a firm', 'Vi er et oppstartsselskap med stor vekst.'],
    ['pay', 'Startlønn som ved 8 års ansiennitet.'],
    ['deadline', 'Søknadsfrist: 3. mai 2027'],
    ['times when closed', 'Hotellet er stengt 1. juli 2027 – 15. juli 2027.'],
    ['apply at once', 'Søk på stillingen snarest!'],
  ])('%s', async (_form, text) => {
    expect(await starts(text)).toEqual([])
  })
})

describe('how far the start may stand from its word', () => {
  test.each([
    ['up to the stop of the value', 'Tiltredelse: når du kan; vi venter', ['når du kan']],
    [
      'up to the first words of a long value',
      'Tiltredelse: sammen med lederen din og alle de andre som skal være med på laget vårt til vinteren',
      ['sammen med lederen din og alle de andre som skal være med på'],
    ],
    ['not in another sentence', 'Oppstart er viktig. Vi har møte 1. august 2027.', []],
    ['not behind a question', 'Oppstart? 1. august 2027', []],
    ['the first day of a period', 'Vikariat fra 1. august 2027 til 31. juli 2028.', ['2027-08-01']],
    ['the first day of a short period', 'Vikariat 1.8.27–31.7.28.', ['2027-08-01']],
    ['no day of something else', 'Stillingen ble lyst ut 1. august 2027.', []],
    ['a month after "from"', 'Vi søker lærer fra august 2027.', ['august 2027']],
    ['a month farther on', 'Vi søker lærer fra Lillevik i august.', []],
    ['a month of something else', 'Skolen er ny fra august 2027.', []],
    [
      'a part of a month',
      'Stillingen er ledig fra omtrent midten av august 2027.',
      ['midten av august 2027'],
    ],
    ['a school year', 'Vikariat skoleåret 27/28.', ['skoleåret 27/28']],
    ['not the application', 'Send søknaden straks.', []],
    ['not the deadline', '100 % stilling fra 1. august 2027. Søknad innen 1. mai.', ['2027-08-01']],
  ])('%s', async (_where, text, expected) => {
    const found = await recogniseText(text, {field: 'tiltredelse'})
    expect(found.map(({value}) => value)).toEqual(expected)
  })
})

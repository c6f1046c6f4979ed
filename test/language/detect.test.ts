import {existsSync, readFileSync} from 'node:fs'
import {describe, expect, test} from 'vitest'
import {assignLanguages, detectLanguage} from '../../src/language/detect.ts'

const paragraphs = {
  nb: [
    'Lillevik kommune søker en engasjert sykepleier til hjemmetjenesten. Du får varierte oppgaver og gode kolleger.',
    'Vi tilbyr fast stilling i hundre prosent, og lønna følger tariffen. Stillinga er ledig fra 1. august.',
    'Boka om bygda er en del av framtida vår. Er du nysgjerrig på hva vi gjør, kan du ringe oss.',
    'Hva kan du bidra med? Send søknaden din før fristen. Vi ser ikke på attester som kommer seinere.',
    'Du må ha autorisasjon som lærer og kunne samarbeide med foreldre og andre ansatte ved skolen.',
    'Arbeidet går i turnus med vakt hver tredje helg. Personlig egnethet blir vektlagt.',
  ],
  nn: [
    'Lillevik kommune søkjer ein engasjert sjukepleiar til heimetenesta. Du får varierte oppgåver og gode kollegaer.',
    'Vi tilbyr fast stilling i hundre prosent, og løna følgjer tariffen. Stillinga er ledig frå 1. august.',
    'Boka om bygda er ein del av framtida vår. Er du nysgjerrig på kva vi gjer, kan du ringje oss.',
    'Kva kan du bidra med? Send søknaden din før fristen. Vi ser ikkje på attestar som kjem seinare.',
    'Du må ha autorisasjon som lærar og kunne samarbeide med foreldre og andre tilsette ved skulen.',
    'Arbeidet går i turnus med vakt kvar tredje helg. Det blir lagt vekt på om du er personleg eigna.',
  ],
  en: [
    'Lillevik municipality is looking for a nurse to join the home care team. You will have varied tasks.',
    'We offer a permanent full-time position, and the salary follows the collective agreement.',
    'Applicants must have completed a relevant degree, and good written English is required.',
  ],
}

describe('detectLanguage', () => {
  test.each(Object.entries(paragraphs).flatMap(([language, texts]) => texts.map((text) => [language, text])))(
    '%s: %s',
    (language, text) => expect(detectLanguage(text).language).toBe(language),
  )

  test('Norwegian without a mark of either form is bokmål', () => {
    expect(detectLanguage('Vikar til barnehage')).toMatchObject({language: 'nb', margin: 0})
  })

  test.each([
    '',
    '1234 – 5678',
    'Vi söker en lärare och du har erfarenhet av arbete där',
    'Vi søger en medarbejder, hvad vil du arbejde med, og hvor meget af det?',
  ])('neither Norwegian nor English: «%s»', (text) => expect(detectLanguage(text).language).toBe('unknown'))
})

describe('assignLanguages', () => {
  test('a long block has its own language, a short one that of the document', () => {
    const texts = [
      'Om stillingen',
      paragraphs.nb.join(' '),
      'Send søknaden frå skulen din.',
      paragraphs.nn.slice(0, 2).join(' '),
      paragraphs.en.join(' '),
      'Welcome to our team',
    ]
    expect(assignLanguages(texts)).toEqual({document: 'nb', blocks: ['nb', 'nb', 'nb', 'nn', 'en', 'nb']})
  })

  test('a document without words', () => {
    expect(assignLanguages(['', '2027'])).toEqual({document: 'unknown', blocks: ['unknown', 'unknown']})
    expect(assignLanguages([])).toEqual({document: 'unknown', blocks: []})
  })
})

const ads = '../shared/ads'

describe.skipIf(!existsSync(`${ads}/labels.json`))('labelled ads', () => {
  const labels: Record<string, {language: string}> = existsSync(`${ads}/labels.json`)
    ? JSON.parse(readFileSync(`${ads}/labels.json`, 'utf8'))
    : {}
  test.each(Object.entries(labels))('%s', (id, {language}) => {
    const lines = readFileSync(`${ads}/plain/${id}.md`, 'utf8').normalize('NFC').split('\n')
    expect(assignLanguages(lines).document).toBe(language)
  })
})

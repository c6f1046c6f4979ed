import {describe, expect, test} from 'vitest'
import {recogniseText} from './recognise.ts'

const notices = async (text: string) => recogniseText(text, {field: 'søkerliste'})

describe('a notice with both halves is complete', () => {
  test.each<[form: string, text: string]>([
    [
      'both halves in one sentence',
      'Opplysninger om søkeren kan bli offentliggjort selv om søkeren har bedt om ikke å bli ført opp på søkerlisten.',
    ],
    ['spoken to the reader', 'Navnet ditt kan bli gjort offentlig selv om du ber om anonymitet.'],
    [
      'nynorsk',
      'Opplysningar om søkjaren kan bli offentleggjorde sjølv om søkjaren har bede om å vere unnateken søkjarlista.',
    ],
    ['nynorsk with søkarliste', 'Søkarlista kan bli offentleg sjølv om søkaren ber om anonymitet.'],
    [
      'the request is refused, in a sentence of its own',
      'Vi lager en offentlig søkerliste. Du varsles dersom ønsket om unntak ikke tas til følge.',
    ],
    [
      'spoken bokmål',
      'Opplysninger om søkerne kan bli offentlige sjøl om søker har bedt om ikke å bli ført opp på søkerliste.',
    ],
    [
      'the reason is not enough, nynorsk',
      'Søkjarar kan be om å vere unnatekne offentleg søkjarliste. Er grunngjevinga for fritak ikkje tilstrekkeleg, blir søkjaren kontakta.',
    ],
    [
      'no ground for exemption, two sentences away',
      'Søkere som vil være unntatt offentlighet, må begrunne det. Begrunnelsen blir vurdert. Hvis det ikke foreligger grunn til unntak, blir søkerlisten offentlig.',
    ],
    [
      'warned beforehand',
      'Du kan be om unntak fra offentlig søkerliste. Hvis listen likevel blir offentlig, blir du varslet på forhånd.',
    ],
    [
      'English',
      'Information about applicants may be made public even if the applicant has asked not to be on the list.',
    ],
  ])('%s', async (_form, text) => {
    expect(await notices(text)).toEqual([{fullstendig: true, text}])
  })

  test('in two paragraphs under one heading', async () => {
    const ad =
      'Offentlighet\n\nSøkerlisten er offentlig.\n\nDu får beskjed dersom anmodningen din ikke blir tatt til følge.\n'
    expect(await notices(ad)).toMatchObject([{fullstendig: true}])
  })
})

describe('a notice without "even if" is not complete', () => {
  test.each([
    'Søkere kan be om å bli unntatt offentlig søkerliste.',
    'Søkarlista er offentleg.',
    'Navnet ditt står på en offentlig søkerliste. Vi vurderer om du kan bli unntatt.',
  ])('%s', async (text) => {
    expect(await notices(text)).toMatchObject([{fullstendig: false}])
  })

  test('what stands under another heading does not complete it', async () => {
    const ad =
      'Offentlighet\n\nSøkerlisten er offentlig.\n\nVi tilbyr\n\nØnsker om ferie blir ikke avslått.\n'
    expect(await notices(ad)).toEqual([{fullstendig: false, text: 'Søkerlisten er offentlig.'}])
  })

  test('the words are those after the label', async () => {
    expect(await notices('Offentlig søkerliste: Navnet ditt står på listen.\n')).toEqual([
      {fullstendig: false, text: 'Navnet ditt står på listen.'},
    ])
  })
})

describe('false friends are silent', () => {
  test.each([
    'Du har erfaring fra offentlig sektor og liker å møte søkere.',
    'Søkere må ha kunnskap om offentleglova og arkivlova.',
    'Offentlig tjenestepensjon i KLP.',
    'Alle søknader behandles fortløpende.',
    'Arbeidsoppgaver\n• Lage offentlige søkerlister og innstillinger\n• Føre journal\n',
  ])('%s', async (text) => {
    expect(await notices(text)).toEqual([])
  })
})

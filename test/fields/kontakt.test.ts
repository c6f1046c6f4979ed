import {describe, expect, test} from 'vitest'
import {recogniseText} from './recognise.ts'

const people = async (text: string, path = 'draft.txt') =>
  (await recogniseText(text, {field: 'kontakt', path})).map(({text: _words, ...value}) => value)

const kari = {navn: 'Kari Lie', telefon: ['+4740000000'], epost: []}
const kariMail = {...kari, epost: ['kari.lie@lillevik.example']}

describe('one person with role and numbers', () => {
  test.each<[form: string, text: string, expected: object[]]>([
    ['label', 'Kontaktperson: Kari Lie, tlf. 400 00 000', [kari]],
    [
      'label with a role before the name',
      'Kontakt: Rektor Kari Lie, 400 00 000',
      [{...kari, rolle: 'Rektor'}],
    ],
    ['label and value below', 'Kontaktperson\nKari Lie\n400 00 000', [kari]],
    [
      'label for each part',
      'Kontaktperson: Kari Lie\nTelefon: 400 00 000\nE-post: kari.lie@lillevik.example',
      [kariMail],
    ],
    [
      'label, name, role and number on lines of their own',
      'Kontaktperson:\nKari Lie\nSeksjonsleder\n400 00 000',
      [{...kari, rolle: 'Seksjonsleder'}],
    ],
    [
      'label for each part, with the role',
      'Kontaktperson: Kari Lie\nTittel: Enhetsleder\nTelefon: 400 00 000',
      [{...kari, rolle: 'Enhetsleder'}],
    ],
    [
      'heading and a line of name, role, phone, address',
      '## Kontaktinformasjon\nKari Lie, Einingsleiar, +47 40000000, kari.lie@lillevik.example',
      [{...kariMail, rolle: 'Einingsleiar'}],
    ],
    [
      'heading and a name without a number',
      'For mer informasjon om stillingen kan du kontakte\n\nKari Lie\nKari Lie',
      [{navn: 'Kari Lie', telefon: [], epost: []}],
    ],
    [
      'prose: take contact with role and name',
      'For spørsmål om stillingen, ta kontakt med enhetsleder Kari Lie på telefon 400 00 000.',
      [{...kari, rolle: 'enhetsleder'}],
    ],
    [
      'prose: role with its unit, then the name after a comma',
      'Har du spørsmål, kontakt leder for Kulturkontoret i Lillevik, Kari Lie, tlf. 400 00 000.',
      [{...kari, rolle: 'leder for Kulturkontoret i Lillevik'}],
    ],
    [
      'prose: inquiries are directed to',
      'Henvendelser om stillingen rettes til konst. avdelingsleder Kari Lie (mob. 400 00 000).',
      [{...kari, rolle: 'konst. avdelingsleder'}],
    ],
    [
      'nynorsk: you get more information from',
      'Nærare opplysningar får du hjå bygge- og eigedomssjef Kari Lie, tlf. 400 00 000.',
      [{...kari, rolle: 'bygge- og eigedomssjef'}],
    ],
    [
      'nynorsk: questions can be put to',
      'Spørsmål om stillinga kan rettast til styrar Kari Lie, kari.lie@lillevik.example / 400 00 000',
      [{...kariMail, rolle: 'styrar'}],
    ],
    [
      'the phone in the next sentence',
      'Vil du vite mer om jobben? Kontakt daglig leder Kari Lie. Tlf.: 400 00 000.',
      [{...kari, rolle: 'daglig leder'}],
    ],
    [
      'English',
      'For further information, please contact Head of Department Kari Lie, phone +47 400 00 000.',
      [{...kari, rolle: 'Head of Department'}],
    ],
    [
      'English: questions about the position',
      'Questions about the position can be directed to Kari Lie (kari.lie@lillevik.example, +47 400 00 000).',
      [kariMail],
    ],
    [
      'a recruiter outside the employer',
      'Ønsker du mer informasjon, ta kontakt med Kari Lie i Nordvik Rekruttering på kari.lie@nordvik.example.',
      [{navn: 'Kari Lie', telefon: [], epost: ['kari.lie@nordvik.example']}],
    ],
    [
      'a first name with a role and a number, alone on its line',
      '## Kontaktinformasjon\nKari, Avdelingsleder, 400 00 000',
      [{navn: 'Kari', rolle: 'Avdelingsleder', telefon: ['+4740000000'], epost: []}],
    ],
    [
      'a role without a name',
      '## Kontaktinformasjon\nFagperson, 40000000',
      [{rolle: 'Fagperson', telefon: ['+4740000000'], epost: []}],
    ],
    [
      'a number without a name',
      'Vi kan kontaktes på nummer: 40 00 00 00.',
      [{telefon: ['+4740000000'], epost: []}],
    ],
    [
      'an address without a name',
      'Spørsmål? Kontakt oss på post@lillevik.example.',
      [{telefon: [], epost: ['post@lillevik.example']}],
    ],
  ])('%s', async (_form, text, expected) => {
    expect(await people(text)).toEqual(expected)
  })
})

describe('names', () => {
  test.each([
    ['hyphens', 'Kontaktperson: Anne-Marie Lie-Berg, 400 00 000', 'Anne-Marie Lie-Berg'],
    ['initials', 'Kontaktperson: Per H. Ås, 400 00 000', 'Per H. Ås'],
    ['an initial without a full stop', 'Kontaktperson: Per H Ås, 400 00 000', 'Per H Ås'],
    ['particles', 'Kontaktperson: Ida van der Berg, 400 00 000', 'Ida van der Berg'],
    ['an apostrophe', "Kontaktperson: Mary O'Neil, 400 00 000", "Mary O'Neil"],
    ['four words', 'Kontaktperson: Berit Nordli Li Haug, 400 00 000', 'Berit Nordli Li Haug'],
    ['a role glued to the name by capitals', 'Kontaktperson: Teknisk Sjef Per Ås, 400 00 000', 'Per Ås'],
    ['a role behind the name', 'Kontaktperson: Per Ås Rektor 400 00 000', 'Per Ås'],
    ['a role in the plural', 'Kontakt våre rådgivere Per Ås, tlf. 400 00 000', 'Per Ås'],
    ['English title', 'Contact: People & Culture Manager Per Ås, +47 400 00 000', 'Per Ås'],
  ])('%s', async (_form, text, name) => {
    expect((await people(text)).map(({navn}) => navn)).toEqual([name])
  })
})

describe('several people', () => {
  const per = {navn: 'Per Ås', telefon: ['+4740000001'], epost: []}
  test.each<[form: string, text: string, expected: object[]]>([
    [
      'joined by "eller"',
      'Kontakt: rektor Kari Lie, tlf. 400 00 000, eller inspektør Per Ås, tlf. 400 00 001',
      [
        {...kari, rolle: 'rektor'},
        {...per, rolle: 'inspektør'},
      ],
    ],
    [
      'one on each line',
      '## Kontaktinformasjon\nKari Lie, Rektor, 400 00 000\nPer Ås, Inspektør, 400 00 001',
      [
        {...kari, rolle: 'Rektor'},
        {...per, rolle: 'Inspektør'},
      ],
    ],
    [
      'an address goes to the person whose name it has, not to the nearest',
      'Kontaktperson: Kari Lie eller Per Ås, kari.lie@lillevik.example',
      [
        {...kari, telefon: [], epost: ['kari.lie@lillevik.example']},
        {...per, telefon: []},
      ],
    ],
    [
      'each under a label, with name, role and number on lines of their own',
      'Kontaktperson:\nKari Lie\nRektor\n400 00 000\n\nKontaktperson:\nPer Ås\nInspektør\n400 00 001',
      [
        {...kari, rolle: 'Rektor'},
        {...per, rolle: 'Inspektør'},
      ],
    ],
    [
      'the same person in prose and in the portal field is one',
      'Spørsmål om stillingen? Ring rektor Kari Lie på 400 00 000.\n\n## Kontaktinformasjon\nKari Lie, Rektor, +4740000000, kari.lie@lillevik.example',
      [{...kariMail, rolle: 'rektor'}],
    ],
    [
      'an address that applications go to, and that is the name of a contact, is hers',
      'Søknad sendes kari.lie@lillevik.example\n\nFor spørsmål, kontakt rektor Kari Lie, tlf. 400 00 000.',
      [{...kariMail, rolle: 'rektor'}],
    ],
  ])('%s', async (_form, text, expected) => {
    expect(await people(text)).toEqual(expected)
  })
})

describe('mailto and tel links', () => {
  test('an address behind a name', async () => {
    const text = 'Har du spørsmål? Send dem til [Kari Lie](mailto:kari.lie@lillevik.example).'
    expect(await people(text, 'draft.md')).toEqual([{...kariMail, telefon: []}])
  })

  test('a first name that is a link is a name', async () => {
    const text = 'Har du spørsmål? Send dem til [Kari fra Lillevik](mailto:kari@lillevik.example).'
    expect(await people(text, 'draft.md')).toEqual([
      {navn: 'Kari', telefon: [], epost: ['kari@lillevik.example']},
    ])
  })
})

test('front matter', async () => {
  const text =
    '---\nkontakt: {navn: Kari Lie, telefon: 400 00 000, epost: kari.lie@lillevik.example}\n---\n\n# Lærer\n\nVi søker.'
  expect(await people(text, 'draft.md')).toEqual([kariMail])
})

test('the words go from the name to the last number', async () => {
  const text = 'For spørsmål, kontakt rektor Kari Lie, tlf. 400 00 000.'
  const [found] = await recogniseText(text, {field: 'kontakt'})
  expect(found?.text).toBe('Kari Lie, tlf. 400 00 000')
})

describe('no contact', () => {
  test.each([
    ['help with log-in', 'Har du problemer med innlogging, kontakt support på 400 00 000.'],
    [
      'help with the application form',
      'Trenger du hjelp til å fylle ut søknaden, kan du ta kontakt med servicetorget på tlf. 400 00 000.',
    ],
    [
      'help, with the address on the next line',
      'Har du behov for hjelp i søknadsprosessen, kan du kontakte oss på e-post til:\npersonal@lillevik.example',
    ],
    ['service desk', 'Ta kontakt med kommunens servicekontor på tlf. 400 00 000.'],
    ['adaptation', 'Har du behov for tilrettelegging, ta kontakt med hr@lillevik.example.'],
    ['English: accommodation', 'If you need accommodation, please contact hr@lillevik.example.'],
    [
      'exemption from the list',
      'Ønsker du å være unntatt offentlighet, send begrunnelse til hr@lillevik.example. Ta kontakt om du har spørsmål om søkerlisten: 400 00 000.',
    ],
    ['privacy', 'Spørsmål om personvern rettes til personvernombud Kari Lie, 400 00 000.'],
    [
      'sellers',
      'Vi ønsker ikke kontakt med annonseselgere. Ring 400 00 000 ved andre spørsmål om annonsesalg.',
    ],
    ['an address for applications', 'Søknad med CV sendes til jobb@lillevik.example innen 1. mai.'],
    ['an address for applications in English', 'Please send your application to jobs@lillevik.example.'],
    ['a quoted manager', '– Vi er stolte av laget vårt, sier rådmann Kari Lie.'],
    ['a colleague', 'Du blir kollega med Kari Lie og Per Ås, som har jobbet her i ti år.'],
    ['"kontakt" as a task', 'Du har daglig kontakt med brukere og pårørende i Lillevik Kommune.'],
    ['a quality', 'Du er engasjert, lytter og stiller spørsmål.'],
    ['a switchboard in the footer', 'Lillevik kommune\nRådhusgata 1\nTlf. 32 00 00 00'],
  ])('%s', async (_form, text) => {
    expect(await people(text)).toEqual([])
  })

  test('an organisation or a place is no name', async () => {
    expect(await people('For spørsmål, ta kontakt med Lillevik Sykehus på 400 00 000.')).toEqual([
      {telefon: ['+4740000000'], epost: []},
    ])
  })

  test('the number of a switchboard beside a contact is not hers', async () => {
    expect(
      await people('Kontakt: rektor Kari Lie, tlf. 400 00 000, eller sentralbordet, tlf. 32 00 00 00'),
    ).toEqual([{...kari, rolle: 'rektor'}])
  })
})

describe('who is found, and with what', () => {
  /** Each contact as `NAME, ROLE, NUMBERS, ADDRESSES`, as far as they are known. */
  const contacts = async (text: string) =>
    (await recogniseText(text, {field: 'kontakt', path: 'draft.md'})).map(({navn, rolle, telefon, epost}) =>
      [navn, rolle, ...telefon.map((number) => number.slice(3)), ...epost].filter(Boolean).join(', '),
    )

  test.each([
    ['whom to ring', 'Ring Kari Eksempel på tlf. 400 00 000.', ['Kari Eksempel, 40000000']],
    [
      'whom to ring, with a role',
      'Ring rektor Kari Eksempel på 400 00 000.',
      ['Kari Eksempel, rektor, 40000000'],
    ],
    ['who signs', 'Vi lager mat.\n\nKari Eksempel\n\ntlf. 400 00 000', ['Kari Eksempel, 40000000']],
    [
      'who signs on one line',
      'Vi lager mat.\n\nKari Eksempel, rektor, tlf. 400 00 000',
      ['Kari Eksempel, rektor, 40000000'],
    ],
    [
      'who signs on several lines',
      'Vi lager mat.\n\nKari Eksempel\nrektor\ntlf. 400 00 000',
      ['Kari Eksempel, rektor, 40000000'],
    ],
    ['nobody in a list', 'Vi lager mat.\n\n- Kari Eksempel\n- tlf. 400 00 000', []],
    ['nobody in a sentence', 'Vi lager mat.\n\nKari Eksempel på kjøkkenet har tlf. 400 00 000', []],
    [
      'a number on the next line is hers',
      'Spørsmål om stillingen rettes til Kari Eksempel, tlf. 400 00 000.\n\nTlf. 400 00 001',
      ['Kari Eksempel, 40000000, 40000001'],
    ],
    [
      'a name below',
      'Spørsmål om stillingen rettes til rektor.\n\nKari Eksempel\n\n400 00 000',
      ['Kari Eksempel, 40000000'],
    ],
    ['help with something else', 'Ved spørsmål om innlogging kontakt support, tlf. 400 00 000.', []],
    ['who takes the applications', 'Send søknaden til Kari Eksempel, kari@lillevik.example.', []],
    [
      'up to the next label',
      'Kontaktperson: Kari Eksempel\nTlf: 400 00 000\nFrist: 3. mai 2027',
      ['Kari Eksempel, 40000000'],
    ],
    [
      'two with roles',
      'Kontaktperson: Kari Eksempel, rektor, 400 00 000 og Ola Normann, inspektør, 400 00 001',
      ['Kari Eksempel, rektor, 40000000', 'Ola Normann, inspektør, 40000001'],
    ],
    [
      'two names and two numbers',
      'Kontaktpersoner: Kari Eksempel og Ola Normann, tlf. 400 00 000 og 400 00 001',
      ['Kari Eksempel, 40000000', 'Ola Normann, 40000001'],
    ],
    [
      'addresses by the name in them',
      'Kontakt\n\nKari Eksempel ola.normann@lillevik.example\nOla Normann kari.eksempel@lillevik.example',
      ['Kari Eksempel, kari.eksempel@lillevik.example', 'Ola Normann, ola.normann@lillevik.example'],
    ],
    ['a desk', 'Ta kontakt med sentralbordet, tlf. 400 00 000.', []],
    [
      'a desk beside her',
      'Ta kontakt med Kari Eksempel eller sentralbordet, tlf. 400 00 000.',
      ['Kari Eksempel'],
    ],
    ['a number alone', 'Ta kontakt med oss på tlf. 400 00 000.', ['40000000']],
    ['a role alone', 'Ta kontakt med rektor på tlf. 400 00 000.', ['rektor, 40000000']],
    ['a first name with a role beside a label', 'Kontaktperson: Kari, rektor', ['Kari, rektor']],
    ['a first name alone', 'Kontaktperson: Kari', []],
    [
      'a role on its own line',
      'Kontakt oss!\n\nKari Eksempel\n\nTittel: rektor\n\nTlf. 400 00 000',
      ['Kari Eksempel, rektor, 40000000'],
    ],
    [
      'each on its own line',
      'Spørsmål rettes til:\n\nKari Eksempel\n\nrektor\n\n400 00 000\n\nkari@lillevik.example\n\nVi lager mat.',
      ['Kari Eksempel, rektor, 40000000, kari@lillevik.example'],
    ],
    [
      'an address behind her name',
      'Spørsmål om stillingen rettes til [Kari Eksempel](mailto:kari@lillevik.example?subject=Jobb).',
      ['Kari Eksempel, kari@lillevik.example'],
    ],
    [
      'a number behind a word',
      'Spørsmål om stillingen rettes til [rektor](tel:%2B4740000000).',
      ['40000000'],
    ],
    ['a number that cannot be read', 'Spørsmål om stillingen rettes til [rektor](tel:%ZZ).', []],
    [
      'a number shown and linked',
      'Spørsmål om stillingen rettes til [400 00 000](tel:+4740000000).',
      ['40000000'],
    ],
  ])('%s', async (_what, text, expected) => {
    expect(await contacts(text)).toEqual(expected)
  })
})

import {describe, expect, test} from 'vitest'
import {sentenceSpans} from '../../src/language/sentences.ts'

const sentencesOf = (text: string): string[] =>
  sentenceSpans(text).map(({start, end}) => text.slice(start, end))

/** A bar parts the sentences. */
const cases = [
  // full stops that end nothing
  'Ring Kari Berg på tlf. 400 00 000 for mer informasjon.',
  'Ta kontakt på mob. 400 00 000 eller tlf. 500 00 000.',
  'Lønn fra kr. 480 000 per år. | Pensjon kommer i tillegg.',
  'Møt opp kl. 12.00 på rådhuset. | Ta med legitimasjon.',
  'Saken har nr. 12/2027 i arkivet.',
  'Vi samarbeider med bl.a. Lillevik skole og Storvik barnehage.',
  'Du har erfaring fra f.eks. Lillevik kommune.',
  'Vi ansetter iht. Hovedtariffavtalen.',
  'Offentlig søkerliste settes opp, jf. § 25 i offentleglova.',
  'Stillingen er ledig pga. Permisjon.',
  'Avdelingen har ca. 40 ansatte. | Du blir en av dem.',
  'Kontakt adm. dir. Kari Berg. | Hun svarer gjerne.',
  'Spør dr. Berg om turnusen.',
  'Beløpet er min. 3 og maks. 5 tusen kroner.',
  'Budsjettet er 12 mill. 400 tusen kroner.',
  'Reglene står i kap. 3 og pkt. 4 i avtalen.',
  'Stillingen passer for deg med ph.d. Du må ha levert avhandlingen.',
  'Kontoret ligger i Storgt. 12, 0001 Lillevik.',
  'Du får utvikle deg, dvs. Lillevik satser på kurs.',
  'Perioden er t.o.m. 31. desember.',
  'Vi er tilgjengelige f.o.m. 1. januar 2027.',
  'Kommunen har inkl. Storvik 12 000 innbyggere.',
  'Send søknaden innen 23. februar 2027. | Vi svarer alle.',
  'Søknadsfrist: 1. mai. | Tiltredelse: 1. august.',
  'Fristen er 1. Mai 2027.',
  'Arbeid hver 3. helg. | Turnus avtales.',
  'Du jobber i 2. linje og 3. etasje.',
  'Fristen er 19.10.2027. | Oppstart etter avtale.',
  'Fristen er 19.oktober. | Oppstart etter avtale.',
  'Spør Kari A. Berg. | Hun leder avdelingen.',
  'Skriv til K. A. Berg ved rådhuset.',
  '1. Send søknad innen fristen. | Husk vedlegg.',
  'Lovgrunnlaget er helsepersonelloven § 48 a. | Du må ha autorisasjon.',
  // full stops that end a sentence
  'Vi har barnehager, skoler osv. | Du velger selv hvor.',
  'Vi tilbyr kurs, hospitering m.m. | Alle får en fadder.',
  'Du lager planer, rapporter o.l. | Arbeidet skjer i team.',
  'Du lager planer, rapporter o.l. sammen med teamet.',
  'Vi har kantine, trim etc. og god stemning.',
  'Vi har kantine, trim etc. | Du får egen fadder.',
  'Du må ha førerkort klasse B. | Vi har egne biler.',
  'Du må ha førarkort klasse B. | Vi har eigne bilar.',
  'Vi er ti ansatte. | Nå blir vi elleve.',
  'Vi er 30. | Snart blir vi 31.',
  'Det er oppstart i uke 33. | Du får opplæring.',
  'Her trives alle. | 30 ansatte jobber hos oss.',
  'Vi bor i en stat. | Den er stor.',
  'Stillingen er i bedriften Lillevik AS. | Vi leverer varme.',
  'Vil du bli med? | Send oss en søknad!',
  'Velkommen! | Vi gleder oss.',
  'Vi venter … | Kommer du?',
  '«Her er det godt å være.» | Det sier Ola.',
  '«Her er det godt å være,» sier Ola. | Han er fagarbeider.',
  'Du bidrar (bl.a. i team). | Vi støtter deg.',
  'Se www.lillevik.example for mer. | Søk i dag.',
  'Skriv til post@lillevik.example. | Vi svarer.',
  'Tariffen er 4,5 pst. høyere i år. | Den justeres hvert år.',
  // nynorsk
  'Du har t.d. Arbeidd i skule. | Røynsle tel med.',
  'Vi har barnehagar, skular osb. | Du vel sjølv kvar.',
  'Ta kontakt med tenesteleiar, tlf. 400 00 000. | Ho svarar gjerne.',
  'Fristen er 1. mars. | Oppstart er 1. august.',
  // English
  'We offer training, e.g. in sign language. | You will have a mentor.',
  'Salary: approx. NOK 600 000. | We offer a pension.',
]

describe('sentenceSpans', () => {
  test.each(cases)('%s', (marked) => {
    expect(sentencesOf(marked.replaceAll(' | ', ' '))).toEqual(marked.split(' | '))
  })

  test('a line break inside a block is a space', () => {
    expect(sentencesOf('Ring Kari på tlf.\n400 00 000. Hun\nsvarer gjerne.')).toEqual([
      'Ring Kari på tlf.\n400 00 000.',
      'Hun\nsvarer gjerne.',
    ])
  })

  test('a block without a full stop is one sentence, white space around it aside', () => {
    expect(sentencesOf('  Arbeidsoppgaver ')).toEqual(['Arbeidsoppgaver'])
    expect(sentencesOf('Frist: 1. mai')).toEqual(['Frist: 1. mai'])
    expect(sentencesOf(' \n ')).toEqual([])
  })

  test('a very long block loses nothing', () => {
    const text = 'Vi søker deg. Du søker oss. '.repeat(2000).trim()
    expect(sentencesOf(text)).toHaveLength(4000)
    expect(sentencesOf(`${'ord '.repeat(5000)}. Slutt.`).join(' ').length).toBeGreaterThan(19_000)
  })
})

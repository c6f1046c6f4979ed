import {describe, expect, test} from 'vitest'
import {analyse} from '../../src/language/analyse.ts'
import {createLexicon} from '../../src/language/lexicon.ts'
import {roleOf} from '../../src/language/roles.ts'
import type {Role} from '../../src/language/types.ts'
import type {Block, Posting, Section} from '../../src/posting/types.ts'

const lexicon = createLexicon([])

const role = (text: string, sections: Section[] = ['annet'], kind: Block['kind'] = 'paragraph'): Role =>
  roleOf(text.toLowerCase(), {kind, sections})

describe('the section decides where the words do not', () => {
  test.each<[Section, Role]>([
    ['kvalifikasjoner', 'krav'],
    ['egenskaper', 'egenskap'],
    ['arbeidsoppgaver', 'oppgave'],
    ['vilkår', 'tilbud'],
    ['kontakt', 'kontakt'],
    ['nøkkelinfo', 'nøkkelinfo'],
    ['mangfold', 'annet'],
    ['søkerliste', 'søkerliste'],
    ['om', 'virksomhet'],
    ['annet', 'annet'],
  ])('%s: %s', (section, expected) => expect(role('Lillevik og omegn', [section])).toBe(expected))
})

describe('the words decide', () => {
  test.each<[string, Section, Role]>([
    ['Du må ha førerkort klasse B.', 'annet', 'krav'],
    ['Du må vere over 18 år.', 'om', 'krav'],
    ['Det kreves politiattest.', 'vilkår', 'krav'],
    ['Du må være over 20 år.', 'arbeidsoppgaver', 'krav'],
    ['Du behandler krav fra leverandører.', 'arbeidsoppgaver', 'oppgave'],
    ['Du vil jobbe med barn og unge.', 'annet', 'oppgave'],
    ['Vi søker en engasjert lærer til Lillevik skole.', 'om', 'krav'],
    ['Erfaring fra skole er ønskelig.', 'kvalifikasjoner', 'ønske'],
    ['Det er ein fordel med røynsle.', 'kvalifikasjoner', 'ønske'],
    ['Du er nysgjerrig og trygg.', 'annet', 'egenskap'],
    ['Du får faglig påfyll og god oppfølging.', 'annet', 'tilbud'],
    ['Vi tilbyr eit godt arbeidsmiljø.', 'om', 'tilbud'],
    ['Arbeidsoppgavene er varierte.', 'annet', 'oppgave'],
    ['Lillevik kommune har 12 000 innbyggere, og kommunen er i vekst.', 'annet', 'virksomhet'],
    ['Ta gjerne kontakt med Kari Berg på telefon 400 00 000.', 'annet', 'kontakt'],
    ['Søkere kan bli ført på offentlig søkerliste.', 'annet', 'søkerliste'],
    ['Vi oppmodar alle kvalifiserte til å søkje uavhengig av alder og kjønn.', 'annet', 'mangfoldserklæring'],
    ['Vi ønsker mangfold.', 'mangfold', 'mangfoldserklæring'],
    ['Vi ønsker mangfold.', 'annet', 'annet'],
    ['Alder, kjønn, etnisitet og livssyn teller ikke hos oss.', 'om', 'mangfoldserklæring'],
    ['Du må arbeide godt uavhengig av andre.', 'annet', 'krav'],
    ['Vi arbeider med elever i ulik alder.', 'arbeidsoppgaver', 'oppgave'],
  ])('%s (%s): %s', (text, section, expected) => expect(role(text, [section])).toBe(expected))

  test('a quotation is a quotation, whatever it says', () => {
    expect(role('Du må være ung!', ['kvalifikasjoner'], 'quotation')).toBe('sitat')
  })
})

describe('analyse', () => {
  const block = (text: string, start: number, values: Partial<Block> = {}): Block => ({
    kind: 'paragraph',
    text,
    span: {start, end: start + text.length},
    sections: ['annet'],
    language: 'nb',
    ...values,
  })
  const text = 'Om oss\nVi er en skole. Du må ha førerkort.'
  const blocks = [block('Om oss', 0, {kind: 'heading'}), block('Vi er en skole. Du må ha førerkort.', 7)]

  test('sentences have their places, roles and blocks', () => {
    const {sentences} = analyse({text, blocks} as unknown as Posting, lexicon)
    expect(sentences.map(({text, role}) => [text, role])).toEqual([
      ['Om oss', 'annet'],
      ['Vi er en skole.', 'virksomhet'],
      ['Du må ha førerkort.', 'krav'],
    ])
    for (const {span, text: words} of sentences) expect(text.slice(span.start, span.end)).toBe(words)
    expect(sentences[2]!.block).toBe(blocks[1])
  })

  test('the work is done once, and not before it is asked for', () => {
    let asked = 0
    const posting = {
      text: blocks.map(({text}) => text).join('\n'),
      get blocks() {
        asked++
        return blocks
      },
    }
    const analysis = analyse(posting as unknown as Posting, lexicon)
    expect(asked).toBe(0)
    const {sentences} = analysis
    const once = asked
    expect(analysis.sentences).toBe(sentences)
    expect(analysis.sentencesWithHits).toEqual([])
    expect(asked).toBe(once)
  })
})

import {describe, expect, it} from 'vitest'
import {outline, readText} from './read.ts'

const outlineOf = async (text: string, path?: string): Promise<string[]> =>
  outline(await readText(text, path))

describe('plain text', () => {
  it('tells headings, paragraphs and list items apart, and what each stands under', async () => {
    expect(
      await outlineOf(`Rådgiver i Lillevik

Vi trenger en rådgiver som vil bygge opp arkivet.

Arbeidsoppgaver

 • ordne arkivet
 • svare på innsyn

Kvalifikasjoner og personlige egenskaper

 - utdanning i arkivfag
`),
    ).toEqual([
      'heading: Rådgiver i Lillevik',
      'paragraph: Vi trenger en rådgiver som vil bygge opp arkivet.',
      'heading [arbeidsoppgaver]: Arbeidsoppgaver',
      'item [arbeidsoppgaver]: ordne arkivet',
      'item [arbeidsoppgaver]: svare på innsyn',
      'heading [kvalifikasjoner egenskaper]: Kvalifikasjoner og personlige egenskaper',
      'item [kvalifikasjoner egenskaper]: utdanning i arkivfag',
    ])
  })

  it('joins hard-wrapped lines, and makes a word cut at a line end whole', async () => {
    expect(
      await outlineOf(`Lillevik kommune ligger ved havet og har ni tusen innbyg-
gere. Vi søker en medarbeider som kan planlegge drifts- og
vedlikeholdsarbeid på veier, broer og kaier i hele
kommunen.`),
    ).toEqual([
      'paragraph: Lillevik kommune ligger ved havet og har ni tusen innbyggere. Vi søker en medarbeider som kan planlegge drifts- og vedlikeholdsarbeid på veier, broer og kaier i hele kommunen.',
    ])
  })

  it('keeps lines apart that are a list without bullets', async () => {
    expect(await outlineOf('Vi tilbyr:\nGod pensjon\nFleksibel arbeidstid\nEt hyggelig miljø')).toEqual([
      'heading [vilkår]: Vi tilbyr:',
      'paragraph [vilkår]: God pensjon',
      'paragraph [vilkår]: Fleksibel arbeidstid',
      'paragraph [vilkår]: Et hyggelig miljø',
    ])
  })

  it('reads a dash alone as a quotation, and dashes in a row as a list', async () => {
    expect(
      await outlineOf('– Vi vokser, sier kommunedirektøren.\n\nDu får:\n– god opplæring\n– en fast veileder'),
    ).toEqual([
      'quotation: – Vi vokser, sier kommunedirektøren.',
      'heading [vilkår]: Du får:',
      'item [vilkår]: god opplæring',
      'item [vilkår]: en fast veileder',
    ])
  })

  it('gives a bullet that stands alone on its line the text below', async () => {
    expect(await outlineOf('Kvalifikasjonar:\n-\nautorisasjon som sjukepleiar\n-\nførarkort')).toEqual([
      'heading [kvalifikasjoner]: Kvalifikasjonar:',
      'item [kvalifikasjoner]: autorisasjon som sjukepleiar',
      'item [kvalifikasjoner]: førarkort',
    ])
  })

  it('splits a heading from the text that follows its colon', async () => {
    expect(await outlineOf('Kvalifikasjoner: Fagbrev som helsefagarbeider.')).toEqual([
      'heading [kvalifikasjoner]: Kvalifikasjoner:',
      'paragraph [kvalifikasjoner]: Fagbrev som helsefagarbeider.',
    ])
  })

  it('does not take a date at the start of a line for the number of a list item', async () => {
    expect(await outlineOf('Søknadsfrist\n23. juni 2027')).toEqual([
      'paragraph: Søknadsfrist',
      'paragraph: 23. juni 2027',
    ])
  })

  it('cuts text whose line breaks were lost where words are glued together', async () => {
    const glued =
      'Vi trenger en ny kollega i resepsjonen på rådhuset i Lillevik kommune!Arbeidsoppgaver:Svare på telefon og hjelpe dem som kommer innomSortere postHolde orden i møterommeneVi ser etter deg som: er blid og hjelpsom og liker å møte folk'
    expect(await outlineOf(glued)).toEqual([
      'paragraph: Vi trenger en ny kollega i resepsjonen på rådhuset i Lillevik kommune!',
      'heading [arbeidsoppgaver]: Arbeidsoppgaver:',
      'paragraph [arbeidsoppgaver]: Svare på telefon og hjelpe dem som kommer innom',
      'paragraph [arbeidsoppgaver]: Sortere post',
      'paragraph [arbeidsoppgaver]: Holde orden i møterommene',
      'heading [kvalifikasjoner egenskaper]: Vi ser etter deg som:',
      'paragraph [kvalifikasjoner egenskaper]: er blid og hjelpsom og liker å møte folk',
    ])
  })
})

describe('Markdown', () => {
  it('takes markup away and keeps what it says', async () => {
    expect(
      await outlineOf(
        '# Rektor\n\n**Kvalifikasjoner**\n\n* godkjent *lærerutdanning*\n* se [rammeplanen](https://lillevik.example)\n',
        'a.md',
      ),
    ).toEqual([
      'heading: Rektor',
      'heading [kvalifikasjoner]: Kvalifikasjoner',
      'item [kvalifikasjoner]: godkjent lærerutdanning',
      'item [kvalifikasjoner]: se rammeplanen',
    ])
  })

  it('keeps the section of a marked heading under bold and colon lines that name none', async () => {
    expect(
      await outlineOf(
        '## Arbeidsoppgaver\n\n**For overingeniør**\n\n- drifte nettet\n\n## Lillevik\n\nVed havet.',
        'a.md',
      ),
    ).toEqual([
      'heading [arbeidsoppgaver]: Arbeidsoppgaver',
      'heading [arbeidsoppgaver]: For overingeniør',
      'item [arbeidsoppgaver]: drifte nettet',
      'heading: Lillevik',
      'paragraph: Ved havet.',
    ])
  })

  it('reads indented text as text and not as code', async () => {
    expect(await outlineOf('Vi tilbyr\n\n    God lønn\n    Pensjon i KLP\n', 'a.md')).toEqual([
      'heading [vilkår]: Vi tilbyr',
      'paragraph [vilkår]: God lønn',
      'paragraph [vilkår]: Pensjon i KLP',
    ])
  })
})

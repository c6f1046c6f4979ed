import {describe, expect, it} from 'vitest'
import {expand} from '../../src/vocabulary/expand.ts'
import {explicitLetters} from '../../src/vocabulary/letters.ts'
import {createOpenings} from '../../src/vocabulary/openings.ts'
import {compile, inLowerCase, wholeWord} from '../../src/vocabulary/pattern.ts'
import {createWordSet} from '../../src/vocabulary/word-set.ts'

describe('simple expressions', () => {
  it.each([
    ['krav', ['krav']],
    ['oppgåver?', ['oppgåver', 'oppgåve']],
    ['vi (søker|søkjer)( deg)?', ['vi søker deg', 'vi søker', 'vi søkjer deg', 'vi søkjer']],
    ['oppg[aå]ve', ['oppgave', 'oppgåve']],
    ['(a|b(c|d))', ['a', 'bc', 'bd']],
    ['(?:a|b)c', ['ac', 'bc']],
    ['finn\\.no', ['finn.no']],
  ])('%s stands for its texts', (source, texts) => {
    expect(expand(source)).toEqual(texts)
  })

  it.each(['\\p{L}+', 'a*', 'a+', '(a', 'a)', '[a-c]', 'a{2}', '^a'])('%s is not simple', (source) => {
    expect(expand(source)).toBeUndefined()
  })
})

describe('a set of words', () => {
  const isWord = createWordSet(['krav(et)?', '\\p{L}*oppgaver', 'ansvars\\p{L}*'])

  it.each(['krav', 'kravet', 'oppgaver', 'arbeidsoppgaver', 'ansvarsområde'])('has %s', (word) => {
    expect(isWord(word)).toBe(true)
  })

  it.each(['kravene', 'oppgaverik', 'medansvar'])('has not %s', (word) => {
    expect(isWord(word)).toBe(false)
  })

  it('takes simple expressions only', () => {
    expect(() => createWordSet(['krav.*'])).toThrow('not a simple expression')
  })
})

describe('openings', () => {
  const openings = createOpenings(['(hva|kva) (tilbyr|tilbyd) vi', 'om ', '\\p{L}+ søker'])

  it.each(['hva tilbyr vi deg', 'kva tilbyd vi', 'om oss', 'lillevik søker'])('begin "%s"', (text) => {
    expect(openings.begin(text)).toBe(true)
  })

  it('tell a whole text from one that goes on', () => {
    expect(openings.are('hva tilbyr vi')).toBe(true)
    expect(openings.are('hva tilbyr vi deg')).toBe(false)
  })

  it('do not begin other texts', () => {
    expect(openings.begin('vi tilbyr')).toBe(false)
  })
})

describe('letters', () => {
  it('become ranges, in a class and alone', () => {
    expect(explicitLetters('\\p{N}[\\p{N}%]\\[\\p{N}')).toBe('[0-9][0-9%]\\[[0-9]')
  })

  it('are those of Norwegian, Sámi and their neighbours', () => {
    for (const letter of 'æøåÆØÅéèôäöüđčšžŋłñ') expect(compile('^\\p{L}$').test(letter), letter).toBe(true)
    for (const letter of 'ÆØÅČĐŊŠŦŽŁÉ') expect(compile('^\\p{Lu}$').test(letter), letter).toBe(true)
    for (const sign of '×÷1_ ') expect(compile('^\\p{L}$').test(sign), sign).toBe(false)
  })

  it('bound a whole word', () => {
    const word = compile(wholeWord('år'))
    expect(['i år', 'år.'].every((text) => word.test(text))).toBe(true)
    expect(['våre', 'åring', '3år'].some((text) => word.test(text))).toBe(false)
  })

  it('keep their places in lower case', () => {
    expect(inLowerCase('SØKER İ')).toBe('SØKER İ')
    expect(inLowerCase('SØKER')).toBe('søker')
  })
})

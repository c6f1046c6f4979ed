import {expect, test} from 'vitest'
import {earlierAlike} from '../../src/language/repeats.ts'

const earlier = (...texts: string[]): (number | undefined)[] =>
  earlierAlike(texts.map((text) => text.split(' ')))

const long = 'avdelingen har ansvar for drift av veier bruer og gatelys i kommunen'

test('the same words in the same order are alike, however few', () => {
  expect(earlier('fagbrev', 'erfaring', 'fagbrev', 'fagbrev')).toEqual([undefined, undefined, 0, 0])
  expect(earlier('a b c', 'c b a')).toEqual([undefined, undefined])
})

test('long texts are alike when four words in five are shared', () => {
  expect(earlier(long, long.replace('avdelingen', 'seksjonen'))).toEqual([undefined, 0])
  expect(earlier(long, `${long} hver eneste dag hele året`)).toEqual([undefined, undefined])
})

test('short texts that differ in one word are not', () => {
  const item = 'undervise i norsk på mellomtrinnet'
  expect(earlier(item, item.replace('norsk', 'matematikk'))).toEqual([undefined, undefined])
})

test('a text that is like many others is compared with the latest of them', () => {
  const texts = Array.from({length: 20_000}, (_, i) => `${long} nummer ${i}`.split(' '))
  expect(earlierAlike(texts).filter((index) => index !== undefined).length).toBeGreaterThan(0)
})

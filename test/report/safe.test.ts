import {expect, test} from 'vitest'
import {safe} from '../../src/report/safe.ts'

test.each([
  ['Sjukepleiar på Værøy – 100 %', 'Sjukepleiar på Værøy – 100 %'],
  ['rød \x1b[31mtekst', 'rød ␛[31mtekst'],
  ['to\nlinjer\r\n', 'to␊linjer␍␊'],
  ['tom\0 og \x7f', 'tom␀ og ␡'],
  ['åtte bit \x9b31m', 'åtte bit <U+009B>31m'],
  ['lege\u202egpj.exe', 'lege<U+202E>gpj.exe'],
  ['a\u2066b\u2069', 'a<U+2066>b<U+2069>'],
  ['ny\u2028linje', 'ny<U+2028>linje'],
  ['halv \ud800', 'halv <U+D800>'],
  ['myk\u00adbinde\u200bstrek\ufeff', 'mykbindestrek'],
  ['skjult \u{e0041}\u{e0042}', 'skjult '],
  ['::error file=x::', ': :error file=x: :'],
  [':::warning', ': ::warning'],
  ['##[add-path]x ##vso[task] ## tittel', '## [add-path]x ## vso[task] ## tittel'],
])('%j is shown as %j', (hostile, shown) => {
  expect(safe(hostile)).toBe(shown)
})

import {expect, test} from 'vitest'
import {
  ad,
  badAd,
  badLine,
  checkStaged,
  commit,
  found,
  git,
  goodAd,
  inRepository,
  lastLine,
  utlys,
  write,
} from './repository.ts'

const changed = (before: string, after: string): string[] => {
  inRepository({[ad]: before})
  commit()
  write(ad, after)
  git('add', '.')
  return checkStaged('--only-changed-lines').errors
}

test.each([
  ['a line that is added', badAd, `${badLine}${badAd}`, [found(ad, 1)]],
  ['a line that is changed', badAd, badAd.replace(badLine, `Nå: ${badLine}`), [found(ad, lastLine)]],
  ['a line beside it', badAd, `${badAd}Velkommen.\n`, []],
  ['a line above it', badAd, `Velkommen.\n\n${badAd}`, []],
  ['a line that is taken away', `Velkommen.\n${badAd}`, badAd, []],
  [
    'a lone carriage return is no line to git',
    badAd,
    `${badAd}\rVelkommen.\r${badLine}`,
    [found(ad, lastLine + 3)],
  ],
  ['the last line without its end', badAd.trimEnd(), `${badAd.trimEnd()}  Velkommen.`, [found(ad, lastLine)]],
  ['other line endings', badAd, badAd.replaceAll('\n', '\r\n'), [found(ad, lastLine)]],
  [
    'lines that look like those of git',
    `index 1..2\n@@ -1 +1,99 @@\n${badAd}`,
    `++ b\n@@ -1 +1,99 @@\n\n${badAd}`,
    [],
  ],
])('%s', (_what, before, after, errors) => {
  expect(changed(before, after)).toEqual(errors)
})

test('a sentence over two lines, one of which is changed', () => {
  const sentence = badLine.replace('25 og', '25\nog')
  expect(changed(`${goodAd}${sentence}`, `${goodAd}${sentence.replace('år.', 'år!')}`)).toEqual([
    found(ad, lastLine),
  ])
})

test('what is missing counts in a new ad, and where it has just been taken away', () => {
  const without = goodAd.replace(/^Opplysninger om deg.*\n/m, '')
  const missing = [`${ad}:0 lov/offentlig-sokerliste`]
  expect(changed(goodAd, without)).toEqual(missing)
  expect(changed(without, `${without}Velkommen.\n`)).toEqual([])
  inRepository({[ad]: without})
  git('add', '.')
  expect(checkStaged('--only-changed-lines').errors).toEqual(missing)
})

test('an ad that was no text before counts whole', () => {
  inRepository()
  write(ad, Buffer.from([0, 1, 2]))
  commit()
  write(ad, badAd)
  git('add', '.')
  expect(checkStaged('--only-changed-lines').errors).toEqual([found(ad, lastLine)])
})

test('a text that becomes an ad counts whole, an ad that is only moved does not', () => {
  inRepository({'utkast/ny.md': badAd, 'stillinger/gammel.md': `${goodAd}Velkommen hit.\n${badLine}`})
  commit()
  git('mv', 'utkast/ny.md', ad)
  git('mv', 'stillinger/gammel.md', 'stillinger/annen.md')
  expect(checkStaged('--only-changed-lines').errors).toEqual([found(ad, lastLine)])
  expect(checkStaged().errors).toEqual([found('stillinger/annen.md', lastLine + 1), found(ad, lastLine)])
})

test('the rest is counted as known', () => {
  changed(badAd, `${badAd}${badLine}`)
  const {out, status} = utlys(['check', '--staged', '--only-changed-lines', '--format', 'text'])
  expect(status).toBe(1)
  expect(out).toMatch(/1 feil.*; \d+ kjente/)
})

test('together with the list of known findings', () => {
  inRepository({[ad]: badAd})
  utlys(['check', ad, '--write-baseline'])
  commit()
  write(ad, `${badLine}\n${badAd}`)
  git('add', '.')
  expect(checkStaged('--only-changed-lines', '--baseline').errors).toHaveLength(1)
})

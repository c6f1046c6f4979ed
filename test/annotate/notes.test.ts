import {expect, test} from 'vitest'
import {notesOf} from '../../src/annotate/notes.ts'
import {annotateWord} from '../../src/annotate/word.ts'
import {checkPosting} from '../../src/engine/check.ts'
import {defaultSettings} from '../../src/engine/settings.ts'
import {readPosting} from '../../src/posting/read.ts'
import {docx, p} from '../posting/office.ts'
import {contextOf} from '../report/fixture.ts'
import {commented} from './marked.ts'

const bytes = docx(
  p('') +
    p('Kokk ved Lillevik sykehjem') +
    p('Lillevik kommune søker en ung kokk i fast stilling.') +
    `<w:tbl><w:tr><w:tc>${p('Lillevik kommune')}</w:tc><w:tc>${p('9999 Lillevik')}</w:tc></w:tr></w:tbl>`,
)

test.each([
  ['nb', 'Mangler i annonsen'],
  ['nn', 'Manglar i annonsen'],
  ['en', 'Missing from the ad'],
] as const)('what is missing is told in one note at the title (%s)', async (lang, heading) => {
  const posting = await readPosting('annonse.docx', bytes)
  const file = await checkPosting(posting, defaultSettings, {today: '2027-01-04', lang})
  const context = contextOf({lang})
  const notes = notesOf(file, context)
  const placed = file.findings.filter(({place}) => place)
  expect(placed.length).toBeGreaterThan(0)
  expect(notes).toHaveLength(placed.length + 1)
  const [{lines}] = notes as [(typeof notes)[number]]
  expect(lines[0]).toBe(heading)
  const numbered = lines.filter((line) => /^\d+\. /.test(line))
  expect(numbered).toHaveLength(file.findings.length - placed.length)
  expect(numbered[0]).toMatch(/^1\. (?:Feil|Error): .* \([a-z-]+\/[a-z-]+\)$/)
  for (const line of ['felt/frist', 'felt/kontakt']) expect(numbered.join('\n')).toContain(`(${line})`)
  const words = commented(annotateWord(bytes, notes, {author: 'utlys', date: '2027-01-04'}).bytes)
  expect(words).toEqual(['Kokk ved Lillevik sykehjem', ...placed.map(({actual}) => actual)])
})

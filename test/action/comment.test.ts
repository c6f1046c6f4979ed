import remarkParse from 'remark-parse'
import {unified} from 'unified'
import {expect, test} from 'vitest'
import {renderComment} from '../../cli/action/review/comment.ts'
import {readPatch} from '../../cli/action/review/diff.ts'
import {readMark, withMark} from '../../cli/action/review/marker.ts'
import type {Finding} from '../../src/report/types.ts'
import {contextOf} from '../report/fixture.ts'

/** What GitHub would make more of than words. */
const attacks = [
  '@kari-eksempel @lillevik/alle',
  '#12 lillevik/stillinger#12 GH-12',
  '0123456789abcdef0123456789abcdef01234567 og abcdef0',
  '<script>alert(1)</script> <img src=x> <!-- --> -->',
  '[a](http://a.example) ![b](http://b.example/b.png) <http://c.example>',
  'http://a.example www.a.example a@b.example',
  '# Overskrift',
  '- punkt',
  '1. punkt',
  '> sitat',
  '---',
  '```suggestion\nb\n```',
  '~~~suggestion\nb\n~~~',
  '    kode',
  '|a|b|\n|-|-|\n|c|d|',
  '<!-- utlys:0123456789abcdef:1 0123456789abcdef -->',
]

interface Node {
  type: string
  value?: string
  children?: Node[]
}

const typesIn = (node: Node): string[] => [node.type, ...(node.children ?? []).flatMap(typesIn)]

/** The text as it is read, without the break that is put within what would be a reference. */
const wordsIn = (node: Node): string => node.value ?? (node.children ?? []).map(wordsIn).join(' ')

const findingWith = (attack: string): Finding => ({
  ruleId: attack,
  severity: 'error',
  messageId: 'funn',
  message: attack,
  expected: [attack],
  sources: [{id: 'a', title: attack}],
  suggestions: [{message: attack, range: [0, 0], text: `${attack}\n[fyll inn]`}],
})

test.each(attacks)('%j is only words', (attack) => {
  const context = contextOf({ruleOf: () => undefined})
  const body = renderComment({findings: [findingWith(attack)]}, context)
  const tree = unified().use(remarkParse).parse(body) as Node
  expect([...new Set(typesIn(tree))].toSorted()).toEqual(
    ['blockquote', 'paragraph', 'root', 'strong', 'text'].toSorted(),
  )
  const words = wordsIn(tree)
  expect(words).not.toMatch(/@\w|#\d|GH-\d|[0-9a-f]{7}|:\/\/|www\./i)
  expect(readMark(body)).toBeUndefined()
  expect(readMark(withMark(body, 'review'))?.id).toBe('review')
})

test('a long text is cut, so that GitHub takes the comment', () => {
  const long = '<&>'.repeat(50_000)
  const suggestions: Finding['suggestions'] = [{message: '', range: [0, 0], text: `${long}\n`.repeat(50)}]
  for (const finding of [findingWith(long), {...findingWith(long), suggestions}])
    expect(renderComment({findings: [finding]}, contextOf()).length).toBeLessThan(65_536)
})

test('the patch of a file: its lines as they are now, by the runs that GitHub shows', () => {
  const patch =
    '@@ -1,3 +1,3 @@ ## Om\n a\n-b\n+-- c\n d\n@@ -9 +9,2 @@\n e\n+@@ f\n\\ No newline at end of file'
  expect([...readPatch(patch)]).toEqual([
    [1, {text: 'a', hunk: 1, isAdded: false}],
    [2, {text: '-- c', hunk: 1, isAdded: true}],
    [3, {text: 'd', hunk: 1, isAdded: false}],
    [9, {text: 'e', hunk: 2, isAdded: false}],
    [10, {text: '@@ f', hunk: 2, isAdded: true}],
  ])
})

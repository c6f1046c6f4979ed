import {spawnSync} from 'node:child_process'
import {readFileSync} from 'node:fs'
import {expect, test} from 'vitest'
import {parse} from 'yaml'
import usualFolders from '../../cli/staged/usual-folders.yml'
import {draftExtensions} from '../../src/posting/readers/index.ts'

const file = '.pre-commit-hooks.yaml'
const [staged, named] = parse(readFileSync(file, 'utf8')) as {files: string}[]
const inJavaScript = ({files}: {files: string}) => new RegExp(files.replace('(?i)', ''), 'i')

test('pre-commit hands over the ads that utlys would find, and no other files', () => {
  for (const extension of draftExtensions) {
    expect(`a.${extension}`).toMatch(inJavaScript(staged!))
    expect(`a.${extension}`).not.toMatch(inJavaScript(named!))
    for (const folder of usualFolders as string[])
      for (const above of ['', 'vår mappe/'])
        expect(`${above}${folder}/under/a.${extension}`).toMatch(inJavaScript(named!))
  }
  expect('under/utlys.yml').toMatch(inJavaScript(staged!))
  expect('a.md.js').not.toMatch(inJavaScript(staged!))
  expect('stillinger/a.js').not.toMatch(inJavaScript(named!))
})

test('pre-commit finds nothing wrong with the file', () => {
  const {error, stdout, stderr, status} = spawnSync('pre-commit', ['validate-manifest', file], {
    encoding: 'utf8',
  })
  if (error) return console.warn('pre-commit is not here: not tried')
  expect({said: stdout + stderr, status}).toEqual({said: '', status: 0})
})

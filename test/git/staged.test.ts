import {appendFileSync, mkdirSync, readFileSync, renameSync, rmSync, symlinkSync} from 'node:fs'
import {expect, test} from 'vitest'
import {
  ad,
  badAd,
  badLine,
  besides,
  checkStaged,
  checkStagedWith,
  commit,
  found,
  git,
  goodAd,
  inRepository,
  lastLine,
  utlys,
  write,
} from './repository.ts'

test('the initial commit', () => {
  inRepository({[ad]: badAd})
  git('add', '.')
  expect(checkStaged()).toMatchObject({status: 1, errors: [found(ad)]})
})

test('what is staged counts, and not what is on disk', () => {
  inRepository({[ad]: goodAd})
  commit()
  write(ad, badAd)
  git('add', '.')
  write(ad, `En linje til.\n\n${badAd}${badLine}`)
  const {status, errors, files} = checkStaged()
  expect({status, errors}).toEqual({status: 1, errors: [found(ad)]})
  expect(files).toMatchObject([{differsOnDisk: true}])
  expect(readFileSync(ad, 'utf8')).toBe(`En linje til.\n\n${badAd}${badLine}`)
})

test('a mistake that is not staged does not count, and the report tells that the disk has another version', () => {
  inRepository({[ad]: `${goodAd}Velkommen.\n`})
  git('add', '.')
  write(ad, badAd)
  const {status, out} = utlys(['check', '--staged', '--format', 'text'])
  expect(status).toBe(0)
  expect(out).toContain('Filen på disken er en annen enn den som er lagt til i git.')
})

test('the same bytes, or other line endings by the settings of git, are no other version', () => {
  inRepository({[ad]: goodAd, '.gitattributes': '*.md text eol=crlf\n'})
  git('add', '.')
  write(ad, goodAd.replaceAll('\n', '\r\n'))
  expect(checkStaged().files).toHaveLength(1)
  expect(checkStaged().files[0]).not.toHaveProperty('differsOnDisk')
})

test('what is staged and gone from the disk', () => {
  inRepository({[ad]: badAd})
  git('add', '.')
  rmSync(ad)
  expect(checkStaged()).toMatchObject({status: 1, errors: [found(ad)], files: [{differsOnDisk: true}]})
})

test('only what the commit changes is checked', () => {
  inRepository({[ad]: badAd, 'stillinger/annen.md': badAd})
  commit()
  write('stillinger/tredje.txt', badAd)
  git('add', '.')
  expect(checkStaged().files.map((file) => file.path)).toEqual(['stillinger/tredje.txt'])
})

test.each([
  ['nothing is staged', () => {}],
  ['an ad is deleted', () => git('rm', '-q', ad)],
  ['only the mode changes', () => git('update-index', '--chmod=+x', ad)],
  ['another kind of file', () => write('src/kode.ts', '1')],
  ['a text outside the folders of ads', () => write('README.md', badAd)],
  ['a file that no reader knows', () => write('stillinger/bilde.png', badAd)],
  ['a symbolic link', () => symlinkSync('byggesak.md', 'stillinger/lenke.md')],
])('%s: silent', (_what, change) => {
  inRepository({[ad]: badAd})
  commit()
  change()
  git('add', '.')
  expect(utlys(['check', '--staged'])).toEqual({status: 0, out: '', err: ''})
  expect(utlys(['check', '--staged', '--format', 'text'])).toEqual({status: 0, out: '', err: ''})
})

test('a file that becomes a link is skipped, a link that becomes a file is checked', () => {
  inRepository({[ad]: badAd, 'stillinger/fil.md': badAd})
  symlinkSync('byggesak.md', 'stillinger/lenke.md')
  commit()
  for (const name of ['stillinger/fil.md', 'stillinger/lenke.md']) rmSync(name)
  symlinkSync('byggesak.md', 'stillinger/fil.md')
  write('stillinger/lenke.md', badAd)
  git('add', '.')
  expect(checkStaged().errors).toEqual([found('stillinger/lenke.md')])
})

test('a submodule is skipped, and has ads of its own', () => {
  const inner = besides('annonser')
  inRepository({[ad]: badAd})
  commit()
  git('clone', '-q', '.', inner)
  git('-c', 'protocol.file.allow=always', 'submodule', 'add', '-q', inner, 'stillinger/andre')
  expect(checkStaged()).toMatchObject({status: 0, files: []})
  git('commit', '-q', '-m', 'andre')
  process.chdir('stillinger/andre')
  appendFileSync(ad, badLine)
  git('add', '.')
  expect(checkStaged().errors).toEqual([found(ad), found(ad, lastLine + 1)])
})

test('what is only intended to be added is skipped', () => {
  inRepository({[ad]: badAd})
  git('add', '--intent-to-add', '.')
  expect(utlys(['check', '--staged'])).toEqual({status: 0, out: '', err: ''})
})

test('a new name is the name that counts', () => {
  inRepository({'utkast/ny.md': badAd, 'stillinger/gammel.md': badAd})
  commit()
  renameSync('utkast/ny.md', ad)
  renameSync('stillinger/gammel.md', 'utkast/gammel.md')
  git('add', '.')
  expect(checkStaged().errors).toEqual([found(ad)])
})

test('a new name together with a change', () => {
  inRepository({'stillinger/gammel.md': goodAd})
  commit()
  git('mv', 'stillinger/gammel.md', ad)
  appendFileSync(ad, badLine)
  git('add', '.')
  expect(checkStaged().errors).toEqual([found(ad)])
  expect(checkStaged('--only-changed-lines').errors).toEqual([found(ad)])
})

test.each([
  ['blanks', 'stillinger/en annonse.md'],
  ['a newline', 'stillinger/to\nlinjer.md'],
  ['quotation marks', `stillinger/"sitat" 'og' \\skrå.md`],
  ['letters', 'stillinger/lærer på Ål.md'],
  ['a dash first', 'stillinger/-a.md'],
  ['signs of patterns', 'stillinger/[a]*?{b}.md'],
  ['a colon', ':(top)stillinger/annonser/a.md'],
])('a file name with %s', (_what, name) => {
  inRepository({[ad]: badAd, [name]: badAd})
  commit()
  write(name, `${badAd}${badLine}`)
  git('add', '.')
  expect(checkStaged().errors).toEqual([found(name), found(name, lastLine + 1)])
  expect(checkStaged('--only-changed-lines').errors).toEqual([found(name, lastLine + 1)])
  expect(utlys(['check', '--staged', '--format', 'text']).out).not.toContain('\nlinjer.md')
})

test('from a folder, paths are those of the folder', () => {
  inRepository({[ad]: badAd, 'annonser/b.md': badAd})
  git('add', '.')
  process.chdir('annonser')
  expect(checkStaged().errors).toEqual([found('b.md'), found(`../${ad}`)])
  expect(checkStaged('.').errors).toEqual([found('b.md')])
})

test('paths choose among what is staged', () => {
  inRepository({[ad]: badAd, 'notater/b.md': badAd, 'notater/c.md': badAd, 'utlys.yml': ''})
  git('add', '.')
  expect(checkStaged('stillinger').errors).toEqual([found(ad)])
  expect(checkStaged('notater/b.md').errors).toEqual([found('notater/b.md')])
  expect(checkStaged('notater').errors).toEqual([found('notater/b.md'), found('notater/c.md')])
  expect(checkStaged('notater/*.md', ad).errors).toHaveLength(3)
  commit()
  expect(checkStaged('notater')).toMatchObject({status: 0, out: '', err: ''})
  const misspelt = checkStaged('notatar')
  expect(misspelt).toMatchObject({status: 2, out: ''})
  expect(misspelt.err).toContain('Finner ikke notatar.')
})

test('a merge commit is checked for what none of its parents has', () => {
  inRepository({[ad]: goodAd, 'stillinger/b.md': goodAd, 'notat.txt': 'en\n'})
  commit()
  git('checkout', '-q', '-b', 'side')
  write('notat.txt', 'to\n')
  write('stillinger/b.md', badAd)
  commit()
  git('checkout', '-q', 'main')
  write('notat.txt', 'tre\n')
  commit()
  expect(() => git('merge', '-q', 'side')).toThrow()
  write('notat.txt', 'to og tre\n')
  git('add', '.')
  expect(checkStaged()).toMatchObject({status: 0, out: '', err: ''})
  write('stillinger/b.md', `${badAd}${badLine}`)
  git('add', '.')
  expect(checkStaged().errors).toEqual([found('stillinger/b.md'), found('stillinger/b.md', lastLine + 1)])
  expect(checkStaged('--only-changed-lines').errors).toEqual([found('stillinger/b.md', lastLine + 1)])
})

test('an index of its own, as git has it for «git commit FILE»', () => {
  inRepository({[ad]: goodAd, 'stillinger/b.md': goodAd})
  commit()
  write(ad, badAd)
  const index = besides('index')
  const env = {...process.env, GIT_INDEX_FILE: index}
  write('stillinger/b.md', badAd)
  git('add', 'stillinger/b.md')
  expect(checkStaged().files.map((file) => file.path)).toEqual(['stillinger/b.md'])
  process.env.GIT_INDEX_FILE = index
  try {
    git('read-tree', 'HEAD')
    git('add', ad)
  } finally {
    delete process.env.GIT_INDEX_FILE
  }
  expect(checkStagedWith(env).errors).toEqual([found(ad)])
})

test('two worktrees have an index each', () => {
  inRepository({[ad]: goodAd})
  commit()
  const other = besides('to trær')
  git('worktree', 'add', '-q', '-b', 'annen', other)
  write(ad, badAd)
  git('add', '.')
  expect(checkStaged().errors).toEqual([found(ad)])
  process.chdir(other)
  expect(checkStaged()).toMatchObject({status: 0, files: []})
  write('annonser/c.md', badAd)
  git('add', '.')
  expect(checkStaged().errors).toEqual([found('annonser/c.md')])
})

test('whatever settings a person has for git', () => {
  inRepository({[ad]: goodAd, '.gitattributes': '*.md -diff diff=annonse\n'})
  commit()
  const settings = {
    'core.quotePath': 'true',
    'diff.relative': 'true',
    'diff.noprefix': 'true',
    'diff.external': '/bin/false',
    'diff.annonse.textconv': 'false',
    'diff.context': '10',
    'diff.interHunkContext': '10',
    'diff.renames': 'false',
    'color.ui': 'always',
    'core.pager': 'false',
  }
  for (const [key, value] of Object.entries(settings)) git('config', key, value)
  write(ad, `${badLine}${badAd}`)
  git('add', '.')
  mkdirSync('annonser')
  process.chdir('annonser')
  const env = {GIT_LITERAL_PATHSPECS: '1', GIT_EXTERNAL_DIFF: '/bin/false', LC_ALL: 'nb_NO.UTF-8'}
  const {errors} = checkStagedWith(env, '--only-changed-lines')
  expect(errors).toEqual([found(`../${ad}`, 1), found(`../${ad}`, lastLine + 1)])
})

test('known findings are let be with --baseline, when the list is in git', () => {
  inRepository({[ad]: badAd})
  utlys(['check', ad, '--write-baseline'])
  write(ad, `Velkommen.\n\n${badAd}${badLine}`)
  git('add', ad)
  const untracked = checkStaged('--baseline')
  expect(untracked.status).toBe(2)
  expect(untracked.err).toContain('Listen over kjente funn, .utlys-baseline.json, er ikke lagt til i git.')
  git('add', '.utlys-baseline.json')
  rmSync('.utlys-baseline.json')
  expect(checkStaged('--baseline').errors).toHaveLength(1)
})

test.each([
  ['--fix', 'kan ikke brukes sammen med --fix.'],
  ['--write-baseline', 'kan ikke brukes sammen med --write-baseline.'],
  ['--watch', 'kan ikke brukes sammen med --watch.'],
  ['-', 'ikke standard inn'],
])('%s does not go with --staged', (word, message) => {
  inRepository({[ad]: badAd})
  const {status, err} = utlys(['check', '--staged', word])
  expect(status).toBe(2)
  expect(err).toContain(message)
})

test('only changed lines are known to git alone', () => {
  inRepository({[ad]: badAd})
  const {status, err} = utlys(['check', ad, '--only-changed-lines'])
  expect(status).toBe(2)
  expect(err).toContain('--only-changed-lines trenger --staged')
})

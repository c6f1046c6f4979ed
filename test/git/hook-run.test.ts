import {appendFileSync, readFileSync, rmSync} from 'node:fs'
import {expect, test} from 'vitest'
import {
  badAd,
  badLine,
  besides,
  commit,
  git,
  gitSays,
  goodAd,
  inRepository,
  installHooks,
  lastLine,
  utlys,
  write,
} from './repository.ts'

const ad = 'stillinger/byggesak.md'
const at = `${ad}:${lastLine}:1  inkludering/alder`

/** A repository with hooks, and another one to push to. */
const withRemote = (files: Record<string, string>): void => {
  inRepository({'README.md': 'Lillevik\n'})
  commit()
  const remote = besides('annet.git')
  git('init', '-q', '--bare', remote)
  git('remote', 'add', 'origin', remote)
  git('push', '-q', 'origin', 'main')
  for (const [name, text] of Object.entries(files)) write(name, text)
  installHooks()
}

const push = (...words: string[]) => gitSays(['push', ...words])
const commitNow = (...words: string[]) => gitSays(['commit', '-q', '-m', 'endring', ...words])

test('a commit is refused, mended and accepted', () => {
  inRepository({[ad]: badAd})
  installHooks()
  git('add', '.')
  const refused = commitNow()
  expect(refused.status).toBe(1)
  expect(refused.err).toContain('utlys stoppet denne commiten: 1 feil')
  expect(refused.err).toContain(at)
  expect(refused.err).toContain('Rett opp: utlys review stillinger/byggesak.md.')
  expect(refused.err.trimEnd().split('\n').at(-1)).toBe('Vil du commite likevel: git commit --no-verify')
  expect(refused.err).not.toContain('\x1b')
  expect(gitSays(['rev-parse', 'HEAD']).status).not.toBe(0)
  write(ad, goodAd)
  git('add', '.')
  expect(commitNow().status).toBe(0)
})

test('warnings are told and do not stop, unless it is asked for', () => {
  inRepository({[ad]: `${goodAd}Vi er et ungt og dynamisk team.\n`})
  git('add', '.')
  expect(utlys(['hook', 'run', 'pre-commit'])).toMatchObject({
    status: 0,
    out: '',
    err: expect.stringMatching(
      /^utlys: \d+ advars(?:el|ler)\. Det stopper ikke\. Vis alt: utlys check --staged\n$/,
    ),
  })
  const refused = utlys(['hook', 'run', 'pre-commit', '--max-warnings', '0'])
  expect(refused.status).toBe(1)
  expect(refused.err).toContain('utlys stoppet denne commiten: ')
  expect(refused.err).toContain('▲ Advarsel  stillinger/byggesak.md')
})

test('the worst first, five at most', () => {
  inRepository({
    'annonser/a.md': `Vi er et ungt og dynamisk team.\n\n${goodAd}`,
    [ad]: `${goodAd}${badLine.repeat(6)}`,
  })
  git('add', '.')
  const {err: out} = utlys(['hook', 'run', 'pre-commit'])
  expect(out.match(/✗ Feil/g)).toHaveLength(5)
  expect(out).not.toContain('▲')
  expect(out).toMatch(/… og \d+ til\. Vis alt: utlys check --staged/)
})

test('nothing is said when all is well, and when there is nothing to check', () => {
  inRepository({[ad]: goodAd, 'kode.ts': '1'})
  git('add', ad)
  expect(utlys(['hook', 'run', 'pre-commit'])).toMatchObject({status: 0, out: ''})
  commit()
  git('add', '.')
  expect(utlys(['hook', 'run', 'pre-commit'])).toEqual({status: 0, out: '', err: ''})
})

test('what cannot be read stops', () => {
  inRepository({[ad]: badAd})
  write('stillinger/b.md', Buffer.from([0x53, 0x00, 0x01]))
  installHooks()
  git('add', 'stillinger/b.md')
  const refused = commitNow()
  expect(refused.status).not.toBe(0)
  expect(refused.err).toContain('utlys: stillinger/b.md er ikke en tekstfil.')
  expect(refused.err).toContain('utlys fikk ikke sjekket alt, og stoppet commiten. Se linjene over.')
  expect(refused.err).toContain('git commit --no-verify')
  git('add', ad)
  expect(commitNow().err).toContain(at)
  write('utlys.yml', 'regler: [\n')
  git('add', '.')
  expect(commitNow().err).toMatch(/^utlys: utlys\.yml:2:1: .*\nutlys fikk ikke sjekket alt/)
})

test('«git commit -a» and «git commit FILE» are judged by what they commit', () => {
  inRepository({[ad]: goodAd, 'stillinger/b.md': goodAd})
  commit()
  installHooks()
  appendFileSync(ad, badLine)
  appendFileSync('stillinger/b.md', 'Velkommen.\n')
  expect(commitNow('-a').err).toContain(at)
  expect(commitNow(ad).err).toContain(at)
  expect(commitNow('stillinger/b.md').status).toBe(0)
  expect(git('status', '--porcelain')).toBe(` M ${ad}\n`)
})

test('from a folder, and in a linked worktree', () => {
  inRepository({[ad]: goodAd})
  commit()
  installHooks()
  const other = besides('tre')
  git('worktree', 'add', '-q', '-b', 'annen', other)
  process.chdir(`${other}/stillinger`)
  write('b.md', badAd)
  git('add', '.')
  expect(commitNow().err).toContain(`stillinger/b.md:${lastLine}:1`)
})

test('a push is refused, mended and accepted', () => {
  withRemote({[ad]: badAd})
  commit()
  const refused = push('origin', 'main')
  expect(refused.status).not.toBe(0)
  expect(refused.err).toContain('utlys stoppet denne pushen: 1 feil')
  expect(refused.err).toContain(at)
  expect(refused.err).toContain('utlys check stillinger/byggesak.md')
  expect(refused.err).toContain('Vil du pushe likevel: git push --no-verify')
  write(ad, goodAd)
  commit()
  expect(push('origin', 'main').status).toBe(0)
})

test('a push is judged by its last commit, with the configuration there', () => {
  withRemote({[ad]: badAd, 'utlys.yml': 'regler: {inkludering/alder: av}\n'})
  commit()
  rmSync('utlys.yml')
  rmSync(ad)
  expect(push('origin', 'main').status).toBe(0)
  commit()
  expect(push('origin', 'main').status).toBe(0)
  write(ad, badAd)
  write('utlys.yml', 'regler: {inkludering/alder: av}\n')
  git('add', ad)
  git('commit', '-q', '--no-verify', '-m', 'uten oppsett')
  expect(push('origin', 'main').err).toContain('utlys: utlys.yml er ikke lagt til i git og er ikke brukt.')
})

test('a new branch brings only what the remote has not', () => {
  withRemote({[ad]: badAd})
  commit()
  expect(push('--no-verify', 'origin', 'main').status).toBe(0)
  git('checkout', '-q', '-b', 'ny')
  expect(push('origin', 'ny').status).toBe(0)
  write('annonser/b.md', goodAd)
  commit()
  expect(push('origin', 'ny:annet-navn').status).toBe(0)
  appendFileSync('annonser/b.md', badLine)
  commit()
  const refused = push('origin', 'HEAD:refs/heads/tredje')
  expect(refused.err).toContain(`annonser/b.md:${lastLine}:1`)
  expect(refused.err).not.toContain(ad)
})

test('the first push to a remote brings all', () => {
  inRepository({[ad]: badAd})
  commit()
  installHooks()
  const remote = besides('tomt.git')
  git('init', '-q', '--bare', remote)
  expect(push(remote, 'main').err).toContain(at)
})

test('a forced push is compared with where the branches part', () => {
  withRemote({'annonser/b.md': badAd})
  commit()
  push('--no-verify', 'origin', 'main')
  write(ad, goodAd)
  commit()
  push('--no-verify', 'origin', 'main')
  git('reset', '-q', '--hard', 'HEAD~')
  write('annonser/c.md', goodAd)
  commit()
  expect(push('--force', 'origin', 'main').status).toBe(0)
  appendFileSync('annonser/c.md', badLine)
  git('add', '.')
  git('commit', '-q', '--no-verify', '--amend', '-m', 'rettet')
  const refused = push('--force', 'origin', 'main')
  expect(refused.err).toContain(`annonser/c.md:${lastLine}:1`)
  expect(refused.err).not.toContain('annonser/b.md')
})

test('what is merged in, and the remote has, is not checked again', () => {
  withRemote({[ad]: badAd})
  git('checkout', '-q', '-b', 'side')
  git('add', '--all')
  commit()
  push('--no-verify', 'origin', 'side')
  git('checkout', '-q', 'main')
  write('notat.txt', 'to\n')
  commit()
  git('merge', '-q', '--no-verify', '-m', 'flett', 'side')
  expect(push('origin', 'main').status).toBe(0)
})

test('deleted branches and tags', () => {
  withRemote({[ad]: badAd})
  commit()
  push('--no-verify', 'origin', 'main:gammel')
  expect(push('origin', ':gammel').status).toBe(0)
  rmSync('.git/refs/remotes', {recursive: true, force: true})
  git('tag', '-a', 'v1', '-m', 'en')
  expect(push('origin', 'v1').err).toContain(at)
  push('--no-verify', 'origin', 'main')
  expect(push('origin', 'v1').status).toBe(0)
  git('tag', 'bytes', git('hash-object', '-w', ad).trim())
  expect(push('origin', 'bytes').status).toBe(0)
})

test('only the changed lines of a push', () => {
  withRemote({[ad]: badAd})
  commit()
  push('--no-verify', 'origin', 'main')
  write(
    '.git/hooks/pre-push',
    readFileSync('.git/hooks/pre-push', 'utf8').replace('--', '--only-changed-lines --'),
    0o755,
  )
  appendFileSync(ad, 'Velkommen.\n')
  commit()
  appendFileSync(ad, 'Søk nå.\n')
  commit()
  expect(push('origin', 'main').status).toBe(0)
  appendFileSync(ad, badLine)
  commit()
  expect(push('origin', 'main').err).toContain(`${ad}:${lastLine + 3}:1`)
})

test('several branches at once', () => {
  withRemote({[ad]: badAd})
  commit()
  git('checkout', '-q', '-b', 'to', 'HEAD~')
  write('annonser/b.md', badAd)
  commit()
  const {err} = push('origin', 'main', 'to')
  expect(err).toContain(at)
  expect(err).toContain(`annonser/b.md:${lastLine}:1`)
})

test('nothing to push, and an input that is none', () => {
  inRepository({[ad]: badAd})
  commit()
  for (const input of ['', '\n', 'tull\n'])
    expect(utlys(['hook', 'run', 'pre-push', '--', 'origin', 'adresse'], {}, input)).toEqual({
      status: 0,
      out: '',
      err: '',
    })
})

test.each([
  ['nn', 'utlys stoppa denne commiten'],
  ['en', 'utlys stopped this commit'],
])('in %s', (lang, message) => {
  inRepository({[ad]: badAd})
  git('add', '.')
  expect(utlys(['hook', 'run', 'pre-commit', '--lang', lang]).err).toContain(message)
})

test('a name of a file is one word of a shell, and no line of its own', () => {
  const name = "stillinger/en 'annonse'\nto.md"
  inRepository({[name]: badAd})
  git('add', '.')
  const {err: out} = utlys(['hook', 'run', 'pre-commit'])
  expect(out).toContain("utlys review 'stillinger/en '\\''annonse'\\''␊to.md'")
})

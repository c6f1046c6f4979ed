import {
  chmodSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import path from 'node:path'
import {describe, expect, it, test} from 'vitest'
import type {Checked} from '../../cli/review/checker.ts'
import {type DraftFile, openDraftFile} from '../../cli/review/draft-file.ts'
import {rescue} from '../../cli/review/rescue.ts'
import {Session} from '../../cli/review/session.ts'
import type {Edit} from '../../src/draft/edit.ts'
import {BadInput} from '../../src/posting/bad-input.ts'
import {draftWith, emptyFolder, exampleAd, sessionOn} from './drafts.ts'

const source = 'Vi søker sykepleier.\n\nFrist: snarest\n'

const exchange = (session: Session, from: string, to: string): Edit => {
  const start = session.state.source.indexOf(from)
  return {range: [start, start + from.length], text: to}
}

const edit = (session: Session, from: string, to: string): void => session.edit(exchange(session, from, to))

const noFindings = {report: {findings: [], fields: {}}, rules: {}} as unknown as Checked

/** A session that finds nothing, at once. */
const quietSession = (file: string | DraftFile): Session =>
  new Session(typeof file === 'string' ? openDraftFile(file) : file, async () => noFindings)

describe('edits', () => {
  it('are checked at once, and undone one by one', async () => {
    const session = await sessionOn(draftWith(exampleAd('uteseksjonen.txt'), 'annonse.txt'))
    const words = () => session.state.checked!.report.findings.map(({actual}) => actual)
    const before = words()
    expect(before).toContain('Du er mellom 25 og 40 år')
    edit(session, 'Du er mellom 25 og 40 år og liker', 'Du liker')
    expect(session.state).toMatchObject({isChecking: true, isUnsaved: true, canUndo: true})
    expect(words()).not.toContain('Du er mellom 25 og 40 år')
    edit(session, 'Formann', 'Arbeidsleder')
    await session.settled()
    expect(words()).not.toContain('Du er mellom 25 og 40 år')
    session.undo()
    session.undo()
    expect(session.state).toMatchObject({isUnsaved: false, canUndo: false})
    await session.settled()
    expect(words()).toEqual(before)
    session.undo()
    expect(session.state.source).toBe(exampleAd('uteseksjonen.txt'))
  })

  it('that are tried out change nothing', async () => {
    const session = await sessionOn(draftWith(exampleAd('uteseksjonen.txt'), 'annonse.txt'))
    const {state} = session
    const {report} = await session.tryOut(exchange(session, 'mandag 17. januar 2027', '18. januar 2027'))
    expect(report.findings.map(({ruleId}) => ruleId)).not.toContain('felt/frist-entydig')
    expect(session.state).toBe(state)
  })

  it('are told to those who listen, until they no longer do', () => {
    const session = quietSession(draftWith(source))
    const seen: string[] = []
    const stop = session.subscribe(() => seen.push(session.state.source))
    edit(session, 'snarest', '1. mars')
    stop()
    session.undo()
    expect(seen).toEqual([source.replace('snarest', '1. mars')])
  })
})

describe('checks', () => {
  it('of older texts are dropped, in whatever order they come', async () => {
    const waiting: {source: string; done: (checked: Checked) => void}[] = []
    const session = new Session(
      openDraftFile(draftWith(source)),
      (checked) => new Promise((done) => waiting.push({source: checked, done})),
    )
    edit(session, 'snarest', '1. mars')
    edit(session, '1. mars', '2. mars')
    await expect.poll(() => waiting.length).toBe(3)
    const named = (name: string): Checked => ({...noFindings, rules: {[name]: {} as never}})
    waiting[2]!.done(named('newest'))
    await session.settled()
    waiting[0]!.done(named('oldest'))
    waiting[1]!.done(named('older'))
    await Promise.resolve()
    expect(Object.keys(session.state.checked!.rules)).toEqual(['newest'])
    expect(waiting[2]!.source).toContain('2. mars')
  })

  it('of a draft that has become empty tell so, and it can be undone', async () => {
    const session = await sessionOn(draftWith(source))
    session.replace('')
    await session.settled()
    expect(session.state.trouble).toBeInstanceOf(BadInput)
    session.undo()
    await session.settled()
    expect(session.state.trouble).toBeUndefined()
    expect(session.state.checked!.report.findings).not.toEqual([])
  })

  it('that fail leave what was found last', async () => {
    let isBroken = false
    const session = new Session(openDraftFile(draftWith(source)), async () => {
      if (isBroken) throw new Error('broken')
      return noFindings
    })
    await session.settled()
    isBroken = true
    edit(session, 'snarest', '1. mars')
    await session.settled()
    expect(session.state).toMatchObject({trouble: new Error('broken'), checked: noFindings})
  })
})

describe('saving', () => {
  it.each([
    ['CRLF', 'Vi søker\r\nsykepleier.\r\n'],
    ['lone carriage returns', 'Vi søker\rsykepleier.\r'],
    ['mixed line breaks', 'Vi\r\nsøker\nsykepleier.\r'],
    ['a byte order mark', '\ufeffVi søker\nsykepleier.\n'],
    ['spaces at the end of lines', 'Vi søker  \nsykepleier. \t\n  \n'],
    ['no line break at the end', 'Vi søker\nsykepleier.'],
    ['many at the end', 'Vi søker\nsykepleier.\n\n\n'],
    ['accents that are characters of their own', 'Vi so\u0338ker a\u030a\nsykepleier.'],
  ])('keeps %s byte for byte outside of the edit', async (_name, text) => {
    const file = draftWith(text)
    const session = quietSession(file)
    edit(session, 'sykepleier', 'helsefagarbeider')
    expect(await session.save()).toBe('same')
    expect(readFileSync(file)).toEqual(Buffer.from(text.replace('sykepleier', 'helsefagarbeider')))
    expect(session.state.isUnsaved).toBe(false)
    expect(readdirSync(path.dirname(file))).toEqual(['annonse.md'])
  })

  it('writes through a link, and keeps the mode of the file', async () => {
    const file = draftWith(source)
    chmodSync(file, 0o640)
    const link = path.join(emptyFolder(), 'lenke.md')
    symlinkSync(file, link)
    const session = quietSession(link)
    edit(session, 'snarest', '1. mars')
    await session.save()
    expect(lstatSync(link).isSymbolicLink()).toBe(true)
    expect(readFileSync(file, 'utf8')).toContain('1. mars')
    expect(lstatSync(file).mode & 0o777).toBe(0o640)
  })

  it('undone after it is unsaved again', async () => {
    const file = draftWith(source)
    const session = quietSession(file)
    edit(session, 'snarest', '1. mars')
    await session.save()
    session.undo()
    expect(session.state.isUnsaved).toBe(true)
    await session.save()
    expect(readFileSync(file, 'utf8')).toBe(source)
  })

  it('twice at once, with an edit between, writes the last text and sees no conflict', async () => {
    const file = draftWith(source)
    const session = quietSession(file)
    edit(session, 'snarest', '1. mars')
    const first = session.save()
    edit(session, '1. mars', '2. mars')
    const second = session.save()
    expect(session.look()).toBe('same')
    expect(await Promise.all([first, second])).toEqual(['same', 'same'])
    expect(readFileSync(file, 'utf8')).toContain('2. mars')
    expect(session.state.isUnsaved).toBe(false)
  })

  it('that cannot be done is told, and nothing is lost', async () => {
    const file = draftWith(source)
    const session = quietSession(file)
    edit(session, 'snarest', '1. mars')
    rmSync(path.dirname(file), {recursive: true})
    await expect(session.save()).rejects.toMatchObject({code: 'unwritable'})
    expect(session.state).toMatchObject({isUnsaved: true, source: expect.stringContaining('1. mars')})
    mkdirSync(path.dirname(file))
    await session.save()
    expect(readFileSync(file, 'utf8')).toContain('1. mars')
  })

  it.skipIf(process.getuid?.() === 0)('does not write to a folder or a file that is read-only', async () => {
    const file = draftWith(source)
    const session = quietSession(file)
    edit(session, 'snarest', '1. mars')
    chmodSync(file, 0o444)
    await expect(session.save()).rejects.toMatchObject({code: 'unwritable'})
    chmodSync(file, 0o644)
    chmodSync(path.dirname(file), 0o555)
    await expect(session.save()).rejects.toMatchObject({code: 'unwritable'})
    chmodSync(path.dirname(file), 0o755)
    expect(readFileSync(file, 'utf8')).toBe(source)
    await session.save()
  })
})

describe('a file that others change', () => {
  const theirs = source.replace('sykepleier', 'vernepleier')

  it('is read when nothing is unsaved, and what was is one undo away', async () => {
    const file = draftWith(source)
    const session = quietSession(file)
    expect(session.look()).toBe('same')
    writeFileSync(file, theirs)
    expect(session.look()).toBe('read')
    expect(session.state).toMatchObject({source: theirs, isUnsaved: false})
    expect(session.look()).toBe('same')
    session.undo()
    expect(session.state).toMatchObject({source, isUnsaved: true})
    await session.save()
    expect(readFileSync(file, 'utf8')).toBe(source)
  })

  it('is noticed without being asked', async () => {
    const file = draftWith(source)
    const session = quietSession(file)
    const looks: string[] = []
    session.watch(() => looks.push(session.look()))
    writeFileSync(`${file}.ny`, theirs)
    renameSync(`${file}.ny`, file)
    await expect.poll(() => looks, {timeout: 5000}).toContain('read')
    session.close()
    expect(session.state.source).toBe(theirs)
  })

  it.each(['mine', 'file'] as const)(
    'asks when both are changed; %s, and the other is one undo away',
    (keep) => {
      const file = draftWith(source)
      const session = quietSession(file)
      edit(session, 'snarest', '1. mars')
      const mine = session.state.source
      writeFileSync(file, theirs)
      expect(session.look()).toBe('conflict')
      expect(session.state.source).toBe(mine)
      session.resolve(keep)
      expect(session.state).toMatchObject({
        source: keep === 'mine' ? mine : theirs,
        isUnsaved: keep === 'mine',
        disk: undefined,
      })
      expect(session.look()).toBe('same')
      session.undo()
      expect(session.state.source).toBe(keep === 'mine' ? theirs : mine)
    },
  )

  it('while it is saved is a conflict, and is not written over', async () => {
    const file = draftWith(source)
    const session = quietSession(file)
    edit(session, 'snarest', '1. mars')
    writeFileSync(file, theirs)
    expect(await session.save()).toBe('conflict')
    expect(readFileSync(file, 'utf8')).toBe(theirs)
    session.resolve('mine')
    expect(await session.save()).toBe('same')
    expect(readFileSync(file, 'utf8')).toContain('1. mars')
  })

  it('again during a conflict is taken as it is then', () => {
    const file = draftWith(source)
    const session = quietSession(file)
    edit(session, 'snarest', '1. mars')
    writeFileSync(file, theirs)
    session.look()
    writeFileSync(file, `${theirs}P.S.\n`)
    session.look()
    session.resolve('file')
    expect(session.state.source).toBe(`${theirs}P.S.\n`)
  })

  it('back to what it was ends the conflict', () => {
    const file = draftWith(source)
    const session = quietSession(file)
    edit(session, 'snarest', '1. mars')
    writeFileSync(file, theirs)
    session.look()
    writeFileSync(file, source)
    expect(session.look()).toBe('same')
    expect(session.state).toMatchObject({disk: undefined, isUnsaved: true})
  })

  it('in the same way is no conflict', () => {
    const file = draftWith(source)
    const session = quietSession(file)
    edit(session, 'snarest', '1. mars')
    writeFileSync(file, session.state.source)
    expect(session.look()).toBe('read')
    expect(session.state).toMatchObject({isUnsaved: false, disk: undefined})
  })
})

describe('a file that is removed', () => {
  it('leaves the draft unsaved, and saving writes it anew', async () => {
    const file = draftWith(source)
    const session = quietSession(file)
    rmSync(file)
    expect(session.look()).toBe('gone')
    expect(session.look()).toBe('same')
    expect(session.state).toMatchObject({source, isUnsaved: true, disk: {kind: 'gone'}})
    expect(await session.save()).toBe('same')
    expect(readFileSync(file, 'utf8')).toBe(source)
    expect(session.state).toMatchObject({isUnsaved: false, disk: undefined})
  })

  it('and comes back, as some editors save, is as if it had never been gone', () => {
    const file = draftWith(source)
    const session = quietSession(file)
    edit(session, 'snarest', '1. mars')
    const mine = session.state.source
    rmSync(file)
    session.look()
    writeFileSync(file, source)
    expect(session.look()).toBe('same')
    expect(session.state).toMatchObject({source: mine, isUnsaved: true, disk: undefined})
  })

  it('and comes back with another text, asks before what is unsaved is replaced', () => {
    const file = draftWith(source)
    const session = quietSession(file)
    edit(session, 'snarest', '1. mars')
    const mine = session.state.source
    rmSync(file)
    session.look()
    writeFileSync(file, 'Noe annet.\n')
    expect(session.look()).toBe('conflict')
    expect(session.state.source).toBe(mine)
  })
})

describe('a file that becomes unreadable', () => {
  it.each([
    ['binary', Buffer.from([0, 1, 2])],
    ['encoding', Buffer.from([0xe6, 0x20])],
  ])('%s is left alone, also by saving', async (code, bytes) => {
    const file = draftWith(source)
    const session = quietSession(file)
    edit(session, 'snarest', '1. mars')
    writeFileSync(file, bytes)
    expect(session.look()).toBe('same')
    await expect(session.save()).rejects.toMatchObject({code})
    expect(readFileSync(file)).toEqual(bytes)
    expect(session.state.isUnsaved).toBe(true)
  })

  it('a folder in its place is told in plain words', async () => {
    const file = draftWith(source)
    const session = quietSession(file)
    edit(session, 'snarest', '1. mars')
    rmSync(file)
    mkdirSync(file)
    expect(session.look()).toBe('same')
    await expect(session.save()).rejects.toMatchObject({code: 'unreadable', data: {reason: 'EISDIR'}})
  })
})

test('what would be lost is put beside the draft under a name that is free, or else among temporary files', () => {
  const file = draftWith(source)
  const folder = path.dirname(file)
  expect(rescue(file, 'en')).toBe(path.join(folder, 'annonse.ulagret.md'))
  expect(rescue(file, 'to')).toBe(path.join(folder, 'annonse.ulagret-2.md'))
  expect(readFileSync(path.join(folder, 'annonse.ulagret.md'), 'utf8')).toBe('en')
  rmSync(folder, {recursive: true})
  const elsewhere = rescue(file, 'tre')!
  expect(readFileSync(elsewhere, 'utf8')).toBe('tre')
  rmSync(elsewhere)
})

import {readFileSync, rmSync, writeFileSync} from 'node:fs'
import {describe, expect, it, test, vi} from 'vitest'
import {linesOfProblem, Problem} from '../../cli/problem.ts'
import type {Session} from '../../cli/review/session.ts'
import {ReviewController} from '../../cli/screens/review/controller.ts'
import {draftWith, exampleAd, sessionOn, today} from './drafts.ts'

/** A person at the keys. */
interface Person {
  controller: ReviewController
  session: Session
  file: string
  /** Presses keys, one word each: letters, or the name of a key. Waits for what they set off. */
  press(keys: string): Promise<void>
  /** Types a text and presses Enter. */
  answer(text: string): Promise<void>
  host: {
    editOutside: ReturnType<typeof vi.fn>
    leave: ReturnType<typeof vi.fn>
    suspend: ReturnType<typeof vi.fn>
  }
  /** What the footer says. */
  notice(): string | undefined
  mode(): string
  /** The rule and the words of the chosen finding. */
  chosen(): [rule: string | undefined, words: string | undefined]
  source(): string
}

const personAt = async (source: string, name = 'annonse.md'): Promise<Person> => {
  const file = draftWith(source, name)
  const session = await sessionOn(file)
  const host = {
    editOutside: vi.fn(async (text: string): Promise<string | undefined> => text),
    leave: vi.fn(),
    suspend: vi.fn(),
  }
  const controller = new ReviewController(session, {
    ...{lang: 'nb', path: name, today, ...host},
    explain: (error) => linesOfProblem(error, 'nb', name).join(' '),
  })
  const settled = async (): Promise<void> => {
    await session.settled()
    await new Promise((resolve) => setTimeout(resolve))
    await session.settled()
  }
  const press = async (keys: string): Promise<void> => {
    for (const key of keys.split(' ')) {
      controller.press(/^.$/u.test(key) ? {name: 'text', text: key} : {name: key})
      await settled()
    }
  }
  return {
    ...{controller, session, file, press, host},
    async answer(text) {
      if (text !== '') controller.press({name: 'text', text})
      const {mode} = controller.store.get()
      controller.press({name: 'return'})
      await settled()
      if (mode.name === 'insert') await expect.poll(() => controller.store.get().mode).not.toBe(mode)
      await settled()
    },
    notice: () => controller.store.get().notice,
    mode: () => controller.store.get().mode.name,
    chosen: () => {
      const {finding} = controller.current()
      return [finding?.ruleId, finding?.actual]
    },
    source: () => session.state.source,
  }
}

const withMistakes = (): Promise<Person> => personAt(exampleAd('uteseksjonen.txt'), 'annonse.txt')

/** Lacks its deadline, its contact and its tasks. */
const incomplete = (): Promise<Person> => {
  const ad = exampleAd('byggesak.md')
    .replace('Søknadsfrist: 14. januar 2027\n', '')
    .replace(/## Arbeidsoppgaver[\s\S]*?(?=## Kvalifikasjoner)/, '')
    .replace(/Har du spørsmål[^.]*, tlf\. 400 00 012, \S+ /, '')
  return personAt(ad)
}

describe('moving', () => {
  it('goes from the gravest finding to the mildest, and no further', async () => {
    const {press, chosen, controller} = await withMistakes()
    expect(chosen()).toEqual(['inkludering/alder', 'Du er mellom 25 og 40 år'])
    await press('k')
    expect(chosen()).toEqual(['inkludering/alder', 'Du er mellom 25 og 40 år'])
    await press('j')
    expect(chosen()[0]).toBe('lov/offentlig-sokerliste')
    await press('n down p up')
    expect(chosen()[0]).toBe('lov/offentlig-sokerliste')
    await press('end')
    const last = chosen()
    await press('j')
    expect(chosen()).toEqual(last)
    await press('home')
    expect(controller.current().index).toBe(0)
  })

  it('with letters that come at once is the same as one by one', async () => {
    const {controller, chosen} = await withMistakes()
    controller.press({name: 'text', text: 'jjjk'})
    expect(chosen()[0]).toBe('felt/frist-entydig')
    controller.press({name: 'text', text: 'k'.repeat(100_000)})
    expect(controller.current().index).toBe(0)
  })

  it('stays on the finding when others come or go before it', async () => {
    const {press, session, chosen, source} = await withMistakes()
    await press('j j')
    expect(chosen()[0]).toBe('felt/frist-entydig')
    session.replace(source().replace('Du er mellom 25 og 40 år og liker', 'Du liker'))
    await session.settled()
    expect(chosen()[0]).toBe('felt/frist-entydig')
  })

  it('a paste in the draft does nothing', async () => {
    const {controller, source} = await withMistakes()
    controller.press({name: 'paste', text: 'aaaauuq'})
    expect(source()).toBe(exampleAd('uteseksjonen.txt'))
  })
})

describe('the filter', () => {
  it('shows only findings of a weight or a pack, and all again', async () => {
    const {press, controller, mode} = await withMistakes()
    const all = controller.current().findings.length
    await press('f')
    expect(mode()).toBe('list')
    await press('down return')
    expect(controller.store.get().filter).toEqual({severity: 'error'})
    expect(controller.current().findings.every(({severity}) => severity === 'error')).toBe(true)
    await press('f return f end return')
    const {pack} = controller.store.get().filter
    expect(controller.current().findings.every(({ruleId}) => ruleId.startsWith(`${pack}/`))).toBe(true)
    await press('f return')
    expect(controller.current().findings).toHaveLength(all)
    await press('f j escape')
    expect(mode()).toBe('browse')
    expect(controller.store.get().filter).toEqual({})
  })
})

describe('the list of fields', () => {
  it('goes to the words of a field', async () => {
    const {press, controller, source} = await withMistakes()
    await press('g')
    const at = controller.fields().findIndex(({label}) => label === 'Søknadsfrist')
    await press(`${'down '.repeat(at)}return`)
    const {pointed, anchor} = controller.store.get()
    expect(source().slice(...pointed!)).toContain('17. januar 2027')
    expect(anchor!.offset).toBe(pointed![0])
  })

  it('goes to the finding that a field is missing, whatever is filtered', async () => {
    const {press, controller, chosen} = await withMistakes()
    await press('f down return g return')
    expect(controller.store.get().filter).toEqual({})
    expect(chosen()[0]).toBe('felt/soknadsmate')
  })
})

describe('proposals', () => {
  it('are chosen by number', async () => {
    const {press, controller, source, notice, session} = await withMistakes()
    while (controller.current().finding!.actual !== 'Formann') await press('j')
    await press('4 a')
    expect(source()).toMatch(/^Bas i uteseksjonen/)
    expect(notice()).toBe('Endret. u angrer.')
    expect(session.state.changed).toEqual([0, 3])
    await press('u')
    expect(source()).toBe(exampleAd('uteseksjonen.txt'))
    expect(notice()).toBe('Angret.')
    await press('u')
    expect(notice()).toBe('Det er ikke noe å angre.')
  })

  it('the best is taken when none is chosen; a number without a proposal chooses none', async () => {
    const {press, controller, source} = await withMistakes()
    while (controller.current().finding!.actual !== 'Formann') await press('j')
    await press('9 a')
    expect(source()).toMatch(/^Leder i uteseksjonen/)
  })

  it('Enter shows the whole finding and closes it again, and changes nothing however often it is pressed', async () => {
    const {press, mode, source} = await withMistakes()
    await press('return')
    expect(mode()).toBe('finding')
    await press('return')
    expect(mode()).toBe('browse')
    await press('return return return return j return return return')
    expect(source()).toBe(exampleAd('uteseksjonen.txt'))
  })

  it('are chosen and taken in the whole finding too', async () => {
    const {press, controller, source, mode} = await withMistakes()
    while (controller.current().finding!.actual !== 'Formann') await press('j')
    await press('return 2')
    expect(mode()).toBe('finding')
    await press('a')
    expect(mode()).toBe('browse')
    expect(source()).toMatch(/^Arbeidsleder i uteseksjonen/)
    await press('v w')
    expect(mode()).toBe('waive')
    await press('escape v ?')
    expect(mode()).toBe('help')
    await press('escape v q')
    expect(mode()).toBe('browse')
  })

  it('are missed where there are none', async () => {
    const {press, notice, source} = await withMistakes()
    await press('a')
    expect(notice()).toBe('Dette funnet har ikke noe forslag. Trykk e for å skrive selv.')
    await press('i')
    expect(notice()).toMatch(/^Her er det ikke noe å sette inn/)
    expect(source()).toBe(exampleAd('uteseksjonen.txt'))
  })

  it('a text without blanks is put in at once', async () => {
    const {press, source, notice} = await withMistakes()
    await press('j a')
    expect(source()).toContain('Opplysninger om deg som søker kan bli gjort offentlige')
    expect(notice()).toBe('Satt inn. u angrer.')
  })
})

describe('a missing field', () => {
  const goTo = async ({press, controller, chosen}: Person, rule: string): Promise<void> => {
    await press('home')
    for (const _ of controller.current().findings) if (chosen()[0] !== rule) await press('j')
    expect(chosen()[0]).toBe(rule)
  }

  it('is asked for and put in', async () => {
    const person = await incomplete()
    await goTo(person, 'felt/frist')
    await person.press('i')
    expect(person.controller.form()!.blanks).toEqual([
      {before: '\nSøknadsfrist: '.trimStart(), after: '', hint: 'dag. måned år'},
    ])
    await person.answer('14. januar 2027')
    expect(person.source()).toMatch(/\nSøknadsfrist: 14\. januar 2027(?:\n|$)/)
    expect(person.mode()).toBe('browse')
    expect(person.controller.current().findings.map(({ruleId}) => ruleId)).not.toContain('felt/frist')
  })

  it('with a flaw is told once, and put in all the same when Enter is pressed again', async () => {
    const person = await incomplete()
    await goTo(person, 'felt/frist')
    await person.press('i')
    await person.answer('14. januar 2020')
    const {mode} = person.controller.store.get()
    expect(mode).toMatchObject({name: 'insert', flaw: expect.stringMatching(/^Søknadsfristen har gått ut/)})
    expect(person.source()).not.toContain('2020')
    await person.answer('')
    expect(person.source()).toContain('Søknadsfrist: 14. januar 2020')
  })

  it('with another flaw is told again, and what is not recognised is told too', async () => {
    const person = await incomplete()
    await goTo(person, 'felt/frist')
    await person.press('i')
    await person.answer('tja')
    expect(person.controller.store.get().mode).toMatchObject({flaw: 'utlys kjenner det ikke igjen.'})
    await person.press('backspace')
    await person.answer('')
    expect(person.mode()).toBe('insert')
    await person.press('ctrl-u')
    await person.answer('14. januar 2027')
    expect(person.source()).toContain('Søknadsfrist: 14. januar 2027')
  })

  it('with several lines is asked for line by line; an empty answer leaves its line out', async () => {
    const person = await incomplete()
    await goTo(person, 'felt/arbeidsoppgaver')
    await person.press('a')
    expect(person.controller.form()!.blanks).toHaveLength(3)
    await person.answer('veilede innbyggere om byggesaker')
    await person.answer('')
    await person.answer('føre tilsyn')
    expect(person.source()).toContain(
      '## Arbeidsoppgaver\n\n- veilede innbyggere om byggesaker\n- føre tilsyn\n',
    )
    expect(person.source()).not.toContain('[')
  })

  it('is left out by Esc, by Ctrl-C and by empty answers', async () => {
    const person = await incomplete()
    const before = person.source()
    await goTo(person, 'felt/frist')
    await person.press('i x y escape')
    await person.press('i x y ctrl-c')
    expect(person.mode()).toBe('browse')
    expect(person.host.leave).not.toHaveBeenCalled()
    await person.press('i')
    await person.answer('')
    expect(person.mode()).toBe('browse')
    expect(person.source()).toBe(before)
  })

  it('is typed, whatever the letters mean elsewhere, also when they come with the key that asks', async () => {
    const person = await incomplete()
    await goTo(person, 'felt/frist')
    person.controller.press({name: 'text', text: 'iq?fusx'})
    expect(person.controller.store.get().mode).toMatchObject({name: 'insert', line: {text: 'q?fusx'}})
    expect(person.host.leave).not.toHaveBeenCalled()
  })

  it('Enter twice at once does not skip the flaw', async () => {
    const person = await incomplete()
    await goTo(person, 'felt/frist')
    await person.press('i')
    person.controller.press({name: 'text', text: '14. januar 2020'})
    person.controller.press({name: 'return'})
    person.controller.press({name: 'return'})
    await expect
      .poll(() => person.controller.store.get().mode)
      .toMatchObject({name: 'insert', flaw: expect.any(String)})
    expect(person.source()).not.toContain('2020')
  })
})

describe('a line that is written anew', () => {
  it('begins with the cursor at the words, and stands in the draft as it was written', async () => {
    const {press, answer, source, controller, chosen} = await withMistakes()
    const [, words] = chosen()
    await press('r')
    const {line} = controller.store.get().mode as {line: {text: string; cursor: number}}
    expect(line.text.slice(line.cursor)).toMatch(new RegExp(`^${words}`))
    const before = source()
    await press('ctrl-u ctrl-k')
    await answer('Du liker å jobbe ute.')
    expect(source()).toBe(before.replace(line.text, 'Du liker å jobbe ute.'))
    await press('u')
    expect(source()).toBe(before)
  })

  it('is left with Esc', async () => {
    const {press, source, mode} = await withMistakes()
    const before = source()
    await press('r x escape')
    expect([source(), mode()]).toEqual([before, 'browse'])
  })
})

describe('a waiver', () => {
  it('takes a reason and a last day, and stands in the draft', async () => {
    const {press, answer, source, notice, chosen} = await withMistakes()
    await press('w')
    await answer('Krav i forskrift')
    await answer('31.01.2027')
    expect(source()).toContain(
      'jobbe ute. <!-- utlys-ignorer inkludering/alder: Krav i forskrift (til: 2027-01-31) -->\n',
    )
    expect(notice()).toBe('Unntaket står i utkastet. u angrer.')
    expect(chosen()[0]).not.toBe('inkludering/alder')
  })

  it.each(['2027-01-31', '31. 1. 2027', '31. 01. 2027'])('reads %s', async (day) => {
    const {press, answer, source} = await withMistakes()
    await press('w')
    await answer('Fordi')
    await answer(day)
    expect(source()).toContain('(til: 2027-01-31)')
  })

  it('needs a reason and a day that comes; both may be typed anew', async () => {
    const {press, answer, controller, source} = await withMistakes()
    const flaw = () => (controller.store.get().mode as {flaw?: string}).flaw
    await press('w')
    await answer('   ')
    expect(flaw()).toBe('Skriv en begrunnelse, eller trykk Esc.')
    await press('ctrl-u')
    await answer('Fordi')
    await answer('31.02.2027')
    expect(flaw()).toBe('«31.02.2027» er ikke en dato. Skriv den som 31.01.2027.')
    await press('ctrl-u')
    await answer('20.11.2026')
    expect(flaw()).toMatch(/^Den datoen er passert/)
    await press('ctrl-u')
    await answer('')
    expect(source()).toContain('<!-- utlys-ignorer inkludering/alder: Fordi -->')
  })

  it('is not written for another finding when its own has gone meanwhile', async () => {
    const {press, answer, session, source, mode, notice} = await withMistakes()
    await press('w')
    session.replace(source().replace('Du er mellom 25 og 40 år og liker', 'Du liker'))
    await session.settled()
    const before = source()
    await answer('Fordi')
    expect(source()).toBe(before)
    expect(mode()).toBe('browse')
    expect(notice()).toMatch(/^Funnet du svarte på, er ikke der lenger/)
  })

  it('is not asked for where nothing is found', async () => {
    const {press, mode} = await personAt(exampleAd('byggesak.md'))
    await press('w v')
    expect(mode()).toBe('browse')
  })
})

describe('leaving', () => {
  it('does not ask when all is saved', async () => {
    const {press, host} = await withMistakes()
    await press('q')
    expect(host.leave).toHaveBeenCalledOnce()
    await press('a a a u')
    expect(host.leave).toHaveBeenCalledOnce()
  })

  it('asks when something is not; Esc stays, and x leaves the file as it was', async () => {
    const {press, host, mode, file} = await withMistakes()
    await press('j a q')
    expect(mode()).toBe('leave')
    await press('escape')
    expect(mode()).toBe('browse')
    await press('q a u x')
    expect(host.leave).toHaveBeenCalledOnce()
    expect(readFileSync(file, 'utf8')).toBe(exampleAd('uteseksjonen.txt'))
  })

  it('saves first, and stays when that fails', async () => {
    const {press, host, file, source, session, notice} = await withMistakes()
    await press('j a')
    vi.spyOn(session, 'save').mockRejectedValueOnce(
      new Problem('unwritable', {path: 'annonse.txt', reason: 'EROFS'}),
    )
    await press('q s')
    expect(host.leave).not.toHaveBeenCalled()
    expect(notice()).toMatch(/^Får ikke skrevet til annonse\.txt \(EROFS\)/)
    await press('q s')
    await expect.poll(() => host.leave).toHaveBeenCalledOnce()
    expect(readFileSync(file, 'utf8')).toBe(source())
  })

  it('by Ctrl-C asks once', async () => {
    const {press, host, mode} = await withMistakes()
    await press('j a ctrl-c')
    expect(mode()).toBe('leave')
    expect(host.leave).not.toHaveBeenCalled()
    await press('ctrl-c')
    expect(host.leave).toHaveBeenCalledOnce()
  })

  it('by Ctrl-Z for a while is for the terminal, also while something is typed', async () => {
    const {press, host, controller} = await withMistakes()
    await press('w x ctrl-z y')
    expect(host.suspend).toHaveBeenCalledOnce()
    expect(controller.store.get().mode).toMatchObject({name: 'waive', line: {text: 'xy'}})
  })
})

describe('a file that others change', () => {
  const theirs = exampleAd('uteseksjonen.txt').replace('Formann', 'Leiar')

  it('is read, and told', async () => {
    const {controller, file, source, notice, press} = await withMistakes()
    writeFileSync(file, theirs)
    controller.look()
    expect(source()).toBe(theirs)
    expect(notice()).toMatch(/^Filen er endret på disken/)
    await press('u')
    expect(source()).toBe(exampleAd('uteseksjonen.txt'))
  })

  it('asks when both are changed, and other keys wait', async () => {
    const {controller, file, source, press, session} = await withMistakes()
    await press('j a')
    const mine = source()
    writeFileSync(file, theirs)
    controller.look()
    await press('u j a w ?')
    expect(source()).toBe(mine)
    await press('f')
    expect(source()).toBe(theirs)
    await press('u')
    expect(source()).toBe(mine)
    expect(session.state.isUnsaved).toBe(true)
  })

  it('is found out by saving; mine is kept and saved then', async () => {
    const {file, source, press, session} = await withMistakes()
    await press('j a')
    writeFileSync(file, theirs)
    await press('s')
    await expect.poll(() => session.state.disk?.kind).toBe('conflict')
    await press('m s')
    await expect.poll(() => session.state.isUnsaved).toBe(false)
    expect(readFileSync(file, 'utf8')).toBe(source())
  })

  it('can be left as it is', async () => {
    const {controller, file, press, host, mode} = await withMistakes()
    await press('j a')
    writeFileSync(file, theirs)
    controller.look()
    await press('q')
    expect(mode()).toBe('leave')
    await press('x')
    expect(host.leave).toHaveBeenCalledOnce()
    expect(readFileSync(file, 'utf8')).toBe(theirs)
  })

  it('waits until what is typed is done, so that no letter answers for the person', async () => {
    const {controller, file, press, answer, session, source} = await withMistakes()
    await press('w m f')
    writeFileSync(file, theirs)
    controller.look()
    expect(source()).toBe(exampleAd('uteseksjonen.txt'))
    await press('m f')
    await answer('')
    await answer('')
    expect(source()).toContain('utlys-ignorer inkludering/alder: mfmf')
    expect(session.state.disk?.kind).toBe('conflict')
  })

  it('is read when nothing came of what was typed', async () => {
    const {controller, file, press, source} = await withMistakes()
    await press('w x')
    writeFileSync(file, theirs)
    controller.look()
    await press('escape')
    expect(source()).toBe(theirs)
  })

  it('that is gone can be saved again', async () => {
    const {controller, file, press, source, notice, session} = await withMistakes()
    rmSync(file)
    controller.look()
    expect(notice()).toBe('Filen finnes ikke lenger. s lagrer den på nytt.')
    await press('s')
    await expect.poll(() => session.state.isUnsaved).toBe(false)
    expect(readFileSync(file, 'utf8')).toBe(source())
  })
})

describe("the person's own editor", () => {
  it('gets the text and the place of the finding, and its text is an edit', async () => {
    const {press, host, source, notice} = await withMistakes()
    host.editOutside.mockImplementationOnce(async (text: string) => text.replace('Du er mellom', 'Er du'))
    await press('e')
    const [text, offset] = host.editOutside.mock.calls[0] as [string, number]
    expect(text.slice(offset)).toMatch(/^Du er mellom 25 og 40 år/)
    expect(source()).toContain('Er du')
    expect(notice()).toBe('Teksten er oppdatert. s lagrer.')
    await press('u')
    expect(source()).toBe(exampleAd('uteseksjonen.txt'))
  })

  it('that changes nothing, or fails, changes nothing', async () => {
    const {press, host, source, notice} = await withMistakes()
    await press('e')
    expect(notice()).toBe('Ingen endring.')
    host.editOutside.mockRejectedValueOnce(new Problem('review.editorFailed', {editor: 'nei'}))
    await press('e')
    expect(notice()).toMatch(/^«nei» kunne ikke startes/)
    expect(source()).toBe(exampleAd('uteseksjonen.txt'))
  })

  it('has all keys for itself', async () => {
    const {controller, host, source, press} = await withMistakes()
    let done: (text: string) => void = () => {}
    host.editOutside.mockImplementationOnce(() => new Promise((resolve) => (done = resolve)))
    controller.press({name: 'text', text: 'eja'})
    controller.press({name: 'ctrl-c'})
    done(source())
    await press('?')
    expect(source()).toBe(exampleAd('uteseksjonen.txt'))
    expect(host.leave).not.toHaveBeenCalled()
  })

  it('does not win over a file that was changed meanwhile', async () => {
    const {controller, host, file, press, session} = await withMistakes()
    host.editOutside.mockImplementationOnce(async (text: string) => {
      writeFileSync(file, text.replace('Formann', 'Leiar'))
      controller.look()
      return text.replace('ungt og ', '')
    })
    await press('e')
    expect(session.state.disk?.kind).toBe('conflict')
  })
})

test('pages are closed by any key, and the whole finding goes on to the next', async () => {
  const {press, mode, chosen} = await withMistakes()
  await press('?')
  expect(mode()).toBe('help')
  await press('q')
  expect(mode()).toBe('browse')
  await press('v')
  expect(mode()).toBe('finding')
  await press('j')
  expect(mode()).toBe('finding')
  expect(chosen()[0]).toBe('lov/offentlig-sokerliste')
  await press('escape')
  expect(mode()).toBe('browse')
})

test('what a terminal sends by itself is no key', async () => {
  const {press, mode, notice} = await withMistakes()
  await press('? unknown')
  expect(mode()).toBe('help')
  await press('escape u unknown')
  expect(notice()).toBe('Det er ikke noe å angre.')
})

test('a draft that has become empty does not stop anything', async () => {
  const {press, host, session, source} = await withMistakes()
  host.editOutside.mockImplementationOnce(async () => '')
  await press('e')
  expect(session.state.trouble).toBeDefined()
  await press('j k a i w v escape f down return g return u')
  expect(source()).toBe(exampleAd('uteseksjonen.txt'))
  expect(session.state.trouble).toBeUndefined()
})

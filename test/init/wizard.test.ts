import {existsSync, readFileSync, writeFileSync} from 'node:fs'
import {expect, test} from 'vitest'
import {plainSetup, type Setup} from '../../cli/init/setup.ts'
import {lookAround} from '../../cli/init/surroundings.ts'
import {agree} from '../../cli/init/wizard.ts'
import {writeNew} from '../../cli/init/write.ts'
import {readConfig} from '../../src/config/read.ts'
import {git, inFolder} from './folder.ts'
import {back, type Script, scripted} from './scripted.ts'

const nb = {lang: 'nb', fileLang: 'nb'} as const

const run = async (script: Script, start: Setup = plainSetup) => {
  const asker = scripted(script)
  const files = await agree(asker, start, await lookAround(), nb)
  return {asker, files, textOf: (end: string) => files?.find(({path}) => path.endsWith(end))?.text}
}

test('every file is shown whole before it is asked whether to write, and nothing is written', async () => {
  inFolder({'annonser/a.md': 'x', 'annonser/b.txt': 'x', 'stillinger/c.md': 'x'})
  git('init', '-q')
  const {asker, files, textOf} = await run({'Skal GitHub': true})
  expect(files?.map(({path}) => path)).toEqual([
    'utlys.yml',
    '.git/hooks/pre-commit',
    '.github/workflows/utlys.yml',
  ])
  const shown = asker.told.join('\n')
  for (const {text} of files!)
    for (const line of text.trimEnd().split('\n')) expect(shown).toContain(line === '' ? '\n\n' : `  ${line}`)
  expect(asker.asked.at(-1)).toBe('Skal filene skrives?')
  expect(existsSync('utlys.yml')).toBe(false)
  expect(textOf('utlys.yml')).toContain('"stillinger/**/*')
})

test('the folder with most ads stands ready where there is none with the usual name', async () => {
  inFolder({'annonser/a.md': 'x', 'utlysninger/b.txt': 'x', 'utlysninger/c.md': 'x'})
  const {textOf} = await run({})
  expect(textOf('utlys.yml')).toContain('"utlysninger/**/*')
})

test('a folder of another name', async () => {
  inFolder({'våre annonser/2026/a.md': 'x'})
  const {asker, textOf} = await run({'Hvor ligger': 'En annen mappe', 'Hva heter mappen': 'våre annonser/'})
  expect(asker.told).toContain('våre annonser: 1 annonse')
  expect(textOf('utlys.yml')).toContain('"våre annonser/**/*')
})

test.each(['/tmp', '../annet', 'a/../../b', '', 'fil.md'])('the folder «%s» is refused', async (folder) => {
  inFolder({'fil.md': 'x'})
  const answers = {'Hvor ligger': 'En annen mappe', 'Hva heter mappen': folder}
  await expect(run(answers)).rejects.toThrow(/Mappen må ligge under|navnet på en mappe/)
})

test('a hook is offered in a repository only', async () => {
  inFolder()
  const {asker} = await run({})
  expect(asker.asked).not.toContain('Skal git sjekke annonsene før hver commit?')
})

test('the state is not asked for its tariff area, and what was answered for another employer is forgotten', async () => {
  inFolder()
  const {asker, textOf} = await run(
    {
      'Hva slags': 'Staten',
      'Hvilken målform': back,
    },
    {...plainSetup, profile: {arbeidsgivertype: 'kommune', tariffområde: 'KS', sektor: 'skole'}},
  )
  expect(asker.asked.slice(0, 4)).toEqual([
    'Hva slags arbeidsgiver er dere?',
    'Hvilken målform skal annonsene ha?',
    'Hva slags arbeidsgiver er dere?',
    'Hvilken målform skal annonsene ha?',
  ])
  const text = textOf('utlys.yml')
  expect(text).toContain('profil:\n  arbeidsgivertype: stat\n  målform: bokmål\n')
})

test('what a person says no to is not written', async () => {
  inFolder()
  const {files} = await run({'Skal filen': false})
  expect(files).toBeUndefined()
})

test('a pack of their own is drafted, of the kind of employer that was chosen, and the configuration with it is read', async () => {
  inFolder({'politikk.txt': 'Slik gjør vi det\n\nVi svarer alle som søker.\n'})
  const {files} = await run({
    'Hva slags': 'Fylkeskommune',
    'Hvilke regelpakker': ['Forhåndssjekk for Nav', 'Vår egen, i en mappe'],
    'Hvilken mappe': 'våre regler',
    'Hva heter arbeidsgiveren': 'Storevik fylkeskommune',
    'Hvilken fil': 'politikk.txt',
  })
  expect(files?.map(({path}) => path)).toEqual(['utlys.yml', 'våre regler/pack.yml'])
  for (const file of files!) await writeNew(file)
  const {packs} = await readConfig('utlys.yml')
  expect(packs.map(({id}) => id)).toEqual(['nav', 'vare-regler'])
  expect(packs[1]!.employer).toEqual({names: ['Storevik fylkeskommune'], types: ['fylkeskommune']})
})

test('the example is drafted when there is no text, and a pack that is there is used', async () => {
  inFolder()
  const answers = {'Hvilke regelpakker': ['Vår egen, i en mappe'], 'Hva heter arb': 'Storevik kommune'}
  const {files} = await run(answers)
  expect(files).toHaveLength(4)
  for (const file of files!.slice(1)) await writeNew(file)
  const again = await run(answers)
  expect(again.files?.map(({path}) => path)).toEqual(['utlys.yml'])
  expect(again.asker.asked).not.toContain('Hva heter arbeidsgiveren?')
  await writeNew(again.files![0]!)
  expect((await readConfig('utlys.yml')).packs).toHaveLength(1)
})

test.each([
  ['Hvilken mappe', 'lov', 'er navnet på regler'],
  ['Hvilken mappe', '123', 'ingen bokstaver'],
  ['Hva heter arb', 'A: "B"', 'kan ikke stå som navn'],
  ['Hvilken fil', 'finnes-ikke.txt', 'Får ikke lest'],
])('«%s»: «%s» is refused', async (question, answer, reason) => {
  inFolder()
  const answers = {'Hvilke regelpakker': ['Vår egen, i en mappe'], 'Hva heter arb': 'Storevik kommune'}
  await expect(run({...answers, [question]: answer})).rejects.toThrow(reason)
})

test('a configuration that is there is left alone, and it is shown what a new one would have', async () => {
  inFolder({'utlys.yml': '# min\n'})
  const {asker, files} = await run({})
  expect(asker.told[1]).toContain('utlys.yml finnes fra før')
  expect(asker.told.at(-1)).toContain('En ny ville hatt dette:\n\n  # Oppsett for utlys.')
  expect(asker.asked.at(-1)).not.toMatch(/skrives/)
  await expect(writeNew(files![0]!)).rejects.toThrow('init.exists')
  expect(readFileSync('utlys.yml', 'utf8')).toBe('# min\n')
})

test('GitHub stands ready where its folder is, or where the files are sent to it', async () => {
  inFolder({'.github/x': ''})
  expect((await lookAround()).usesGithub).toBe(true)
  inFolder()
  git('init', '-q')
  expect((await lookAround()).usesGithub).toBe(false)
  git('remote', 'add', 'origin', 'https://github.com/example/annonser.git')
  expect((await lookAround()).usesGithub).toBe(true)
  writeFileSync('x', '')
})

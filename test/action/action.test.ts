import {existsSync, mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync} from 'node:fs'
import path from 'node:path'
import {fileURLToPath} from 'node:url'
import {expect, test} from 'vitest'
import type {Report} from '../../src/report/types.ts'
import {ad, badAd, badLine, besides, goodAd, inRepository, lastLine, write} from '../git/repository.ts'
import {inPull} from './pull.ts'
import {type ActionRun, buildsAction, runAction} from './run-action.ts'

buildsAction()

/** `command file:line rule` of every annotation that is of a finding. */
const told = ({annotations}: ActionRun): string[] =>
  annotations
    .filter(({properties}) => properties.title !== 'utlys')
    .map(({command, properties}) => {
      const rule = /\(([^()]*)\)$/.exec(properties.title ?? '')?.[1] ?? properties.title
      return `${command} ${properties.file}:${properties.line} ${rule}`
    })

/** What is said beside the findings. */
const said = ({annotations}: ActionRun): string[] =>
  annotations.filter(({properties}) => properties.title === 'utlys').map(({message}) => message)

/** What is missing from an ad that is changed is told at its first line. */
const adWide = `notice ${ad}:1 inkludering/mangfoldserklaering`

const oldError = `error ${ad}:1 inkludering/alder`

test('a pull request with an error on a line that it adds', async () => {
  const payload = inPull({[ad]: goodAd}, {[ad]: badAd})
  const run = await runAction({event: 'pull_request', payload})
  expect(told(run)).toEqual([`error ${ad}:${lastLine} inkludering/alder`, adWide])
  expect(said(run)).toEqual([expect.stringMatching(/^1 fil: 1 feil.*Rapporten viser alle funn\.$/)])
  expect(run.status).toBe(1)
  expect(run.outputs).toMatchObject({files: '1', errors: '1', ready: 'false'})
  const report = JSON.parse(readFileSync(run.outputs.report!, 'utf8')) as Report
  expect(report.summary.error).toBe(1)
  expect(run.summary).toContain(`/lillevik/stillinger/blob/`)
  expect(run.summary).toContain(`?plain=1#L${lastLine}`)
})

test('only the ads that have changed are checked, unless all are asked for', async () => {
  const payload = inPull({'stillinger/annen.md': badAd, [ad]: goodAd}, {[ad]: `${goodAd}\nVelkommen.\n`})
  const run = await runAction({event: 'pull_request', payload})
  expect(run.status).toBe(0)
  expect(run.outputs).toMatchObject({files: '1', errors: '0', ready: 'true'})
  const all = await runAction({event: 'pull_request', payload, inputs: {files: 'all'}})
  expect(all.outputs).toMatchObject({files: '2', errors: '1', ready: 'false'})
  expect(told(all)).toEqual([adWide])
  expect(all.status).toBe(1)
  const none = await runAction({event: 'pull_request', payload, inputs: {paths: 'stillinger/annen.md'}})
  expect(none.outputs).toMatchObject({files: '0', ready: 'true'})
  expect(none.summary).toBe('Ingen annonser er endret.\n')
})

test('an error on a line that has not changed fails the step, and stands in the summary', async () => {
  const payload = inPull({[ad]: `${badLine}${goodAd}`}, {[ad]: `${badLine}${goodAd}Velkommen.\n`})
  const run = await runAction({event: 'pull_request', payload})
  expect(told(run).filter((one) => one.startsWith('error'))).toEqual([])
  expect(run.log).toMatch(/^Funn som var der før endringen: \d+\. De står bare i rapporten\.$/m)
  expect(run.summary).toContain('inkludering/alder')
  expect(run.status).toBe(1)

  const all = await runAction({event: 'pull_request', payload, inputs: {annotations: 'all'}})
  expect(told(all)).toContain(oldError)
  const none = await runAction({event: 'pull_request', payload, inputs: {annotations: 'none'}})
  expect([told(none), none.status]).toEqual([[], 1])
  const known = await runAction({event: 'pull_request', payload, inputs: {'only-changed-lines': 'true'}})
  expect(known.status).toBe(0)
  expect(known.outputs).toMatchObject({errors: '0', ready: 'false'})
  expect(Number(known.outputs.known)).toBeGreaterThan(0)
})

test('what a change brings about on other lines is annotated as well', async () => {
  const open = 'Vi ønsker søkere med ulik bakgrunn, uansett alder, kjønn, funksjonsevne og etnisitet.\n'
  const payload = inPull(
    {[ad]: `${goodAd}\n${open}`},
    {[ad]: `Du må være ung og sprek.\n\n${goodAd}\n${open}`},
  )
  const run = await runAction({event: 'pull_request', payload})
  expect(told(run)).toEqual([
    `warning ${ad}:1 inkludering/alder`,
    expect.stringContaining('inkludering/selvmotsigelse'),
  ])
})

test.each([
  ['error', 'feil', 1],
  ['never', 'feil', 0],
  ['error', 'advarsel', 0],
  ['warning', 'advarsel', 1],
])('fail-on: %s with a finding of weight %s', async (failOn, severity, status) => {
  const config = `regler: {inkludering/alder: ${severity}, sprak/lix: av}\n`
  const payload = inPull({'utlys.yml': config, [ad]: goodAd}, {[ad]: badAd})
  const run = await runAction({event: 'pull_request', payload, inputs: {'fail-on': failOn}})
  expect(run.status).toBe(status)
})

test('a configuration that changes concerns all ads', async () => {
  const files = {'utlys.yml': 'språk: nn\n', [ad]: badAd}
  const payload = inPull(files, {'utlys.yml': 'språk: nn\nregler: {lov/norskkrav: feil}\n'})
  const run = await runAction({event: 'pull_request', payload})
  expect(run.log).toContain('Oppsettet er endra (utlys.yml), så alle annonsane blir sjekka.')
  expect(run.outputs).toMatchObject({files: '1', errors: '1'})
})

test.each(['utlys.yml', 'lillevik/flere-ord.yml'])('%s that is deleted concerns all ads', async (gone) => {
  const pack = fileURLToPath(new URL('../../cli/init/lillevik', import.meta.url))
  const files = readdirSync(pack).map((name) => [
    `lillevik/${name}`,
    readFileSync(path.join(pack, name), 'utf8'),
  ])
  const config = 'policy: ./lillevik\n'
  const rule = readFileSync(path.join(pack, 'reklameord.yml'), 'utf8')
  const more = {'lillevik/flere-ord.yml': rule, 'utlys.yml': config, [ad]: badAd}
  const before = {...Object.fromEntries(files), ...more}
  const run = await runAction({event: 'pull_request', payload: inPull(before, {[gone]: undefined})})
  expect(run.log).toContain(`Oppsettet er endret (${gone}), så alle annonsene blir sjekket.`)
  expect(run.outputs).toMatchObject({files: '1', ready: 'false'})
})

test('a run that no change has started checks all ads, of a folder with a usual name or that it is given', async () => {
  inRepository({[ad]: badAd, 'LESMEG.md': 'Et lager.\n'})
  const usual = await runAction({event: 'workflow_dispatch'})
  expect(usual.outputs.files).toBe('1')
  expect(told(usual)).toContain(`error ${ad}:${lastLine} inkludering/alder`)
  const given = await runAction({event: 'schedule', inputs: {paths: 'stillinger/*.md\nLESMEG.md'}})
  expect(given.outputs.files).toBe('2')
})

test('reports are written where they are asked for', async () => {
  inRepository({[ad]: badAd})
  const inputs = {sarif: 'ut/utlys.sarif', reports: 'html:ut/rapport.html\njson:ut/rapport.json'}
  const run = await runAction({inputs})
  const sarif = JSON.parse(readFileSync('ut/utlys.sarif', 'utf8')) as {version: string}
  expect(sarif.version).toBe('2.1.0')
  expect(readFileSync('ut/rapport.html', 'utf8')).toMatch(/^<!doctype html>/i)
  expect(run.outputs.report).toBe(path.resolve('ut/rapport.json'))
})

test('known findings are let be', async () => {
  inRepository({[ad]: badAd, '.utlys-baseline.json': '{"version": 1, "findings": []}\n'})
  expect((await runAction({inputs: {baseline: 'true'}})).outputs.errors).toBe('1')
  const missing = await runAction({inputs: {baseline: 'annen.json'}})
  expect(said(missing)).toEqual([expect.stringContaining('annen.json')])
  expect(missing.status).toBe(2)
})

test('what is wrong with the inputs or the configuration is told where it is, and fails the step', async () => {
  inRepository({'utlys.yml': 'språk: nb\nreglar: {}\n', [ad]: goodAd})
  const [broken] = (await runAction()).annotations
  expect(broken).toMatchObject({command: 'error', properties: {file: 'utlys.yml', line: '2', col: '1'}})
  const wrong = await runAction({inputs: {'fail-on': 'feil', language: 'en'}})
  expect(said(wrong)).toEqual(['“feil” does not fit fail-on. Choose one of: error, warning, never.'])
  expect(wrong).toMatchObject({status: 2, outputs: {ready: 'false'}})
  const together = await runAction({inputs: {files: 'all', 'only-changed-lines': 'true'}})
  expect(said(together)).toEqual([expect.stringContaining('«files: all»')])
  for (const reports of ['html', 'terminal:fil.txt'])
    expect(said(await runAction({inputs: {reports}}))).toEqual([expect.stringContaining(`«${reports}»`)])
})

test('an ad that cannot be read fails the step, and the others are checked', async () => {
  inRepository({[ad]: goodAd})
  write('stillinger/feil.txt', Buffer.from([0x53, 0, 1, 2, 0xff]))
  const run = await runAction({inputs: {'fail-on': 'never'}})
  expect(run.annotations).toContainEqual(
    expect.objectContaining({
      command: 'error',
      properties: expect.objectContaining({file: 'stillinger/feil.txt'}),
    }),
  )
  expect(run).toMatchObject({status: 2, outputs: {files: '1', ready: 'false'}})

  const alone = await runAction({inputs: {paths: 'stillinger/feil.txt'}})
  expect(alone.summary).toContain('feil.txt')
  expect(alone.summary).not.toContain('Ingen annonser er endret')
})

test('symbolic links are neither read nor written through', async () => {
  const secret = besides('hemmelig.md')
  write(secret, badAd)
  inRepository({[ad]: goodAd})
  symlinkSync(secret, 'stillinger/lenke.md')
  symlinkSync(secret, 'utlys.sarif')
  mkdirSync('ekte')
  symlinkSync('ekte', 'ut')
  const run = await runAction({inputs: {paths: 'stillinger\nstillinger/lenke.md'}})
  expect(run.outputs).toMatchObject({files: '1', errors: '0'})
  expect(said(run)).toEqual([expect.stringContaining('stillinger/lenke.md')])
  for (const sarif of ['utlys.sarif', 'ut/utlys.sarif']) {
    const linked = await runAction({inputs: {sarif, reports: 'html:rapport.html'}})
    expect(said(linked)).toEqual([expect.stringContaining('ELOOP')])
    expect(linked).toMatchObject({status: 2, outputs: {files: '1', ready: 'true'}})
    expect(existsSync('rapport.html')).toBe(true)
  }
  expect(readFileSync(secret, 'utf8')).toBe(badAd)
  await runAction({inputs: {sarif: 'ut/dypere/utlys.sarif'}})
  expect(existsSync('ekte/dypere')).toBe(false)
  rmSync('ut')
})

test('a symbolic link among the changes is told of', async () => {
  const payload = inPull({[ad]: goodAd}, {'stillinger/lenke.md': {link: '../LESMEG.txt'}})
  const run = await runAction({event: 'pull_request', payload})
  expect(said(run)).toEqual([expect.stringContaining('stillinger/lenke.md')])
})

test('the summary goes on where another has ended, and is never more than GitHub takes', async () => {
  inRepository({[ad]: badAd})
  const full = path.resolve('oppsummering')
  write(full, 'x'.repeat(1024 * 1024 - 10))
  await runAction({env: {GITHUB_STEP_SUMMARY: full}})
  expect(readFileSync(full).length).toBeLessThanOrEqual(1024 * 1024)
  write(full, '# Et annet steg\n')
  await runAction({env: {GITHUB_STEP_SUMMARY: full}})
  expect(readFileSync(full, 'utf8')).toMatch(/^# Et annet steg\n\n# /)
  const unwritable = await runAction({env: {GITHUB_STEP_SUMMARY: path.resolve('finnes/ikke')}})
  expect(said(unwritable)[0]).toContain('finnes/ikke')
  expect(unwritable).toMatchObject({status: 2, outputs: {files: '1', errors: '1'}})
  const {summary} = await runAction({inputs: {summary: 'false'}})
  expect(summary).toBe('')
})

test('without a repository all ads are checked', async () => {
  const payload = inPull({[ad]: goodAd}, {[ad]: badAd})
  rmSync('.git', {recursive: true})
  const run = await runAction({event: 'pull_request', payload})
  expect(said(run)[0]).toMatch(/^Her er det ikke noe git-lager/)
  expect(told(run)).toContain(`error ${ad}:${lastLine} inkludering/alder`)
  expect(existsSync('.git')).toBe(false)
})

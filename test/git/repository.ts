import {spawnSync} from 'node:child_process'
import {mkdtempSync, realpathSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import path from 'node:path'
import {inject, onTestFinished} from 'vitest'
import type {FileReport, Report} from '../../src/report/types.ts'
import {git, inRepository, write} from '../hook/repository.ts'

export {git, inRepository, write}

/** A day before the deadline of the ads. */
const today = '2026-11-21'

/** An ad without errors, for the tests that need no more. */
export const goodAd = `# Fagleder for byggesak

Lillevik kommune søker en fagleder til byggesak. Du leder seks saksbehandlere.

## Arbeidsoppgaver

- behandle krevende søknader om tiltak
- veilede innbyggere og næringsliv

## Kvalifikasjoner

- erfaring med plan- og bygningsloven

## Vi tilbyr

- årslønn 640 000–720 000 kr
- offentlig tjenestepensjon i KLP

Opplysninger om deg kan bli gjort offentlige selv om du har bedt om ikke å bli ført opp på søkerlisten. Du får beskjed først hvis ønsket ditt ikke kan følges.

Spørsmål: enhetsleder Solveig Myrland, tlf. 400 00 012, solveig.myrland@lillevik.kommune.example. Søk på https://lillevik.kommune.example/ledige-stillinger.

Arbeidsgiver: Lillevik kommune
Arbeidssted: Rådhuset, Strandgata 1, 9999 Lillevik
Ansettelsesform: Fast
Stillingsprosent: 100
Tiltredelse: 1. april 2027
Søknadsfrist: snarest
`

/** A line with an error: inkludering/alder. */
export const badLine = 'Du er mellom 25 og 40 år.\n'
export const badAd = `${goodAd}${badLine}`
/** Where that line is. */
export const lastLine = badAd.split('\n').length - 1

/** Where the ads of the tests stand, and how what is found in them is told. */
export const ad = 'stillinger/byggesak.md'
export const found = (name: string, line = lastLine): string => `${name}:${line} inkludering/alder`

interface Ran {
  status: number | null
  out: string
  err: string
}

export const utlys = (words: readonly string[], env: NodeJS.ProcessEnv = {}, input = ''): Ran =>
  started(process.execPath, [inject('bundle'), ...words], env, input)

/** Git with what it and its hooks say. */
export const gitSays = (words: readonly string[], env: NodeJS.ProcessEnv = {}): Ran =>
  started('git', words, env)

const started = (command: string, words: readonly string[], env: NodeJS.ProcessEnv, input = ''): Ran => {
  const {stdout, stderr, status, error} = spawnSync(command, words, {
    env: {...process.env, COLUMNS: '100', ...env},
    input,
    encoding: 'utf8',
  })
  if (error) throw error
  return {status, out: stdout, err: stderr}
}

export interface Checked extends Ran {
  files: FileReport[]
  /** `path:line rule` of every error that counts. */
  errors: string[]
}

/** Runs `utlys check --staged` and reads its report. */
export const checkStaged = (...words: string[]): Checked => checkStagedWith({}, ...words)

export const checkStagedWith = (env: NodeJS.ProcessEnv, ...words: string[]): Checked => {
  const ran = utlys(['check', '--staged', '--format', 'json', '--today', today, ...words], env)
  const {files} = ran.out === '' ? {files: []} : (JSON.parse(ran.out) as Report)
  return {...ran, files, errors: files.flatMap(errorsOf)}
}

const errorsOf = ({path: file, findings}: FileReport): string[] =>
  findings
    .filter(({severity, known, waiver}) => severity === 'error' && !known && !waiver)
    .map(({ruleId, place}) => `${file}:${place?.start.line ?? 0} ${ruleId}`)

/** The hooks of git run what is built, as `utlys hook install` would make them. */
export const installHooks = (): void => {
  for (const name of ['pre-commit', 'pre-push'])
    write(
      `.git/hooks/${name}`,
      `#!/bin/sh\nexec '${process.execPath}' '${inject('bundle')}' hook run ${name} -- "$@"\n`,
      0o755,
    )
}

export const commit = (message = 'endring'): void => {
  git('add', '--all')
  git('commit', '-q', '--no-verify', '-m', message)
}

/** A folder outside the repository. */
export const besides = (name: string): string => {
  const folder = realpathSync(mkdtempSync(path.join(tmpdir(), 'utlys æ ')))
  onTestFinished(() => rmSync(folder, {recursive: true}))
  return path.join(folder, name)
}

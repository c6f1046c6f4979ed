import {readdirSync, readFileSync} from 'node:fs'
import path from 'node:path'
import {fileURLToPath} from 'node:url'
import type {Plugin} from 'vitest/config'

/** What a licence asks to follow the code wherever that goes. */
const licenceFile = /^(?:licen[cs]e|copying|notice)(?:[.-].*)?$/i
const noticesFile = 'THIRD-PARTY.txt'

/** Writes the licences of all packages that have code in the bundle to a file beside it. */
export const notices = (): Plugin => ({
  name: 'notices',
  apply: 'build',
  generateBundle(_options, files) {
    const modules = Object.values(files).flatMap((file) => (file.type === 'chunk' ? file.moduleIds : []))
    const folders = new Set(modules.map(packageOf).filter((folder) => folder !== undefined))
    const parts = [...folders].map(noticeOf)
    this.emitFile({
      type: 'asset',
      fileName: noticesFile,
      source: [...new Set(parts)].toSorted().join(`\n${'-'.repeat(72)}\n\n`),
    })
  },
})

const packageOf = (id: string): string | undefined =>
  /^\0?(.*\/node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(id)?.[1]

interface Manifest {
  name: string
  version: string
  author?: string | {name: string}
  license?: string
  /** As old packages have it. */
  licenses?: {type: string}[]
}

/** @throws Error for a package whose licence is not known */
const noticeOf = (folder: string): string => {
  const manifest = JSON.parse(textOf(folder, 'package.json')) as Manifest
  const {name, version, license = manifest.licenses?.[0]?.type} = manifest
  const texts = readdirSync(folder)
    .filter((file) => licenceFile.test(file))
    .map((file) => textOf(folder, file))
  if (texts.length === 0 && license && license in standard) texts.push(standard[license]!(manifest))
  if (!license || texts.length === 0) throw new Error(`${name} says nothing of its licence`)
  return `${[`${name} ${version} (${license})`, ...texts].join('\n\n')}\n`
}

const textOf = (folder: string, file: string): string => readFileSync(path.join(folder, file), 'utf8').trim()
const project = fileURLToPath(new URL('../..', import.meta.url))

const holderIn = ({name, author}: Manifest): string =>
  (typeof author === 'string' ? author : author?.name) ?? `the authors of ${name}`

/** Some only name the licence in their manifest. That of MIT is ours too, and that of Apache is that of TypeScript. */
const standard: Record<string, (manifest: Manifest) => string> = {
  MIT: (manifest) =>
    textOf(project, 'LICENSE').replace(/^Copyright .*$/m, `Copyright (c) ${holderIn(manifest)}`),
  'Apache-2.0': (manifest) =>
    `Copyright ${holderIn(manifest)}\n\n${textOf(project, 'node_modules/typescript/LICENSE')}`,
}

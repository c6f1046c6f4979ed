import {spawnSync} from 'node:child_process'
import {fileURLToPath} from 'node:url'

const run = (args: readonly string[], input = '') =>
  spawnSync('xmllint', ['--nonet', ...args], {input, encoding: 'utf8'})

export const hasXmllint = run(['--version']).status === 0

if (!hasXmllint) console.warn('xmllint is not installed (Debian: libxml2-utils): no XML is checked')

/** What is wrong with a document by an XML schema of `schemas/`; empty when it is valid. */
export const flawsOf = (document: string, schema: string): string => {
  const file = fileURLToPath(new URL(`schemas/${schema}`, import.meta.url))
  const {status, stderr} = run(['--noout', '--schema', file, '-'], document)
  return status === 0 ? '' : stderr
}

/** What a reader of the XML gets for an XPath expression that gives a string. */
export const stringAt = (document: string, path: string, options: readonly string[] = []): string =>
  run([...options, '--xpath', `string(${path})`, '-'], document).stdout.replace(/\n$/, '')

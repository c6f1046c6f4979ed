import {readFileSync} from 'node:fs'
import path from 'node:path'
import {fileURLToPath} from 'node:url'
import {globSync} from 'tinyglobby'
import {parseSync} from 'vite'

const root = fileURLToPath(new URL('../../../', import.meta.url))

export interface Expression {
  source: string
  flags: string
  /** The files that use it. */
  files: string[]
}
interface Node {
  regex?: {pattern: string; flags: string}
}

const literalsIn = (node: unknown): {pattern: string; flags: string}[] => {
  if (Array.isArray(node)) return node.flatMap(literalsIn)
  if (typeof node !== 'object' || node === null) return []
  const {regex} = node as Node
  return regex ? [regex] : Object.values(node).flatMap(literalsIn)
}

export const literals = (): Expression[] => {
  const found = new Map<string, Expression>()
  for (const file of globSync('{src,rules,cli}/**/*.{ts,tsx}', {cwd: root}).sort()) {
    const {program} = parseSync(file, readFileSync(path.join(root, file), 'utf8'))
    for (const {pattern, flags} of literalsIn(program)) {
      const key = `/${pattern}/${flags}`
      const e = found.get(key) ?? {source: pattern, flags, files: []}
      if (!e.files.includes(file)) e.files.push(file)
      found.set(key, e)
    }
  }
  return [...found.values()]
}

import {readFileSync} from 'node:fs'
import path from 'node:path'
import {fileURLToPath} from 'node:url'
import {globSync} from 'tinyglobby'
import {parseAst} from 'vite'

const root = fileURLToPath(new URL('../../../', import.meta.url))

export interface Expression {
  source: string
  flags: string
}

interface Literal {
  regex?: {pattern: string; flags: string}
}

/** The regular expressions that are written in our code, but for those that only the build runs. */
export const literals = (): Expression[] =>
  globSync(['{src,rules,cli}/**/*.{ts,tsx}', '!cli/bundle/**'], {cwd: root})
    .toSorted()
    .flatMap((file) => {
      const code = readFileSync(path.join(root, file), 'utf8')
      return literalsIn(parseAst(code, {lang: file.endsWith('x') ? 'tsx' : 'ts'}))
    })

const literalsIn = (node: unknown): Expression[] => {
  if (Array.isArray(node)) return node.flatMap(literalsIn)
  if (typeof node !== 'object' || node === null) return []
  const {regex} = node as Literal
  return regex ? [{source: regex.pattern, flags: regex.flags}] : Object.values(node).flatMap(literalsIn)
}

import type {Plugin} from 'vitest/config'

interface Edit {
  /** How the path of the module ends. */
  file: string
  from: RegExp
  to: string
}

const wasmFile = 'yoga.wasm'

const edits: readonly Edit[] = [
  {file: 'ink/build/reconciler.js', from: /isDev\(\)/g, to: 'false'},
  {
    file: 'yoga-layout/dist/src/index.js',
    from: /const Yoga = wrapAssembly\(await loadYoga\(\)\);/,
    to: `import {readFileSync} from 'node:fs';
const instantiateWasm = (imports, use) =>
  use(new WebAssembly.Instance(new WebAssembly.Module(readFileSync(__dirname + '/${wasmFile}')), imports));
const assembly = {instantiateWasm};
loadYoga(assembly);
const Yoga = wrapAssembly(assembly);`,
  },
]

const wasmUrl = /data:application\/octet-stream;base64,([\w+/=]+)/

/**
 * Ink as CommonJS, which has no top-level await. Ink waits for developer tools, which nobody has here, and its layout
 * engine Yoga waits for its WebAssembly, which Node.js can also compile at once, from a file of its own.
 */
export const inkWithoutAwait = (): Plugin => ({
  name: 'ink-without-await',
  apply: 'build',
  enforce: 'pre',
  transform(code, id) {
    if (id.endsWith('yoga-wasm-base64-esm.js')) {
      const [url, wasm] = wasmUrl.exec(code)!
      this.emitFile({type: 'asset', fileName: wasmFile, source: Buffer.from(wasm!, 'base64')})
      return {code: code.replace(url, ''), map: null}
    }
    const edit = edits.find(({file}) => id.endsWith(file))
    if (!edit) return
    if (code.search(edit.from) < 0) throw new Error(`${id} is not as build/ink.ts knows it`)
    return {code: code.replace(edit.from, edit.to), map: null}
  },
})

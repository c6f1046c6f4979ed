import {fileURLToPath} from 'node:url'
import type {Plugin} from 'vitest/config'

type Change = readonly [from: RegExp, to: string]

interface Edit {
  /** How the path of the module ends. */
  file: string
  /** What is exchanged; it must be there. */
  changes: readonly Change[]
}

const wasmFile = 'yoga.wasm'
const graphemes = JSON.stringify(fileURLToPath(new URL('../screens/graphemes.ts', import.meta.url)))
const ownSegmenter: Change = [/new Intl\.Segmenter\([^)]*\)/, 'graphemes']
const importGraphemes: Change = [/^/, `import {graphemes, isSimple} from ${graphemes};\n`]

const simpleWidth: readonly Change[] = [
  importGraphemes,
  ownSegmenter,
  [/(?=let width = 0;\s+const eastAsianWidthOptions)/, 'if (isSimple(string)) return string.length;\n'],
]

/** CommonJS has no top-level await. Ink waits for developer tools, which nobody has here, and Yoga for its WebAssembly. */
const awaits: readonly Edit[] = [
  {file: 'ink/build/reconciler.js', changes: [[/isDev\(\)/g, 'false']]},
  {
    file: 'yoga-layout/dist/src/index.js',
    changes: [
      [/^/, `import {readFileSync} from 'node:fs';\n`],
      [
        /const Yoga = wrapAssembly\(await loadYoga\(\)\);/,
        `const instantiateWasm = (imports, use) =>
  use(new WebAssembly.Instance(new WebAssembly.Module(readFileSync(__dirname + '/${wasmFile}')), imports));
const assembly = {instantiateWasm};
loadYoga(assembly);
const Yoga = wrapAssembly(assembly);`,
      ],
    ],
  },
]

/** What takes longest when one screen is drawn once: telling graphemes apart, and comparing styles sign by sign. */
const shortcuts: readonly Edit[] = [
  {file: 'wrap-ansi/node_modules/string-width/index.js', changes: simpleWidth},
  {
    file: '/string-width/index.js',
    changes: [
      ...simpleWidth,
      [/(?<=const rgiEmojiRegex = )(.+)(?=;)/, '{test: (segment) => $1.test(segment)}'],
    ],
  },
  {file: 'slice-ansi/tokenize-ansi.js', changes: [importGraphemes, ownSegmenter]},
  {file: 'ansi-tokenize/build/tokenize.js', changes: [importGraphemes, ownSegmenter]},
  {
    file: 'ansi-tokenize/build/styledChars.js',
    changes: [
      [
        /ret\.push\(\{\s*\.\.\.token,\s*styles: \[\.\.\.codes\],\s*\}\)/,
        'token.styles = codes, ret.push(token)',
      ],
    ],
  },
  {
    file: 'ansi-tokenize/build/ansiCodes.js',
    changes: [[/(?<=function ansiCodesToString\(codes\) \{)/, "if (codes.length === 0) return '';"]],
  },
  {
    file: 'ansi-tokenize/build/diff.js',
    changes: [
      [
        /(?<=function diffAnsiCodes\(from, to\) \{)/,
        'if (from === to || from.length + to.length === 0) return [];',
      ],
    ],
  },
]

const wasmUrl = /data:application\/octet-stream;base64,([\w+/=]+)/

/** Makes Ink fit for the bundle. Its WebAssembly is a file that is read, and never fetched. */
export const ink = (): Plugin => ({
  name: 'ink',
  apply: 'build',
  enforce: 'pre',
  transform(code, id) {
    if (id.endsWith('yoga-wasm-base64-esm.js')) {
      const [url, wasm] = wasmUrl.exec(code)!
      this.emitFile({type: 'asset', fileName: wasmFile, source: Buffer.from(wasm!, 'base64')})
      return {code: code.replace(url, '').replaceAll(/\bfetch\b/g, 'undefined'), map: null}
    }
    const edit = [...awaits, ...shortcuts].find(({file}) => id.endsWith(file))
    return edit && {code: edit.changes.reduce((text, change) => changed(text, change, id), code), map: null}
  },
})

const changed = (code: string, [from, to]: Change, id: string): string => {
  if (code.search(from) < 0) throw new Error(`${id} is not as cli/bundle/ink.ts knows it`)
  return code.replace(from, to)
}

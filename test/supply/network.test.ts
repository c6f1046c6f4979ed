import {readdirSync, readFileSync, writeFileSync} from 'node:fs'
import path from 'node:path'
import {expect, inject, test} from 'vitest'
import {damaged, damagedDocx, inWorld, preload, run, saves, utlys} from '../faults/world.ts'
import {git} from '../init/folder.ts'

/** utlys sends nothing and fetches nothing: neither can the code do it, nor does it try. */

const bundle = inject('bundle')
const networked = 'net|tls|http|https|http2|dgram|dns|dns/promises|inspector|undici'

test('no part of the program asks for a module that reaches the network, nor for fetch or a socket', () => {
  const folder = path.dirname(bundle)
  const parts = readdirSync(folder).filter((name) => name.endsWith('.js'))
  expect(parts).toContain('program.js')
  const found = parts.flatMap((name) => {
    const code = readFileSync(path.join(folder, name), 'latin1')
    const required = new RegExp(`["'\`](?:node:)?(?:${networked})["'\`]`, 'g')
    const globals = /\b(?:fetch|WebSocket|EventSource|XMLHttpRequest|sendBeacon)\s*\(|process\.binding\(/g
    return [...code.matchAll(required), ...code.matchAll(globals)].map(([what]) => `${name}: ${what}`)
  })
  expect(found).toEqual([])
})

/** Ends the program at the first try. A pipe that is standard output is no network. */
const noNetwork = `
  const refuse = (what) => () => {
    require('node:fs').writeSync(2, 'network: ' + what + '\\n')
    process.exit(99)
  }
  const {Socket, Server} = require('node:net')
  Socket.prototype.connect = refuse('connect')
  Server.prototype.listen = refuse('listen')
  require('node:dgram').createSocket = refuse('udp')
  const dns = require('node:dns')
  for (const names of [dns, dns.promises])
    for (const name of Object.keys(names)) if (/^(lookup|resolve|reverse)/.test(name)) names[name] = refuse('dns')
  for (const name of ['http', 'https']) Object.assign(require('node:' + name), {request: refuse(name), get: refuse(name)})
  require('node:http2').connect = refuse('http2')
  globalThis.fetch = refuse('fetch')
  globalThis.WebSocket = refuse('socket')`

const commands: [string, readonly string[], number, string?][] = [
  ['check', ['check', '.', '-q'], 1],
  ['check on a screen', ['check', 'ad.md', '-f', 'terminal'], 1],
  ['check of what is staged', ['check', '--staged', '-q'], 1],
  ['fix', saves.fix.words, 1],
  ['check with a copy of a document', ['check', 'ad.docx', '-q', '--annotate', 'kopi.docx'], 1],
  ['export', ['export', 'eksport.md', '--to', 'nav'], 1],
  ['review', saves.review.words, 1, saves.review.input],
  ['new', saves.new.words, 0],
  ['explain', ['explain', 'lov/norskkrav'], 0],
  ['explain of an ad', ['explain', 'ad.md', 'lov/norskkrav'], 0],
  ['rules', ['rules', '--format', 'json'], 0],
  ['policy', ['policy', 'baerum'], 0],
  ['init', ['init', '--yes', '--policy', 'storevik'], 0],
  ['hook', ['hook', 'install'], 0],
  ['hook status', ['hook', 'status'], 1],
  ['completion', ['completion', 'bash'], 0],
]

const inRepository = (): void => {
  inWorld({'stillinger/ad.md': damaged, 'eksport.md': damaged})
  writeFileSync('ad.docx', damagedDocx())
  git('init', '-q')
  git('add', '.')
}

test('the guard sees what it is to see', () => {
  for (const code of [
    "fetch('http://127.0.0.1:9')",
    "require('net').connect(9, '127.0.0.1')",
    "require('dns').lookup('x', () => {})",
  ])
    expect(run([process.execPath, '-e', code], {env: preload(noNetwork)}).status).toBe(99)
})

test.each(commands)('%s tries nothing', (_what, words, code, input = '') => {
  inRepository()
  const {err, status} = utlys(words, {env: preload(noNetwork), input})
  expect({network: /network.*/.exec(err)?.[0], status}).toEqual({network: undefined, status: code})
})

test('no call of the system makes a socket of the internet', ({skip}) => {
  inRepository()
  const trace: [string, ...string[]] = [
    'strace',
    '-f',
    '-e',
    'trace=socket,connect,bind',
    '-e',
    'signal=none',
    '-o',
    'spor',
  ]
  skip(run([...trace, 'true']).status !== 0, 'strace is not to be had here')
  for (const words of [['check', '.', '-q'], ['check', '--staged', '-q'], ['rules']]) {
    run([...trace, process.execPath, bundle, ...words])
    expect(readFileSync('spor', 'utf8')).not.toMatch(/AF_INET|AF_NETLINK/)
  }
})

// npm run bench: whole processes side by side. Ratios count; seconds depend on the machine.
import {cpus, loadavg, totalmem} from 'node:os'
import {parseArgs} from 'node:util'
import {refuseUnbuilt} from './run.mjs'
import {createPrinter} from './table.mjs'

const names = ['start', 'many', 'others', 'stages', 'growth', 'memory', 'hostile']
const load = (name) => import(`./figures/${name}.mjs`)

const options = {
  rounds: {type: 'string', default: '11'},
  ads: {type: 'string', default: '1000'},
  markdown: {type: 'boolean', default: false},
  help: {type: 'boolean', short: 'h', default: false},
}

const help = async () => {
  const figures = await Promise.all(
    names.map(async (name) => `  ${name.padEnd(10)}${(await load(name)).about}`),
  )
  return `npm run bench -- [FIGURE …] [options]

Measures what is built (npm run build). Without a name all figures are measured.

${figures.join('\n')}

Seconds of a clock are taken side by side; seconds of the processor (CPU) do not depend on what else goes on.

  --rounds N   medians of so many rounds (11); fewer are made of what takes long
  --ads N      up to so many ads: 1000, 10000 or 100000 (1000)
  --markdown   tables of Markdown, as in the README
`
}

const number = (text, name) => {
  if (!/^[1-9]\d*$/.test(text)) throw new Error(`--${name} ${text} is not a number`)
  return Number(text)
}

const machine = () => {
  const memory = Math.round(totalmem() / 2 ** 30)
  const cores = cpus().length
  const load = loadavg()[0].toFixed(1)
  const day = new Date().toISOString().slice(0, 10)
  return `${day}: ${cpus()[0].model}, ${cores} cores, ${memory} GiB, ${process.platform}, Node.js ${process.version}, load ${load}`
}

const run = async () => {
  const {values, positionals} = parseArgs({options, allowPositionals: true})
  if (values.help) return console.log(await help())
  const unknown = positionals.find((name) => !names.includes(name))
  if (unknown !== undefined) throw new Error(`there is no figure ${unknown}; there are ${names.join(', ')}`)
  const rounds = number(values.rounds, 'rounds')
  const most = number(values.ads, 'ads')
  refuseUnbuilt()
  const printer = createPrinter(values.markdown)
  printer.say(
    `${machine()}; ${rounds === 1 ? 'one round' : `medians of ${rounds} rounds, ratios round by round`}`,
  )
  for (const name of positionals.length > 0 ? positionals : names)
    await (await load(name)).measure({rounds, most, printer, isNamed: positionals.includes(name)})
}

run().catch((error) => {
  console.error(`bench: ${error.message}`)
  process.exitCode = 2
})

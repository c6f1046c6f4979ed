// Loaded before a program: tells at its end how much time of the processor it has used, and how much memory it has had
// at most, in MiB. What the system counts as the most of a process begins with the memory of its parent, so that Linux
// is asked for what this program itself has had.
const {readFileSync} = require('node:fs')

const mebibytes = () => {
  try {
    return Number(/^VmHWM:\s+(\d+)/m.exec(readFileSync('/proc/self/status', 'latin1'))[1]) / 1024
  } catch {
    return process.resourceUsage().maxRSS / 1024
  }
}

process.on('exit', () => {
  const {user, system} = process.cpuUsage()
  console.error(`cost ${(user + system) / 1e6} ${mebibytes()}`)
})

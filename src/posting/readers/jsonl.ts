import {BadInput} from '../bad-input.ts'
import {readAds} from '../data/ads.ts'
import {parseJson} from '../data/json.ts'
import type {Reading} from '../reader.ts'
import type {WaiverComment} from '../types.ts'
import {readComments} from '../waivers.ts'
import {dataReader} from './data-reader.ts'

/** JSON on each line, as whole years of ads are kept; empty lines count for nothing. */
export const jsonl = dataReader('jsonl', (source) => {
  const readings: Reading[] = []
  const {waivers} = readComments(source)
  let start = 0
  source.split('\n').forEach((line, i) => {
    if (line.trim() !== '')
      readings.push(...readLine(source, {start, end: start + line.length, number: i + 1}, waivers))
    start += line.length + 1
  })
  return readings
})

interface Line {
  start: number
  end: number
  number: number
}

const readLine = (
  source: string,
  {start, end, number}: Line,
  waivers: readonly WaiverComment[],
): Reading[] => {
  try {
    return readAds(parseJson(source, start, end), source, waivers)
  } catch (error) {
    throw error instanceof BadInput ? new BadInput(error.code, {...error.data, line: String(number)}) : error
  }
}

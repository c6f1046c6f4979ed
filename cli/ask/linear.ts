import type {Readable, Writable} from 'node:stream'
import {painter} from '../../src/report/paint.ts'
import {safe} from '../../src/report/safe.ts'
import type {Lang} from '../texts.ts'
import {type Lines, openLinesOf} from './lines.ts'
import {sayAsked} from './texts.ts'
import {type Asker, type ChoiceQuestion, GoBack, type Question} from './types.ts'

interface Options {
  lang: Lang
  color: boolean
  input: Readable
  output: Writable
}

const prompt = '> '
const back = '<'

/** Asks line by line, in text that is only ever added to: for screen readers, simple terminals and pipes. */
export const openLines = ({lang, color, input, output}: Options): Asker => {
  const lines: Lines = openLinesOf(input, output)
  const paint = painter(color)
  const say = (key: string, data: Record<string, string> = {}): string => sayAsked(lang, key, data)
  const tell = (text: string): void => void output.write(`${text}\n`)

  let knowsBack = false

  const open = ({label, hint, progress, canGoBack}: Question, ...help: string[]): void => {
    tell('')
    tell(`${progress ? `${progress}. ` : ''}${paint('strong', label)}`)
    for (const line of [hint, ...help, canGoBack && !knowsBack && say('back')]) if (line) tell(line)
    knowsBack ||= canGoBack === true
  }

  const read = async ({canGoBack}: Question): Promise<string> => {
    const line = (await lines.next(prompt)).trim()
    if (canGoBack && line === back) throw new GoBack()
    return line
  }

  /** Reads until an answer will do; what is wrong with the others is told. */
  const readUntil = async <Answer>(
    question: Question,
    understand: (line: string) => Promise<{answer: Answer} | {flaw: string}>,
  ): Promise<Answer> => {
    for (;;) {
      const understood = await understand(await read(question))
      if ('answer' in understood) return understood.answer
      tell(understood.flaw)
    }
  }

  const restOf = async (first: string): Promise<string> => {
    const all = [first]
    for (;;) {
      const line = (await lines.next(prompt)).trimEnd()
      if (line.trim() === '') return all.join('\n')
      all.push(line)
    }
  }

  const openChoices = <Value>(question: ChoiceQuestion<Value>, ...help: string[]): void => {
    open(question)
    question.choices.forEach(({label, hint}, i) => {
      tell(`${i + 1}. ${label}${hint ? ` (${hint})` : ''}`)
    })
    for (const line of help) if (line) tell(line)
  }

  const readyText = (value: string | undefined): string =>
    value === undefined ? '' : say('ready', {value: value.replaceAll('\n', ' / ')})

  return {
    text(question) {
      const {value, isLong, flaw, remark, understood} = question
      open(question, isLong ? say('long') : '', readyText(value))
      return readUntil(question, async (line) => {
        const isReady = line === '' && value !== undefined
        const answer = isReady ? value : isLong && line !== '' ? await restOf(line) : line
        const wrong = await flaw?.(answer)
        if (wrong !== undefined) return {flaw: wrong}
        const meant = await understood?.(answer)
        if (meant !== undefined && meant !== answer) tell(safeLines(meant))
        const told = await remark?.(answer)
        if (told !== undefined) tell(told)
        return {answer}
      })
    },

    choose(question) {
      const {choices, ready = []} = question
      const standing = choices.find(({value}) => ready.includes(value))
      openChoices(question, readyText(standing && numbered(choices.indexOf(standing), standing.label)))
      return readUntil(question, async (line) => {
        const chosen = line === '' ? standing : choiceOf(choices, line)
        return chosen ? {answer: chosen.value} : {flaw: say('number', {n: String(choices.length)})}
      })
    },

    chooseSome(question) {
      const {choices, ready = []} = question
      const standing = choices.filter(({value}) => ready.includes(value))
      const labels = standing.map((choice) => numbered(choices.indexOf(choice), choice.label))
      const help = say('numbers', {n: String(choices.length)})
      openChoices(question, help, readyText(labels.join(', ') || say('none')))
      return readUntil(question, async (line) => {
        const chosen = line === '' ? standing : choicesOf(choices, line)
        return chosen
          ? {answer: choices.filter((choice) => chosen.includes(choice)).map(({value}) => value)}
          : {flaw: help}
      })
    },

    confirm(question) {
      const {ready} = question
      open(question, say('yesOrNo'), ready === undefined ? '' : readyText(say(ready ? 'yes' : 'no')))
      return readUntil(question, async (line) => {
        const answer = line === '' ? ready : yesOrNo(line, lang)
        return answer === undefined ? {flaw: say('yesOrNo')} : {answer}
      })
    },

    tell,
    close: () => lines.close(),
  }
}

const safeLines = (text: string): string => text.split('\n').map(safe).join('\n')

const numbered = (index: number, label: string): string => `${index + 1}. ${label}`

/** A choice by its number, its letter, or its words. */
const choiceOf = <Choice extends {label: string; key?: string}>(
  choices: readonly Choice[],
  line: string,
): Choice | undefined =>
  /^\d+\.?$/.test(line)
    ? choices[Number.parseInt(line, 10) - 1]
    : choices.find(({label, key}) => [label.toLowerCase(), key].includes(line.toLowerCase()))

const choicesOf = <Choice extends {label: string; key?: string}>(
  choices: readonly Choice[],
  line: string,
): Choice[] | undefined => {
  if (line === '0') return []
  const chosen = line.split(/[\s,]+/).map((part) => choiceOf(choices, part))
  return chosen.includes(undefined) ? undefined : (chosen as Choice[])
}

/** `j`, `ja`, `n`, `nei`; `y` and `yes` in English. */
const yesOrNo = (line: string, lang: Lang): boolean | undefined => {
  const word = line.toLowerCase()
  const isOf = (key: 'yes' | 'no'): boolean => sayAsked(lang, key).toLowerCase().startsWith(word)
  if (word !== '' && isOf('yes')) return true
  return word !== '' && isOf('no') ? false : undefined
}

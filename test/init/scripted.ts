import {type Asker, type ChoiceQuestion, GoBack} from '../../cli/ask/types.ts'

/** What a person answers to a question that begins so: the labels of choices, a text, yes or no, or to go back once. */
export type Script = Readonly<Record<string, string | readonly string[] | boolean | typeof back>>

export const back = Symbol('back')

export interface ScriptedAsker extends Asker {
  asked: string[]
  told: string[]
}

/** Answers by a script; where it is silent, with the answer that stands ready. */
export const scripted = (script: Script): ScriptedAsker => {
  const asked: string[] = []
  const told: string[] = []
  const wentBack = new Set<string>()
  const answerTo = <Answer>({label}: {label: string}): Answer | undefined => {
    asked.push(label)
    const key = Object.keys(script).find((start) => label.startsWith(start))
    const answer = key === undefined ? undefined : script[key]
    if (answer !== back) return answer as Answer | undefined
    if (wentBack.has(label)) return undefined
    wentBack.add(label)
    throw new GoBack()
  }
  const choiceOf = <Value>({choices}: ChoiceQuestion<Value>, label: string): Value => {
    const choice = choices.find((one) => one.label === label)
    if (!choice) throw new Error(`«${label}» is not among ${choices.map((one) => one.label).join(', ')}`)
    return choice.value
  }
  return {
    asked,
    told,
    async text(question) {
      const answer = answerTo<string>(question) ?? question.value ?? ''
      const flaw = await question.flaw?.(answer)
      if (flaw !== undefined) throw new Error(`«${answer}» to «${question.label}»: ${flaw}`)
      return answer
    },
    async choose(question) {
      const label = answerTo<string>(question)
      if (label !== undefined) return choiceOf(question, label)
      const [ready] = question.ready ?? []
      if (ready === undefined) throw new Error(`Nothing stands ready for «${question.label}»`)
      return ready
    },
    async chooseSome(question) {
      const labels = answerTo<string[]>(question)
      return labels ? labels.map((label) => choiceOf(question, label)) : [...(question.ready ?? [])]
    },
    async confirm(question) {
      return answerTo<boolean>(question) ?? question.ready ?? false
    },
    tell: (text) => void told.push(text),
    close() {},
  }
}

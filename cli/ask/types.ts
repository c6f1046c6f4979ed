/** How a command asks a person: on a screen, or line by line. What is asked and said is already in the person's language. */
export interface Asker {
  /** @throws Cancelled, as all of them do, when the person leaves */
  text(question: TextQuestion): Promise<string>
  choose<Value>(question: ChoiceQuestion<Value>): Promise<Value>
  /** Any number of the choices, in their order. */
  chooseSome<Value>(question: ChoiceQuestion<Value>): Promise<Value[]>
  confirm(question: Question): Promise<boolean>
  /** Says something between the questions. */
  tell(text: string): void
  /** Gives the terminal back. */
  close(): void
}

export interface Question {
  label: string
  /** What is meant, or an example; shown beside the question. */
  hint?: string
}

export interface TextQuestion extends Question {
  /** What stands there before anything is typed. */
  value?: string
  /** Several lines; an empty line ends it. */
  isLong?: boolean
  /** What is wrong with an answer, asked while it is typed; nothing when it will do. */
  flaw?(answer: string): Promise<string | undefined>
}

export interface ChoiceQuestion<Value> extends Question {
  choices: readonly Choice<Value>[]
  /** The choice that stands ready; of several, those that are ticked. */
  ready?: readonly Value[]
}

export interface Choice<Value> {
  value: Value
  label: string
  hint?: string
}

/** The person left before the last answer. */
export class Cancelled extends Error {
  override name = 'Cancelled'
}

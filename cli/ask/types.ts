/** How a command asks a person: on a screen, or line by line. What is asked and said is already in the person's language. */
export interface Asker {
  /** @throws Cancelled, as all of them do, when the person leaves, and GoBack where the question allows it */
  text(question: TextQuestion): Promise<string>
  choose<Value>(question: ChoiceQuestion<Value>): Promise<Value>
  /** Any number of the choices, in their order. */
  chooseSome<Value>(question: ChoiceQuestion<Value>): Promise<Value[]>
  confirm(question: ConfirmQuestion): Promise<boolean>
  /** Says something between the questions. */
  tell(text: string): void
  /** Gives the terminal back. */
  close(): void
}

export interface Question {
  label: string
  /** What is meant, or an example; shown beside the question. */
  hint?: string
  /** How far the person has come, such as «3 av 14». */
  progress?: string
  /** The person may go back to the question before; then GoBack is thrown. */
  canGoBack?: boolean
}

export interface ConfirmQuestion extends Question {
  /** The answer that stands ready. */
  ready?: boolean
}

export interface TextQuestion extends Question {
  /** What stands there before anything is typed. */
  value?: string
  /** Several lines; an empty line ends it. */
  isLong?: boolean
  /** What is wrong with an answer, asked while it is typed; nothing when it will do. */
  flaw?(answer: string): Promise<string | undefined>
  /** What to know about an answer that will do. */
  remark?(answer: string): Promise<string | undefined>
  /** How an answer was understood, when that is not as it was typed. */
  understood?(answer: string): Promise<string>
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
  /** A letter that chooses it line by line, where numbers change from one question to the next. */
  key?: string
}

/** The person left before the last answer. */
export class Cancelled extends Error {
  override name = 'Cancelled'
}

/** The person wants to answer the question before once more. */
export class GoBack extends Error {
  override name = 'GoBack'
}

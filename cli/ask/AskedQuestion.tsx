import {Box, Text} from 'ink'
import {useEffect, useRef, useState} from 'react'
import {ChoiceList} from '../screens/ChoiceList.tsx'
import {type QuestionLayout, QuestionScreen} from '../screens/QuestionScreen.tsx'
import {TextArea} from '../screens/TextArea.tsx'
import {TextInput} from '../screens/TextInput.tsx'
import {tone} from '../screens/tones.ts'
import {useKeys} from '../screens/use-keys.ts'
import {YesNo} from '../screens/YesNo.tsx'
import type {Lang} from '../texts.ts'
import {sayAsked} from './texts.ts'
import type {ChoiceQuestion, ConfirmQuestion, TextQuestion} from './types.ts'

/** What is asked; the answer of `choose` and `chooseSome` is the places of the choices. */
export type Asked =
  | {kind: 'text'; question: TextQuestion}
  | {kind: 'choose' | 'chooseSome'; question: ChoiceQuestion<unknown>}
  | {kind: 'confirm'; question: ConfirmQuestion}

export interface AskedProps extends QuestionLayout {
  lang: Lang
  /** Called when the question is there and takes keys. */
  onReady(): void
  /**
   * @param shown the answer in words
   * @param remark what to know about it
   */
  onAnswer(answer: unknown, shown: string, remark?: string): void
  onLeave(): void
  onBack(): void
  /** What was typed so far, kept while the process is stopped. */
  typed: {value?: string}
  /** Stops the process until the shell lets it go on. */
  onSuspend(): void
  /** The answer could not be judged. */
  onFail(error: unknown): void
  /** Keeps the keys that follow until `onReady`. */
  hold(): void
}

/** The question of an asker, as it stands at the bottom of the screen. */
export const AskedQuestion = ({asked, ...props}: AskedProps & {asked: Asked}) => {
  const {onLeave, onBack, onSuspend} = props
  const canGoBack = asked.question.canGoBack === true
  const isLine = asked.kind === 'text' && !asked.question.isLong
  const [isLeaving, setIsLeaving] = useState(false)
  useKeys(({name}) => {
    if (name === 'ctrl-c' || (name === 'escape' && (isLeaving || !canGoBack))) return onLeave()
    setIsLeaving(name === 'escape')
    if (name === 'ctrl-z') return onSuspend()
    if (canGoBack && (name === 'ctrl-b' || (isLine && name === 'up'))) onBack()
  })
  const leave = isLeaving ? 'key.leaveTwice' : 'key.leave'
  if (asked.kind === 'text') return <AskedText question={asked.question} leave={leave} {...props} />
  if (asked.kind === 'confirm') return <AskedYesNo question={asked.question} leave={leave} {...props} />
  const isMany = asked.kind === 'chooseSome'
  return <AskedChoice question={asked.question} isMany={isMany} leave={leave} {...props} />
}

/** What one kind of question gets: with the key that leaves, in words. */
interface KindProps extends AskedProps {
  leave: string
}

const frameOf = (
  {label, hint, progress, canGoBack}: TextQuestion,
  {lang, width, rows, color, onReady, leave}: KindProps,
  keys: readonly string[],
) => ({
  ...{label, hint, progress, width, rows, color, onReady},
  keys: [...keys, ...(canGoBack ? ['key.back'] : []), leave].map((key) => sayAsked(lang, key)),
})

/** Widest that a line to type in may be; longer ones are hard to see over. */
const widestInput = 100

const AskedText = ({question, ...props}: KindProps & {question: TextQuestion}) => {
  const {onAnswer, onFail, hold, onReady, typed, width, color} = props
  const [value, setValue] = useState(typed.value ?? question.value ?? '')
  const {flaw, isGood, refuse} = useFlaw(question, value)
  const submit = async (answer: string): Promise<void> => {
    hold()
    const wrong = await question.flaw?.(answer)
    if (wrong === undefined) {
      const shown = (await question.understood?.(answer)) ?? answer
      return onAnswer(answer, shown, await question.remark?.(answer))
    }
    refuse(answer, wrong)
    onReady()
  }
  const input = {
    value,
    onChange: (text: string) => {
      typed.value = text
      setValue(text)
    },
    onSubmit: (text: string) => submit(text).catch(onFail),
    color,
    width: Math.min(width - 3, widestInput),
  }
  return (
    <QuestionScreen {...frameOf(question, props, [question.isLong ? 'key.long' : 'key.enter'])} flaw={flaw}>
      {(rows) => (
        <Box>
          <Text {...(isGood ? tone('good', color) : {})}>{isGood ? '✓ ' : '› '}</Text>
          {question.isLong ? (
            <TextArea {...input} rows={Math.min(rows, 12)} />
          ) : (
            <TextInput {...input} ignored={['ctrl-b']} />
          )}
        </Box>
      )}
    </QuestionScreen>
  )
}

/** Milliseconds without a key after which a person is told what is wrong so far, and letters before that. */
const calm = {pause: 800, letters: 3}

interface FlawState {
  /** What to say of the answer so far. */
  flaw: string | undefined
  isGood: boolean
  /** The answer was given and will not do. */
  refuse(answer: string, flaw: string): void
}

/** Asks what is wrong while the person types, and says so after a pause; after a first refusal at once. */
const useFlaw = (question: TextQuestion, value: string): FlawState => {
  const [found, setFound] = useState<{value: string; flaw: string | undefined; remark?: string | undefined}>()
  const [isIdle, setIsIdle] = useState(false)
  const hasTried = useRef(false)
  useEffect(() => {
    let isCurrent = true
    const pause = setTimeout(() => setIsIdle(true), calm.pause)
    setIsIdle(false)
    judge(question, value).then(
      (judged) => isCurrent && setFound({value, ...judged}),
      () => {},
    )
    return () => {
      isCurrent = false
      clearTimeout(pause)
    }
  }, [question, value])
  const isCurrent = found?.value === value
  const mayTell = hasTried.current || (isIdle && isCurrent && value.trim().length >= calm.letters)
  return {
    flaw: mayTell ? (found?.flaw ?? found?.remark) : undefined,
    isGood: isCurrent && found.flaw === undefined && value.trim() !== '',
    refuse(answer, flaw) {
      hasTried.current = true
      setFound({value: answer, flaw})
    },
  }
}

const judge = async ({flaw, remark}: TextQuestion, value: string) => {
  const wrong = await flaw?.(value)
  return {flaw: wrong, remark: wrong === undefined ? await remark?.(value) : undefined}
}

const AskedChoice = ({
  question,
  isMany,
  ...props
}: KindProps & {question: ChoiceQuestion<unknown>; isMany: boolean}) => {
  const {onAnswer, width, color, lang} = props
  const {choices, ready = []} = question
  const submit = (chosen: readonly number[]): void => {
    const labels = chosen.map((place) => choices[place]!.label)
    onAnswer(
      isMany ? chosen.map((place) => choices[place]!.value) : choices[chosen[0]!]!.value,
      labels.join(', ') || sayAsked(lang, 'none'),
    )
  }
  return (
    <QuestionScreen
      {...frameOf(question, props, ['key.choose', ...(isMany ? ['key.tick'] : []), 'key.enter'])}
    >
      {(rows) => (
        <ChoiceList
          choices={choices}
          ready={choices.flatMap(({value}, place) => (ready.includes(value) ? [place] : []))}
          isMany={isMany}
          onSubmit={submit}
          width={width}
          rows={rows}
          color={color}
        />
      )}
    </QuestionScreen>
  )
}

const AskedYesNo = ({question, ...props}: KindProps & {question: ConfirmQuestion}) => {
  const {onAnswer, color, lang} = props
  return (
    <QuestionScreen {...frameOf(question, props, ['key.yesNo', 'key.enter'])}>
      {() => (
        <YesNo
          yes={sayAsked(lang, 'yes')}
          no={sayAsked(lang, 'no')}
          yesLetter={sayAsked(lang, 'yes.letter')}
          ready={question.ready ?? true}
          onSubmit={(answer) => onAnswer(answer, sayAsked(lang, answer ? 'yes' : 'no'))}
          color={color}
        />
      )}
    </QuestionScreen>
  )
}

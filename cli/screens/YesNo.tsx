import {Text} from 'ink'
import {useReducer, useRef} from 'react'
import {tone} from './tones.ts'
import {useKeys} from './use-keys.ts'

interface Props {
  /** The words for yes and no. */
  yes: string
  no: string
  /** The letter that answers yes; `n` answers no. */
  yesLetter: string
  ready: boolean
  onSubmit(answer: boolean): void
  color: boolean
  isActive?: boolean
}

const turns = ['left', 'right', 'up', 'down', 'tab']

/** Yes or no by its letter, or with arrows and Enter. */
export const YesNo = ({yes, no, yesLetter, ready, onSubmit, color, isActive = true}: Props) => {
  const [, show] = useReducer((times: number) => times + 1, 0)
  const answer = useRef(ready)
  useKeys(({name, text}) => {
    const letter = text?.[0]?.toLowerCase()
    if (letter === yesLetter || letter === 'n') return onSubmit(letter === yesLetter)
    if (name === 'return') return onSubmit(answer.current)
    if (!turns.includes(name)) return
    answer.current = !answer.current
    show()
  }, isActive)
  const word = (text: string, isAt: boolean) => (
    <Text {...(isAt ? tone('strong', color) : {})}>{`${isAt ? '›' : ' '} ${text}`}</Text>
  )
  return (
    <Text>
      {word(yes, answer.current)}
      {'   '}
      {word(no, !answer.current)}
    </Text>
  )
}

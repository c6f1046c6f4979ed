import {Box, type Instance, render, Static, Text} from 'ink'
import {safe} from '../../src/report/safe.ts'
import {hanging} from '../../src/report/width.ts'
import {pasteMode} from '../screens/keys.ts'
import {createKeySource, type KeySource, KeySourceContext, useKeyFeed} from '../screens/use-keys.ts'
import {useSize} from '../screens/use-size.ts'
import type {Lang} from '../texts.ts'
import {type Asked, type AskedProps, AskedQuestion} from './AskedQuestion.tsx'
import {sayAsked} from './texts.ts'
import {type Asker, Cancelled, type ChoiceQuestion, GoBack} from './types.ts'

interface Options {
  lang: Lang
  color: boolean
}

type Current = Pick<AskedProps, 'typed' | 'onAnswer' | 'onLeave' | 'onBack' | 'onFail'> & {
  id: number
  asked: Asked
}

interface Said {
  /** Stands before the text, which wraps beside it. */
  mark: string
  text: string
}

interface View {
  /** What was answered and said, oldest first. */
  said: readonly Said[]
  current: Current | undefined
}

interface Props extends Options {
  view: View
  source: KeySource
  onSuspend(): void
}

export const AskScreen = ({view: {said, current}, source, onSuspend, lang, color}: Props) => {
  useKeyFeed(source)
  const {columns, rows} = useSize()
  return (
    <KeySourceContext.Provider value={source}>
      <Static items={[...said]}>{(one, place) => <Text key={place}>{wrapLines(one, columns)}</Text>}</Static>
      {current && (
        <Box key={current.id} flexDirection="column" marginTop={rows > 16 ? 1 : 0}>
          <AskedQuestion
            {...current}
            lang={lang}
            color={color}
            width={columns}
            rows={rows - (rows > 16 ? 2 : 1)}
            onReady={source.release}
            hold={source.hold}
            onSuspend={onSuspend}
          />
        </Box>
      )}
    </KeySourceContext.Provider>
  )
}

const wrapLines = ({mark, text}: Said, width: number): string =>
  text
    .split('\n')
    .flatMap((line) => (line === '' ? [' '] : wrapLine(mark, line, width)))
    .join('\n')

/** What is indented stays so. */
const wrapLine = (mark: string, line: string, width: number): string[] => {
  const [indent] = /^ */.exec(line)!
  return hanging(mark, line.slice(indent.length), indent.length, width)
}

/** A stopped process goes on here; the pause lets the signal come first. */
const pauseForStop = 20

/** Asks on a screen: one question at the bottom, what is answered above it in lines that stay. */
export const openScreen = ({lang, color}: Options): Asker => {
  const source = createKeySource()
  let view: View = {said: [], current: undefined}
  let count = 0
  const leavePasteMode = (): void => void process.stdout.write(pasteMode.off)

  const screen = () => <AskScreen {...{view, source, lang, color}} onSuspend={suspend} />
  const show = (next: Partial<View>): void => {
    view = {...view, ...next}
    ink.rerender(screen())
  }
  const mount = (): Instance => {
    source.hold()
    process.stdout.write(pasteMode.on)
    const instance = render(screen(), {exitOnCtrlC: false, patchConsole: false})
    instance.waitUntilExit().catch((error) => view.current?.onFail(error))
    return instance
  }
  const unmount = (): void => {
    ink.unmount()
    leavePasteMode()
    process.stdin.pause()
  }
  const suspend = (): void => {
    if (process.platform === 'win32') return
    unmount()
    view = {...view, said: []}
    process.kill(0, 'SIGTSTP')
    setTimeout(() => {
      ink = mount()
    }, pauseForStop)
  }
  let ink = mount()
  process.once('exit', leavePasteMode)

  const ask = (asked: Asked): Promise<unknown> =>
    new Promise((resolve, reject) => {
      const end = (...said: Said[]): void => {
        source.hold()
        show({current: undefined, said: [...view.said, ...said]})
      }
      const fail = (error: unknown): void => {
        end()
        reject(error)
      }
      count++
      show({
        current: {
          id: count,
          asked,
          typed: {},
          onLeave: () => fail(new Cancelled()),
          onBack: () => fail(new GoBack()),
          onFail: fail,
          onAnswer(answer, shown, remark) {
            const remarks = remark === undefined ? [] : [{mark: '  ! ', text: remark}]
            end(
              {mark: '✓ ', text: answered(asked.question.label, shown || sayAsked(lang, 'empty'))},
              ...remarks,
            )
            resolve(answer)
          },
        },
      })
    })

  return {
    text: (question) => ask({kind: 'text', question}) as Promise<string>,
    choose: <Value,>(question: ChoiceQuestion<Value>) => ask({kind: 'choose', question}) as Promise<Value>,
    chooseSome: <Value,>(question: ChoiceQuestion<Value>) =>
      ask({kind: 'chooseSome', question}) as Promise<Value[]>,
    confirm: (question) => ask({kind: 'confirm', question}) as Promise<boolean>,
    tell: (text) => show({said: [...view.said, {mark: '', text}]}),
    close() {
      unmount()
      process.off('exit', leavePasteMode)
    },
  }
}

/** A question with its answer, on one line. */
const answered = (label: string, answer: string): string =>
  `${label}${label.endsWith('?') ? '' : ':'} ${answer.split('\n').map(safe).join(' / ')}`

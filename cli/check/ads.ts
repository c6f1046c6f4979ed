import type {Input} from '../inputs.ts'
import {complain, Explained} from '../problem.ts'
import type {CheckedAd} from './checked-ad.ts'
import {openCrew} from './crew.ts'
import type {Found} from './find.ts'
import {adsOf, type Circumstances, checkInput, openCircumstances} from './input.ts'
import {openProgress, type Progress} from './progress.ts'
import type {CheckRequest} from './request.ts'

export interface CheckedAds {
  ads: CheckedAd[]
  /** Some could not be checked; it is told which. */
  hasTrouble: boolean
}

/** How a check goes on. */
export interface Course {
  /** Asked between two ads; the rest are left when it says yes. */
  isStopped?(): boolean
  /** Hears of each ad that cannot be checked; else it is said on standard error. */
  tell?: typeof complain
}

/** Checks the ads of all files, and tells what comes of them in their order. */
export const checkAds = async (
  request: CheckRequest,
  found: Found,
  {isStopped = () => false, tell = complain}: Course = {},
): Promise<CheckedAds> => {
  const {inputs, lang} = found
  const circumstances = await openCircumstances(request, found)
  const progress = openProgress(inputs.length, lang)
  const crew = openCrew(request, inputs, lang)
  const checked: CheckedAds = {ads: [], hasTrouble: false}
  const outcomes = inOrder<CheckedAd[]>(({value, error}, i) => {
    checked.ads.push(...(value ?? []))
    if (error === undefined) return
    progress.erase()
    tell(error, lang, inputs[i]!.path)
    checked.hasTrouble = true
  })
  const checkNumber = async (i: number): Promise<void> => {
    const input = inputs[i]!
    await outcomes.add(i, async () => {
      const checkable = await circumstances.of(input)
      return fixed(await checkInput(input, request, checkable), input, request, checkable, progress)
    })
  }
  try {
    for (let i = crew.take(); i < inputs.length; i = crew.take()) {
      await progress.step(i + 1, inputs[i]!.path)
      if (isStopped()) return checked
      await checkNumber(i)
    }
    for (const {number, checked: file, trouble} of await crew.answers()) {
      const input = inputs[number]!
      await outcomes.add(number, async () => {
        if (!file) throw new Explained(trouble)
        return adsOf(file, input, request, await circumstances.of(input))
      })
    }
    for (let i = outcomes.next(); i < inputs.length; i = outcomes.next()) await checkNumber(i)
    return checked
  } finally {
    crew.close()
    progress.close()
    circumstances.close()
  }
}

interface Outcome<Value> {
  value?: Value
  error?: unknown
}

/** Tells of outcomes in their order, as soon as those before are there. */
const inOrder = <Value>(tell: (outcome: Outcome<Value>, i: number) => void) => {
  const outcomes: Outcome<Value>[] = []
  let next = 0
  return {
    async add(i: number, find: () => Promise<Value>): Promise<void> {
      outcomes[i] = await find().then(
        (value) => ({value}),
        (error: unknown) => ({error}),
      )
      for (; outcomes[next]; next++) tell(outcomes[next]!, next)
    },
    /** The first that is not there. */
    next: () => next,
  }
}

/** The ads with the exchanges that were asked for, or as they were. */
const fixed = async (
  checked: CheckedAd[],
  input: Input,
  request: CheckRequest,
  circumstances: Circumstances,
  progress: Progress,
): Promise<CheckedAd[]> => {
  if (request.fix === 'no' || !checked[0]) return checked
  progress.erase()
  const {fixFile} = await import('./fix.ts')
  const source = await fixFile(checked[0], request.fix, circumstances.lang)
  if (source === undefined) return checked
  const read = async () => new TextEncoder().encode(source)
  return checkInput({...input, read}, request, circumstances)
}

import {useStdout} from 'ink'
import {useEffect, useState} from 'react'

export interface Size {
  columns: number
  rows: number
}

/** The size of the terminal, also after it has changed. */
export const useSize = (): Size => {
  const {stdout} = useStdout()
  const now = (): Size => ({columns: stdout.columns || 80, rows: stdout.rows || 24})
  const [size, set] = useState(now)
  useEffect(() => {
    const update = (): void => set(now())
    stdout.on('resize', update)
    return () => void stdout.off('resize', update)
  })
  return size
}

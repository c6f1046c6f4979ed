import {useStdout} from 'ink'
import {useEffect, useState} from 'react'

export interface Size {
  columns: number
  rows: number
}

/** What a terminal that does not tell its size has. */
const usual: Size = {columns: 80, rows: 24}

const sizeOf = ({columns, rows}: Partial<Size>): Size => ({
  columns: columns || usual.columns,
  rows: rows || usual.rows,
})

/** The size of the terminal, also after it changes. */
export const useSize = (): Size => {
  const {stdout} = useStdout()
  const [size, setSize] = useState(() => sizeOf(stdout))
  useEffect(() => {
    const measure = (): void => setSize(sizeOf(stdout))
    stdout.on('resize', measure)
    return () => void stdout.off('resize', measure)
  }, [stdout])
  return size
}

import {Box} from 'ink'
import {useMemo} from 'react'
import {wrap} from '../../../src/report/width.ts'
import {sayReview} from '../../review/texts.ts'
import {Rows} from '../Rows.tsx'
import {useStore} from '../store.ts'
import {useKeys} from '../use-keys.ts'
import {useSize} from '../use-size.ts'
import type {ReviewController} from './controller.ts'
import {DialogRows} from './DialogRows.tsx'
import {dialogOf, heightOf} from './dialog.ts'
import {linesOf} from './draft-window.ts'
import {footerRow} from './footer.ts'
import {frameRows} from './frame.ts'
import {layOut} from './layout.ts'

interface Props {
  controller: ReviewController
  color: boolean
  /** Of the terminal, when that is known already; for tests. */
  size?: {columns: number; rows: number}
}

const smallest = {columns: 40, rows: 12}

/** The draft with its findings, and what can be done about them. */
export const ReviewScreen = ({controller, color, size}: Props) => {
  const {session, store, host} = controller
  const {source} = useStore({get: () => session.state, subscribe: session.subscribe})
  useStore(store)
  useKeys((key) => controller.press(key))
  const terminal = useSize()
  const {columns, rows} = size ?? terminal
  const draft = useMemo(() => linesOf(source), [source])
  if (columns < smallest.columns || rows < smallest.rows) {
    const lines = wrap(sayReview(host.lang, 'tooSmall'), columns).slice(0, rows - 1)
    return <Rows rows={lines.map((text) => [{text}])} color={color} />
  }
  const dialog = dialogOf(controller, columns)
  const layout = layOut(columns, rows, heightOf(dialog))
  return (
    <Box flexDirection="column" width={columns} height={layout.height}>
      <Rows rows={frameRows({controller, draft, layout, color})} color={color} />
      <DialogRows dialog={dialog} width={columns} color={color} />
      <Rows rows={[footerRow(controller, columns)]} color={color} />
    </Box>
  )
}

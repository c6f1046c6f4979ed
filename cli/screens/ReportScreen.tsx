import {Box, Text} from 'ink'
import type {ClosingView, FileView} from '../../src/report/view.ts'
import {wrap} from '../../src/report/width.ts'
import {Checklist} from './Checklist.tsx'
import {FindingCard} from './FindingCard.tsx'
import {Labelled} from './Labelled.tsx'
import {tone} from './tones.ts'

interface Layout {
  width: number
  color: boolean
}

/** What border and padding take of the width. */
const boxMargin = 4

const Header = ({view, width, color}: Layout & {view: FileView}) => (
  <Box
    borderStyle="round"
    borderDimColor={color}
    paddingX={1}
    marginBottom={1}
    width={width}
    flexDirection="column"
  >
    <Text {...tone('strong', color)}>{wrap(view.path, width - boxMargin).join('\n')}</Text>
    {view.facts.map(({label, value}) => (
      <Labelled
        key={`${label} ${value}`}
        label={label}
        text={value}
        width={width - boxMargin}
        style={tone('dim', color)}
      />
    ))}
    {view.checklist.length > 0 && (
      <Box marginTop={1}>
        <Checklist rows={view.checklist} width={width - boxMargin} color={color} />
      </Box>
    )}
    {view.unmentioned && (
      <Box marginTop={1}>
        <Labelled
          label={view.unmentioned.label}
          text={view.unmentioned.value}
          width={width - boxMargin}
          style={tone('dim', color)}
        />
      </Box>
    )}
  </Box>
)

/** The report on one file. */
export const FileScreen = ({view, width, color}: Layout & {view: FileView}) => (
  <Box flexDirection="column" width={width}>
    <Header view={view} width={width} color={color} />
    {view.findings.map((finding, number) => (
      // biome-ignore lint/suspicious/noArrayIndexKey: the findings never change places
      <FindingCard key={number} finding={finding} width={width} color={color} />
    ))}
    {view.remarks.map((remark) => (
      <Box key={remark} marginBottom={1}>
        <Text>{wrap(remark, width).join('\n')}</Text>
      </Box>
    ))}
  </Box>
)

/** The last lines of the whole report. */
export const ClosingScreen = ({view, width, color}: Layout & {view: ClosingView}) => (
  <Box flexDirection="column" width={width}>
    {view.remarks.map((remark) => (
      <Text key={remark} {...tone('dim', color)}>
        {wrap(remark, width).join('\n')}
      </Text>
    ))}
    <Text {...tone(view.clean ? 'good' : 'strong', color)}>{wrap(view.summary, width).join('\n')}</Text>
  </Box>
)

import {Box, Text} from 'ink'
import type {FindingView} from '../../src/report/finding-view.ts'
import {widestProse, wrap} from '../../src/report/width.ts'
import {CodeFrame} from './CodeFrame.tsx'
import {Labelled} from './Labelled.tsx'
import {tone} from './tones.ts'

interface Props {
  finding: FindingView
  width: number
  color: boolean
}

const indent = 3

/** One finding: how grave, which rule, where; the words; where it is laid down; what to write instead. */
export const FindingCard = ({finding, width, color}: Props) => {
  const {severity, symbol, word, ruleId, positions, message, frame, source, proposals} = finding
  const prose = Math.min(width - indent, widestProse)
  return (
    <Box flexDirection="column" marginBottom={1}>
      <Box columnGap={2}>
        <Text {...tone(severity, color)}>{` ${symbol} ${word} `}</Text>
        <Text {...tone('strong', color)}>{ruleId}</Text>
        <Text {...tone('dim', color)}>{positions.map(({text}) => text).join(', ')}</Text>
      </Box>
      <Box flexDirection="column" marginLeft={indent}>
        <Text>{wrap(message, prose).join('\n')}</Text>
        <CodeFrame rows={frame} color={color} />
        {proposals.map(({label, text, ready}) => (
          <Box key={[text, ...ready].join('\n')} flexDirection="column">
            <Labelled label={label} text={text} width={prose} style={tone('good', color)} />
            {ready.map((line, number) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the lines never change places
              <Box key={number} marginLeft={2}>
                <Text {...tone('good', color)}>{`+ ${wrap(line, prose - 4).join('\n  ')}`}</Text>
              </Box>
            ))}
          </Box>
        ))}
        {source && <Labelled {...source} width={prose} style={tone('dim', color)} />}
      </Box>
    </Box>
  )
}

import { ArrowDownOutlined, ArrowUpOutlined, MinusOutlined } from '@ant-design/icons'
import type { FigureDefinition, FigureView } from '../../src/protocol/reports.ts'
import { useTexts } from '../texts/use-texts.ts'
import { compare } from './compare.ts'
import { useFigures } from './figures-context.tsx'
import { formatChange } from './format-figure.ts'

interface ChangeMarkProps {
  readonly definition: FigureDefinition
  readonly now: FigureView
  readonly before: FigureView | undefined
}

const ARROWS = { up: <ArrowUpOutlined />, down: <ArrowDownOutlined />, same: <MinusOutlined /> }

/** How it has moved: an arrow, by how much, and in a word whether that is good. */
export function ChangeMark({ definition, now, before }: ChangeMarkProps) {
  const texts = useTexts()
  const { currency } = useFigures()
  const words = texts.figures.change
  const change = compare(definition, now, before)
  if (!change) return <span className="change quiet">{words.unknown}</span>
  if (change.way === 'same') {
    return (
      <span className="change">
        {ARROWS.same} {words.same}
      </span>
    )
  }
  return (
    <span className={`change ${change.tone ?? ''}`}>
      {ARROWS[change.way]} {words[change.way](formatChange(change, definition.unit, texts, currency))}
      {change.tone ? <i>{words[change.tone]}</i> : null}
    </span>
  )
}

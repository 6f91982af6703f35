import { QuestionCircleOutlined } from '@ant-design/icons'
import { Popover } from 'antd'
import type { FigureDefinition } from '../../src/protocol/reports.ts'
import { useLocale, useTexts } from '../texts/use-texts.ts'

/** What a figure means, for the mouse, the keyboard and the finger. */
export function FigureHint({ definition }: { readonly definition: FigureDefinition }) {
  const { hint } = useTexts().figures
  const locale = useLocale()
  const name = definition.name[locale]
  return (
    <Popover
      trigger={['hover', 'focus']}
      placement="bottomLeft"
      content={<Meaning definition={definition} />}
      title={name}
    >
      <button type="button" className="figure-hint" aria-label={`${hint.open}: ${name}`}>
        <QuestionCircleOutlined aria-hidden="true" />
      </button>
    </Popover>
  )
}

function Meaning({ definition }: { readonly definition: FigureDefinition }) {
  const { hint } = useTexts().figures
  const locale = useLocale()
  const { formula, numerator, denominator, good } = definition
  const parts = [
    [hint.formula, formula[locale]],
    [hint.numerator, numerator[locale]],
    ...(denominator ? [[hint.denominator, denominator[locale]]] : []),
  ]
  return (
    <dl className="figure-meaning">
      {parts.map(([label, words]) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{words}</dd>
        </div>
      ))}
      <div>
        <dt className="sr-only">{hint.open}</dt>
        <dd className="quiet">{hint[good ?? 'neutral']}</dd>
      </div>
    </dl>
  )
}

import { WarningFilled } from '@ant-design/icons'
import { Popover, Switch } from 'antd'
import { Link } from 'wouter'
import type { IntentRow as Row } from '../../../src/protocol/editing.ts'
import { formatShare } from '../../texts/format.ts'
import { useLocale } from '../../texts/use-texts.ts'
import { toFilePath, toIntentPath } from '../paths.ts'
import { useWords } from '../use-words.ts'
import type { Heat } from './intent-filters.ts'
import type { UseSwitch } from './use-switch.tsx'

interface IntentRowProps {
  readonly row: Row
  readonly heat: Heat | undefined
  readonly counted: boolean
  readonly switching: UseSwitch
}

export function IntentRow({ row, heat, counted, switching }: IntentRowProps) {
  const { list } = useWords()
  const on = switching.isOn(row)
  return (
    <tr className={on ? '' : 'off'}>
      <td className="intent-name">
        <Link to={toIntentPath(row.id)}>{row.title}</Link>
        {row.changed ? <i className="chip left">{list.changed}</i> : null}
        <Warnings row={row} />
        <small className="mono">{row.id}</small>
      </td>
      <td data-label={list.columns.category}>{list.categories[row.category] ?? row.category}</td>
      <td data-label={list.columns.autonomy}>{list.autonomies[row.autonomy]}</td>
      <td className="figure" data-label={list.columns.examples}>
        {row.examples} / {row.answers}
      </td>
      {counted ? <HeatCells heat={heat} /> : null}
      <td data-label={list.columns.enabled}>
        <Switch
          size="small"
          checked={on}
          aria-label={list.switchOf(row.title)}
          onChange={(enabled) => void switching.turn(row, enabled)}
        />
      </td>
    </tr>
  )
}

function HeatCells({ heat }: { readonly heat: Heat | undefined }) {
  const { list } = useWords()
  const share = (value: number | undefined) => (value === undefined ? '–' : formatShare(value))
  return (
    <>
      <td className="figure" data-label={list.columns.yesterday}>
        {heat?.yesterday ?? 0}
      </td>
      <td className="figure" data-label={list.columns.week}>
        {heat?.week ?? 0}
      </td>
      <td className="figure" data-label={list.columns.answered}>
        {share(heat?.answered)}
      </td>
      <td className="figure" data-label={list.columns.disliked}>
        {share(heat?.disliked)}
      </td>
    </>
  )
}

/** The marks of the lint: read where they are, and each leads to its line. */
function Warnings({ row }: { readonly row: Row }) {
  const { list } = useWords()
  const locale = useLocale()
  if (row.warnings.length === 0) return null

  const words = (
    <ul className="warning-list">
      {row.warnings.map((one) => (
        <li key={`${one.line}:${one.cause.zh}`}>
          <Link to={toFilePath(one.file, one.line)} className="mono">
            {one.file}:{one.line}
          </Link>
          <span>
            {one.cause[locale]} → {one.mend[locale]}
          </span>
        </li>
      ))}
    </ul>
  )
  return (
    <Popover content={words} trigger={['hover', 'click']}>
      <button type="button" className="warning-mark" aria-label={list.warnings(row.title, row.warnings.length)}>
        <WarningFilled aria-hidden="true" /> {row.warnings.length}
      </button>
    </Popover>
  )
}

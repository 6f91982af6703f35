import { Segmented } from 'antd'
import { type CSSProperties, useMemo, useState } from 'react'
import type { HeatMap } from '../../../src/protocol/reports.ts'
import { useTexts } from '../../texts/use-texts.ts'
import { busiest, type HeatOf, heatGrid } from '../charts/heat.ts'
import { Scroller } from '../scroller.tsx'
import { Section } from '../section.tsx'

const KINDS = ['sessions', 'queued'] as const

/** Hours by weekdays: when customers come, and when they have to wait in line. */
export function BusyHours() {
  const { desk } = useTexts().figures
  return (
    <Section<HeatMap>
      title={desk.heat}
      of="heat"
      empty={desk.noHeat}
      isEmpty={({ cells }) => cells.every(({ sessions, queued }) => sessions + queued === 0)}
    >
      {(heat) => <Grid heat={heat} />}
    </Section>
  )
}

/** A table, so that it can be read without its colours: every busy hour says its number. */
function Grid({ heat }: { readonly heat: HeatMap }) {
  const { desk, weekdays } = useTexts().figures
  const [of, setOf] = useState<HeatOf>('sessions')
  const grid = useMemo(() => heatGrid(heat, of), [heat, of])
  const most = busiest(grid)
  const counted = (count: number) => (of === 'sessions' ? desk.sessionsCount(count) : desk.queuedCount(count))
  return (
    <>
      <div className="heat-head">
        <Segmented
          value={of}
          options={KINDS.map((kind) => ({ value: kind, label: desk.heatOf[kind] }))}
          onChange={(kind) => setOf(kind)}
        />
        <span>{most ? desk.heatHint(weekdays[most.weekday] ?? '', most.hour, counted(most.count)) : null}</span>
      </div>
      <Scroller label={desk.heat} className="heat">
        <table>
          <thead>
            <tr>
              <td />
              {grid[0]?.map((_, hour) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: the hours of a day keep their places.
                <th key={hour} scope="col">
                  {hour}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {grid.map((row, weekday) => (
              <tr key={weekdays[weekday]}>
                <th scope="row">{weekdays[weekday]}</th>
                {row.map((count, hour) => (
                  <Hour
                    // biome-ignore lint/suspicious/noArrayIndexKey: the hours of a day keep their places.
                    key={hour}
                    count={count}
                    part={count / (most?.count ?? 1)}
                    says={desk.cell(weekdays[weekday] ?? '', hour, counted(count))}
                  />
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </Scroller>
    </>
  )
}

interface HourProps {
  readonly count: number
  /** Of the busiest hour. */
  readonly part: number
  readonly says: string
}

function Hour({ count, part, says }: HourProps) {
  return (
    <td
      style={{ '--heat': `${Math.round(part * 100)}%` } as CSSProperties}
      className={part > 0.55 ? 'hot' : ''}
      title={says}
    >
      {count === 0 ? '' : count}
    </td>
  )
}

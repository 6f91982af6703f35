import { Tooltip } from 'antd'
import type { ReactNode } from 'react'
import { Link } from 'wouter'
import type { AssistReportView, MessageFiguresView, SuggestionFiguresView } from '../../src/protocol/assist.ts'
import { formatShare } from '../texts/format.ts'
import { useTexts } from '../texts/use-texts.ts'
import { DayBars } from './day-bars.tsx'
import { reasonText } from './to-csv.ts'

/** 智能辅助: how much 小二 has helped people. */
export function AssistReport({ report }: { readonly report: AssistReportView }) {
  const texts = useTexts()
  const { reports } = texts
  return (
    <>
      <Numbers total={report.total} />
      <h3>{reports.byDay}</h3>
      <DayBars days={report.days} />
      {report.agents.length > 0 ? (
        <Table
          title={reports.byAgent}
          first={reports.agent}
          rows={report.agents.map(({ agent, figures }) => ({
            key: agent?.id ?? '',
            name: agent?.name ?? reports.nobody,
            figures,
          }))}
        />
      ) : null}
      {report.intents.length > 0 ? (
        <Table
          title={reports.byIntent}
          first={reports.intent}
          rows={report.intents.map(({ intent, title, figures }) => ({
            key: intent,
            name: <Link to={`/knowledge/intents/${encodeURIComponent(intent)}`}>{title}</Link>,
            figures,
          }))}
        />
      ) : null}
      {report.reasons.length > 0 ? (
        <>
          <h3>{reports.byReason}</h3>
          <ul className="ignore-reasons">
            {report.reasons.map(({ reason, count }) => (
              <li key={reason}>
                <span>{reasonText(reason, texts.assist)}</span>
                <b>{count}</b>
              </li>
            ))}
          </ul>
        </>
      ) : null}
    </>
  )
}

const SHARES = ['coverage', 'acceptance', 'meanEdit'] as const
const COUNTS = ['messages', 'shown', 'adopted', 'edited', 'ignored', 'passed', 'expired', 'sent'] as const

function Numbers({ total }: { readonly total: MessageFiguresView }) {
  const { reports } = useTexts()
  return (
    <dl className="numbers">
      {SHARES.map((name) => (
        <Tooltip key={name} title={reports.hints[name]}>
          <div className="main">
            <dt>{reports.figures[name]}</dt>
            <dd>{shareText(total[name], reports.none)}</dd>
          </div>
        </Tooltip>
      ))}
      {COUNTS.map((name) => (
        <div key={name}>
          <dt>{reports.figures[name]}</dt>
          <dd>{total[name]}</dd>
        </div>
      ))}
    </dl>
  )
}

function shareText(share: number | undefined, none: string): string {
  return share === undefined ? none : formatShare(share)
}

interface Row {
  readonly key: string
  readonly name: ReactNode
  readonly figures: SuggestionFiguresView & Partial<MessageFiguresView>
}

const TABLE_COUNTS = ['shown', 'adopted', 'edited', 'ignored', 'passed', 'expired', 'sent'] as const

/** On a phone it scrolls in itself; the names stay. */
function Table({
  title,
  first,
  rows,
}: {
  readonly title: string
  readonly first: string
  readonly rows: readonly Row[]
}) {
  const { reports } = useTexts()
  const withMessages = rows.some(({ figures }) => figures.messages !== undefined)
  return (
    <>
      <h3>{title}</h3>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: without a mouse, only the focus lets one scroll it. */}
      <section className="figures-table" aria-label={title} tabIndex={0}>
        <table>
          <thead>
            <tr>
              <th scope="col">{first}</th>
              {withMessages ? <th scope="col">{reports.figures.messages}</th> : null}
              {withMessages ? <th scope="col">{reports.figures.coverage}</th> : null}
              <th scope="col">{reports.figures.acceptance}</th>
              {TABLE_COUNTS.map((name) => (
                <th key={name} scope="col">
                  {reports.figures[name]}
                </th>
              ))}
              <th scope="col">{reports.figures.meanEdit}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ key, name, figures }) => (
              <tr key={key}>
                <th scope="row">{name}</th>
                {withMessages ? <td>{figures.messages}</td> : null}
                {withMessages ? <td>{shareText(figures.coverage, reports.none)}</td> : null}
                <td>{shareText(figures.acceptance, reports.none)}</td>
                {TABLE_COUNTS.map((column) => (
                  <td key={column}>{figures[column]}</td>
                ))}
                <td>{shareText(figures.meanEdit, reports.none)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </>
  )
}

import type { Reasons } from '../../../src/protocol/reports.ts'
import { useLocale, useTexts } from '../../texts/use-texts.ts'
import { formatNumber, formatPart } from '../format-figure.ts'
import { Section } from '../section.tsx'
import { PartBar } from './part-bar.tsx'

/** Why 小二 called people, the most frequent first. */
export function TransferReasons() {
  const { bot } = useTexts().figures
  return (
    <Section<Reasons>
      title={bot.reasons}
      of="reasons"
      csv
      empty={bot.noReasons}
      isEmpty={({ reasons }) => reasons.length === 0}
    >
      {(found) => <List {...found} />}
    </Section>
  )
}

function List({ reasons }: Reasons) {
  const { bot } = useTexts().figures
  const locale = useLocale()
  const sorted = reasons.toSorted((a, b) => b.sessions - a.sessions)
  const sum = sorted.reduce((total, { sessions }) => total + sessions, 0)
  const most = sorted[0]?.sessions ?? 1
  return (
    <div className="figures-table ranking">
      <table>
        <thead className="sr-only">
          <tr>
            <th scope="col">{bot.reason}</th>
            <th scope="col">{bot.sessions}</th>
          </tr>
        </thead>
        <tbody>
          {sorted.map(({ reason, label, sessions }) => (
            <tr key={reason}>
              <th scope="row">{label[locale]}</th>
              <td className="with-bar">
                <PartBar part={sessions / most}>
                  {formatNumber(sessions, locale)} <small>{formatPart(sessions / sum)}</small>
                </PartBar>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

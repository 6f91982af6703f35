import { Button } from 'antd'
import { useState } from 'react'
import { Link } from 'wouter'
import type { IntentRanking as Ranking } from '../../../src/protocol/reports.ts'
import { type Locale, useTexts } from '../../texts/use-texts.ts'
import { DrillButton } from '../drill-number.tsx'
import { formatNumber } from '../format-figure.ts'
import { Scroller } from '../scroller.tsx'
import { Section } from '../section.tsx'
import { PartBar } from './part-bar.tsx'

const FIRST_ROWS = 15

/** What is asked most, and whether more or fewer people ask than before. */
export function IntentRanking() {
  const { bot } = useTexts().figures
  return (
    <Section<Ranking>
      title={bot.ranking}
      hint={bot.rankingHint}
      of="intents"
      csv
      empty={bot.noRanking}
      isEmpty={({ intents }) => intents.length === 0}
    >
      {({ intents }) => <Table intents={intents} />}
    </Section>
  )
}

function Table({ intents }: Ranking) {
  const { bot, allRows } = useTexts().figures
  const [all, setAll] = useState(false)
  const most = Math.max(...intents.map(({ asked }) => asked))
  return (
    <>
      <Scroller label={bot.ranking} className="figures-table ranking">
        <table>
          <thead>
            <tr>
              {[bot.intent, bot.asked, bot.moved, bot.answered, bot.disliked].map((head) => (
                <th key={head} scope="col">
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {(all ? intents : intents.slice(0, FIRST_ROWS)).map((one) => (
              <Row key={one.intent} one={one} most={most} />
            ))}
          </tbody>
        </table>
      </Scroller>
      {!all && intents.length > FIRST_ROWS ? (
        <Button type="link" onClick={() => setAll(true)}>
          {allRows(intents.length)}
        </Button>
      ) : null}
    </>
  )
}

function movedText(by: number, locale: Locale): string {
  return by === 0 ? '' : `${by > 0 ? '▲' : '▼'} ${formatNumber(Math.abs(by), locale)}`
}

function Row({ one, most }: { readonly one: Ranking['intents'][number]; readonly most: number }) {
  const texts = useTexts()
  const { bot, none } = texts.figures
  const format = (value: number) => formatNumber(value, texts.locale)
  const row = { by: 'intent', key: one.intent } as const
  return (
    <tr>
      <th scope="row">
        <Link to={`/knowledge/intents/${encodeURIComponent(one.intent)}`}>{one.title}</Link>
      </th>
      <td className="with-bar">
        <PartBar part={one.asked / most}>
          <DrillButton
            into={{ figure: 'questions', part: 'numerator', row }}
            name={bot.asked}
            text={format(one.asked)}
          />
        </PartBar>
      </td>
      <td>{movedText(one.asked - one.before, texts.locale) || none}</td>
      <td>
        <DrillButton
          into={{ figure: 'dislikes', part: 'denominator', row }}
          name={bot.answered}
          text={format(one.answered)}
        />
      </td>
      <td className={one.disliked > 0 ? 'bad' : ''}>
        {one.disliked === 0 ? (
          none
        ) : (
          <DrillButton
            into={{ figure: 'dislikes', part: 'numerator', row }}
            name={bot.disliked}
            text={format(one.disliked)}
          />
        )}
      </td>
    </tr>
  )
}

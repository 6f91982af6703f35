import type { Funnel } from '../../../src/protocol/reports.ts'
import { useTexts } from '../../texts/use-texts.ts'
import { basketOf, funnelSteps, STEPS, wholeFunnel } from '../charts/funnel.ts'
import { DrillButton } from '../drill-number.tsx'
import { formatAmount, formatNumber, formatPart } from '../format-figure.ts'
import { Scroller } from '../scroller.tsx'
import { Section } from '../section.tsx'
import { PartBar } from './part-bar.tsx'

/** The figures that count the same. */
const COUNTED_BY = { inquiries: 'inquiries', ordered: 'ordered', paid: 'conversion' } as const

/** 询单 → 下单 → 付款, by who served. */
export function SalesFunnel() {
  const { sales } = useTexts().figures
  return (
    <Section<Funnel>
      title={sales.funnel}
      hint={({ windowHours }) => sales.funnelHint(windowHours)}
      of="funnel"
      csv
      empty={sales.noFunnel}
      isEmpty={(funnel) => wholeFunnel(funnel).inquiries === 0}
    >
      {(funnel) => <Table funnel={funnel} />}
    </Section>
  )
}

function Table({ funnel }: { readonly funnel: Funnel }) {
  const { sales } = useTexts().figures
  const rows = [{ way: 'all' as const, ...wholeFunnel(funnel) }, ...funnel.ways]
  return (
    <Scroller label={sales.funnel} className="figures-table ranking">
      <table>
        <thead>
          <tr>
            <th scope="col">{sales.way}</th>
            {STEPS.map((step) => (
              <th key={step} scope="col">
                {sales.steps[step]}
              </th>
            ))}
            <th scope="col">{sales.amount}</th>
            <th scope="col">{sales.basket}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Row key={row.way} row={row} currency={funnel.currency} />
          ))}
        </tbody>
      </table>
    </Scroller>
  )
}

interface RowProps {
  readonly row: Omit<Funnel['ways'][number], 'way'> & { readonly way: Funnel['ways'][number]['way'] | 'all' }
  readonly currency: string
}

function Row({ row, currency }: RowProps) {
  const texts = useTexts()
  const { sales, none } = texts.figures
  const basket = basketOf(row)
  return (
    <tr className={row.way === 'all' ? 'whole' : ''}>
      <th scope="row">{sales.ways[row.way]}</th>
      {funnelSteps(row).map(({ step, count, ofFirst, ofBefore }) => (
        <td key={step} className="with-bar">
          <PartBar part={ofFirst ?? 0}>
            {row.way === 'all' ? (
              <DrillButton
                into={{ figure: COUNTED_BY[step], part: 'numerator' }}
                name={sales.steps[step]}
                text={formatNumber(count, texts.locale)}
              />
            ) : (
              formatNumber(count, texts.locale)
            )}{' '}
            {ofBefore === undefined ? null : (
              <small title={sales.ofBefore(formatPart(ofBefore))}>{formatPart(ofBefore)}</small>
            )}
          </PartBar>
        </td>
      ))}
      <td>{formatAmount(row.amount, currency, texts.locale)}</td>
      <td>{basket === undefined ? none : formatAmount(basket, currency, texts.locale)}</td>
    </tr>
  )
}

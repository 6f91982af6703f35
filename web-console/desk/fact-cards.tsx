import type { DeskMessage } from '../../src/protocol/console.ts'
import { isMoment } from '../../src/protocol/words.ts'

type Text = Extract<DeskMessage['body'], { kind: 'text' }>

interface TableCardProps {
  readonly table: NonNullable<Text['table']>
  readonly label: string
  /** What the first column is. */
  readonly corner?: string
}

/** Things side by side, as the shopper sees them: a wide table scrolls in itself, its labels stay. */
export function TableCard({ table, label, corner }: TableCardProps) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: without a mouse, only the focus lets one scroll it.
    <section className="fact-table" aria-label={label} tabIndex={0}>
      <table aria-label={label}>
        <thead>
          <tr>
            {corner === undefined ? <td /> : <th scope="col">{corner}</th>}
            {table.columns.map((column) => (
              <th key={column} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.rows.map((row) => (
            <tr key={row.label}>
              <th scope="row">{row.label}</th>
              {row.cells.map((cell, at) => (
                <td key={table.columns[at]}>{cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

/** A case, a parcel, what is about to be confirmed. */
export function DetailsCard({ details }: { readonly details: NonNullable<Text['details']>[number] }) {
  return (
    <div className="card details">
      <p className="details-head">
        <b>{details.title}</b>
        {details.status ? <i>{details.status}</i> : null}
      </p>
      <dl>
        {details.lines.map(({ label, text }) => (
          <div key={label + text} className={isMoment(label) ? 'details-moment' : 'details-line'}>
            <dt>{label}</dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
    </div>
  )
}

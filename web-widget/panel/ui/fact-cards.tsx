import { isMoment } from '../../../src/protocol/words.ts'
import type { Details, Table } from '../../core/wire.ts'
import { useChat } from './chat-context.ts'
import { RichText } from './rich-text.tsx'

/** Things side by side. It scrolls sideways in itself, and its labels stay in sight. */
export function TableCard({ table }: { table: Table }) {
  const { texts } = useChat()
  const label = texts.comparison(table.columns)
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: without a mouse, only the focus lets one scroll it.
    <section class="card table" aria-label={label} tabIndex={0}>
      <table>
        <caption class="hidden">{label}</caption>
        <thead>
          <tr>
            <td />
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

/** What is known of one thing, line by line; what happened when reads as a way with stations. */
export function DetailsCard({ details }: { details: Details }) {
  return (
    <div class="card column">
      <div class="card-top">
        <strong class="card-name">{details.title}</strong>
        {details.status && <span class="card-status tag">{details.status}</span>}
      </div>
      <dl class="lines">
        {details.lines.map(({ label, text }) => (
          <div key={label + text} class={isMoment(label) ? 'moment' : 'line'}>
            <dt>{label}</dt>
            <dd>
              <RichText text={text} />
            </dd>
          </div>
        ))}
      </dl>
    </div>
  )
}

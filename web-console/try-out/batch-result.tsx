import { DownloadOutlined } from '@ant-design/icons'
import { Button, Checkbox, Table } from 'antd'
import { useState } from 'react'
import { Link } from 'wouter'
import { type RowsScore, type ScoredRow, toMatrix } from '../../src/protocol/score-rows.ts'
import { formatShare } from '../texts/format.ts'
import { useTexts } from '../texts/use-texts.ts'
import { LearnButton } from './learn-button.tsx'
import { rowsToCsv } from './rows-to-csv.ts'
import type { Batch } from './use-batch.ts'

type Result = Extract<Batch, { kind: 'done' }>

/** What became of the rows: figures, the wrong ones first, and what was taken for what. */
export function BatchResult({ result }: { readonly result: Result }) {
  const texts = useTexts()
  const { tryOut } = texts
  const { rows, score, titles, version } = result
  return (
    <section className="try-result" aria-label={tryOut.result}>
      <div className="try-result-head">
        <h2>{tryOut.result}</h2>
        <small>
          {texts.why.version} <code>{version.slice(0, 12)}</code>
        </small>
        <LearnButton result={result} />
        <Button icon={<DownloadOutlined />} onClick={() => download(rowsToCsv(rows, texts))}>
          {tryOut.download}
        </Button>
      </div>
      <Unknown rows={rows} titles={titles} />
      <Figures score={score} />
      <Rows result={result} />
      <ByIntent result={result} />
      <Confusions result={result} />
    </section>
  )
}

/** Expected intents that the knowledge does not have: a slip of the pen, most often. */
function Unknown({ rows, titles }: { readonly rows: readonly ScoredRow[]; readonly titles: IntentProps['titles'] }) {
  const { tryOut } = useTexts()
  const unknown = [...new Set(rows.map(({ expected }) => expected))].filter((id) => id !== 'none' && !(id in titles))
  if (unknown.length === 0) return null
  return (
    <p className="try-failed" role="alert">
      {tryOut.unknown(unknown)}
    </p>
  )
}

function Figures({ score }: { readonly score: RowsScore }) {
  const { tryOut } = useTexts()
  const { total, right, verdicts, answeredRight } = score
  const figures: readonly (readonly [name: string, value: string])[] = [
    [tryOut.figures.accuracy, formatShare(right / total)],
    [tryOut.figures.answeredRight, verdicts.answer === 0 ? '–' : formatShare(answeredRight / verdicts.answer)],
    [tryOut.figures.total, String(total)],
    [tryOut.figures.wrong, String(total - right)],
    [tryOut.verdicts.answer, String(verdicts.answer)],
    [tryOut.verdicts.clarify, String(verdicts.clarify)],
    [tryOut.verdicts.none, String(verdicts.none)],
  ]
  return (
    <dl className="try-figures">
      {figures.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}

function Rows({ result: { rows, score, titles } }: { readonly result: Result }) {
  const { tryOut } = useTexts()
  const [onlyWrong, setOnlyWrong] = useState(score.right < score.total)
  const shown = (onlyWrong ? rows.filter((row) => !row.right) : rows).map((row, at) => ({ ...row, key: at }))
  return (
    <>
      <div className="try-result-head">
        <h3>{tryOut.rows}</h3>
        <Checkbox checked={onlyWrong} onChange={(event) => setOnlyWrong(event.target.checked)}>
          {tryOut.onlyWrong}
        </Checkbox>
      </div>
      <Table
        size="small"
        className="try-rows"
        scroll={{ x: 640 }}
        dataSource={shown}
        pagination={{ defaultPageSize: 50, hideOnSinglePage: true, showSizeChanger: false }}
        columns={[
          { title: tryOut.columns.said, dataIndex: 'said' },
          {
            title: tryOut.columns.expected,
            dataIndex: 'expected',
            render: (id: string) => <Intent id={id} titles={titles} />,
          },
          {
            title: tryOut.columns.found,
            dataIndex: 'found',
            render: (id: string) => <Intent id={id} titles={titles} />,
          },
          {
            title: tryOut.columns.confidence,
            dataIndex: 'confidence',
            align: 'right',
            render: formatShare,
            sorter: (a, b) => a.confidence - b.confidence,
          },
          {
            title: tryOut.columns.verdict,
            dataIndex: 'verdict',
            render: (verdict: ScoredRow['verdict']) => tryOut.verdicts[verdict],
          },
          {
            title: tryOut.columns.right,
            dataIndex: 'right',
            render: (right: boolean) => (
              <span className={right ? 'try-right' : 'try-wrong'}>{right ? tryOut.right : tryOut.wrong}</span>
            ),
          },
        ]}
      />
    </>
  )
}

interface IntentProps {
  readonly id: string
  readonly titles: Readonly<Record<string, string>>
}

function Intent({ id, titles }: IntentProps) {
  const { tryOut } = useTexts()
  if (id === 'none') return tryOut.nothing
  if (!(id in titles)) return <code>{id}</code>
  return <Link to={`/knowledge/intents/${encodeURIComponent(id)}`}>{titles[id] ?? id}</Link>
}

function ByIntent({ result: { score, titles } }: { readonly result: Result }) {
  const { tryOut } = useTexts()
  const rows = Object.entries(score.byIntent)
    .map(([id, figures]) => ({ key: id, id, ...figures }))
    .toSorted((a, b) => a.f1 - b.f1)
  return (
    <>
      <h3>{tryOut.byIntent}</h3>
      <Table
        size="small"
        scroll={{ x: 480 }}
        dataSource={rows}
        pagination={{ defaultPageSize: 20, hideOnSinglePage: true, showSizeChanger: false }}
        columns={[
          {
            title: tryOut.columns.expected,
            dataIndex: 'id',
            render: (id: string) => <Intent id={id} titles={titles} />,
          },
          { title: tryOut.columns.count, dataIndex: 'total', align: 'right' },
          { title: tryOut.columns.precision, dataIndex: 'precision', align: 'right', render: formatShare },
          { title: tryOut.columns.recall, dataIndex: 'recall', align: 'right', render: formatShare },
        ]}
      />
    </>
  )
}

function Confusions({ result: { rows, score, titles } }: { readonly result: Result }) {
  const { tryOut } = useTexts()
  if (score.confusions.length === 0) return null
  return (
    <>
      <h3>{tryOut.confusions}</h3>
      <ul className="try-confusions">
        {score.confusions.slice(0, 10).map(({ intent, found, count }) => (
          <li key={`${intent} ${found}`}>
            <Intent id={intent} titles={titles} /> → <Intent id={found} titles={titles} /> <b>{count}</b>
          </li>
        ))}
      </ul>
      <details>
        <summary>{tryOut.matrix}</summary>
        <Matrix rows={rows} />
      </details>
    </>
  )
}

/** Of the intents that were ever confused. */
function Matrix({ rows }: { readonly rows: readonly ScoredRow[] }) {
  const { tryOut } = useTexts()
  const { expected, found, countOf } = toMatrix(rows)
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: without a mouse, only the focus lets one scroll it.
    <section className="try-matrix" aria-label={tryOut.matrix} tabIndex={0}>
      <table>
        <thead>
          <tr>
            <th scope="col">{tryOut.matrixHead}</th>
            {found.map((id) => (
              <th key={id} scope="col">
                {id}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {expected.map((id) => (
            <tr key={id}>
              <th scope="row">{id}</th>
              {found.map((other) => (
                <td key={other} className={id === other ? 'same' : countOf(id, other) > 0 ? 'confused' : ''}>
                  {countOf(id, other) || ''}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

function download(csv: string): void {
  const url = URL.createObjectURL(new Blob([csv], { type: 'text/csv;charset=utf-8' }))
  const link = document.createElement('a')
  link.href = url
  link.download = 'xiaoer-try.csv'
  link.click()
  URL.revokeObjectURL(url)
}

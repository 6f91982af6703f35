import { DownloadOutlined, ShoppingOutlined } from '@ant-design/icons'
import { Button, Skeleton } from 'antd'
import { Link } from 'wouter'
import type { LostInquiries as Lost } from '../../../src/protocol/reports.ts'
import { useCustomerName } from '../../desk/customer-name.ts'
import { thrownText } from '../../net/refusal.ts'
import { Blank } from '../../shell/blank.tsx'
import { LoadFailed } from '../../shell/load-failed.tsx'
import { formatMoment } from '../../texts/format.ts'
import { useLocale, useTexts } from '../../texts/use-texts.ts'
import { csvName, csvPath } from '../csv-name.ts'
import { conversationPath } from '../drill/drill-rows.tsx'
import { usePages } from '../drill/use-pages.ts'
import { useFiguresPlace } from '../figures-context.tsx'
import { figuresQuery } from '../figures-place.ts'

const PATH = '/api/v1/reports/lost'

/** Who asked about a product and did not order, with what they asked last. */
export function LostInquiries() {
  const { sales, download } = useTexts().figures
  const locale = useLocale()
  const { place } = useFiguresPlace()
  const query = figuresQuery(place)
  return (
    <section className="report" aria-label={sales.lost}>
      <div className="report-head">
        <h2>{sales.lost}</h2>
        <Button
          type="text"
          size="small"
          icon={<DownloadOutlined />}
          aria-label={`${download} ${sales.lost}`}
          href={csvPath(PATH, query, locale)}
          download={csvName(['lost'], place.period)}
        >
          CSV
        </Button>
      </div>
      <p className="report-lead">{sales.lostHint}</p>
      <List path={`${PATH}?${query}`} />
    </section>
  )
}

function List({ path }: { readonly path: string }) {
  const texts = useTexts()
  const { sales } = texts.figures
  const { loaded, page, reload, asking, refused, more } = usePages<Lost>(path)
  if (loaded.kind === 'failed') return <LoadFailed thrown={loaded.thrown} onRetry={reload} />
  if (!page) return <Skeleton active paragraph={{ rows: 5 }} />
  if (page.rows.length === 0) return <Blank icon={<ShoppingOutlined />} title={sales.noLost} />

  return (
    <div className="drill">
      <p className="drill-total">{sales.total(page.total)}</p>
      <ul className="drill-rows">
        {page.rows.map((row) => (
          <Row key={row.conversationId} row={row} />
        ))}
      </ul>
      {refused === undefined ? null : <p role="alert">{thrownText(texts, refused)}</p>}
      {page.next === undefined ? null : (
        <Button block loading={asking} onClick={() => void more()}>
          {texts.more}
        </Button>
      )}
    </div>
  )
}

function Row({ row }: { readonly row: Lost['rows'][number] }) {
  const { sales, drill } = useTexts().figures
  const locale = useLocale()
  const name = useCustomerName(row.customer)
  return (
    <li>
      <div className="drill-row">
        <span className="drill-line">
          <b>{name}</b>
          <small>{[row.agent?.name, row.product?.name].filter(Boolean).join(' · ')}</small>
          <time>{formatMoment(row.at, locale)}</time>
        </span>
        <span className="drill-words">{row.lastQuestion || row.preview || drill.noWords}</span>
      </div>
      <Link className="drill-also" to={conversationPath(row)}>
        {sales.winBack}
      </Link>
    </li>
  )
}

import { Image } from 'antd'
import type { CaseDetail } from '../../src/protocol/http.ts'
import { formatMoment } from '../texts/format.ts'
import { useLocale, useTexts } from '../texts/use-texts.ts'
import { CaseDue, CaseStatus } from './case-chips.tsx'

/** What the customer asks for, with the pictures they sent. */
export function CaseSummary({ detail }: { readonly detail: CaseDetail }) {
  const texts = useTexts()
  const locale = useLocale()
  const shown = detail.case
  const lines: readonly (readonly [string, string | undefined])[] = [
    ...detail.details.map(({ label, text }) => [label, text] as const),
    [texts.cases.sku, detail.sku],
    [texts.cases.createdAt, formatMoment(shown.createdAt, locale)],
    [texts.cases.dueLabel, formatMoment(shown.dueAt, locale)],
  ]
  return (
    <section className="block case-summary">
      <p className="case-head">
        <i className="chip">{texts.caseType[shown.type]}</i>
        <CaseStatus status={shown.status} />
        <CaseDue shown={shown} />
      </p>
      <h1>{shown.title}</h1>
      {detail.details.length === 0 ? <p className="none">{texts.cases.noDetails}</p> : null}
      <dl className="facts">
        {lines.map(([label, text]) =>
          text ? (
            <div key={label}>
              <dt>{label}</dt>
              <dd>{text}</dd>
            </div>
          ) : null,
        )}
      </dl>
      <Evidence urls={detail.evidence} />
    </section>
  )
}

function Evidence({ urls }: { readonly urls: readonly string[] }) {
  const { cases } = useTexts()
  if (urls.length === 0) return null

  return (
    <>
      <h2 className="case-evidence-title">{cases.evidence}</h2>
      <Image.PreviewGroup>
        <ul className="case-evidence">
          {urls.map((url, index) => (
            <li key={url}>
              <Image src={url} alt={cases.picture(index + 1)} width={96} height={96} />
            </li>
          ))}
        </ul>
      </Image.PreviewGroup>
    </>
  )
}

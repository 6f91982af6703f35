import { CopyOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import type { OrderView } from '../../src/protocol/http.ts'
import { useSay } from '../shell/use-say.ts'
import { formatDate, formatMoment } from '../texts/format.ts'
import { useLocale, useTexts } from '../texts/use-texts.ts'

interface ParcelProps {
  readonly parcel: OrderView['parcels'][number]
}

/** Where a parcel is, with the number to copy and all that the carrier has said. */
export function Parcel({ parcel }: ParcelProps) {
  const texts = useTexts()
  const locale = useLocale()
  const { lastEvent, etaAt, status } = parcel
  return (
    <div className="parcel">
      <p className="parcel-head">
        <span>
          {parcel.carrier} <span className="mono">{parcel.trackingNumber}</span>
        </span>
        <CopyNumber number={parcel.trackingNumber} />
        <i className={status === 'delivered' ? 'chip good' : 'chip'}>{texts.customer.parcelStatus[status] ?? status}</i>
      </p>
      {lastEvent ? (
        <p className="parcel-last">
          <time>{formatMoment(lastEvent.at, locale)}</time> {lastEvent.text}
        </p>
      ) : null}
      {etaAt !== undefined && status !== 'delivered' ? (
        <p className="parcel-eta">{texts.parcels.eta(formatDate(etaAt, locale))}</p>
      ) : null}
      <Tracking events={parcel.events} />
    </div>
  )
}

function Tracking({ events }: { readonly events: ParcelProps['parcel']['events'] }) {
  const texts = useTexts()
  const locale = useLocale()
  if (events.length < 2) return null

  return (
    <details className="parcel-history">
      <summary>{texts.parcels.history(events.length)}</summary>
      <ol>
        {events.toReversed().map((event) => (
          <li key={`${event.at}:${event.text}`}>
            <time>{formatMoment(event.at, locale)}</time>
            <span>{event.text}</span>
          </li>
        ))}
      </ol>
    </details>
  )
}

function CopyNumber({ number }: { readonly number: string }) {
  const texts = useTexts()
  const say = useSay()

  async function copy(): Promise<void> {
    await navigator.clipboard.writeText(number).then(
      () => say.success(texts.copied),
      () => say.warning(number),
    )
  }

  return (
    <Button
      type="text"
      size="small"
      icon={<CopyOutlined />}
      aria-label={texts.parcels.copy(number)}
      onClick={() => void copy()}
    />
  )
}

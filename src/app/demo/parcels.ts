import type { Parcel, ParcelEvent, ParcelStatus } from '../../domain/commerce.ts'
import type { Chance } from './chance.ts'
import type { Person } from './people.ts'
import type { Place } from './places.ts'
import { DAY, HOUR, MINUTE, type ShopTime } from './shop-time.ts'

/** Everything that will happen to a parcel, whether it has happened yet or not. */
export interface Journey {
  readonly shippedAt: number
  readonly deliveredAt: number
  /** As it is at that moment. */
  asOf(now: number): Parcel
}

interface Step extends ParcelEvent {
  readonly status: ParcelStatus
}

const CARRIERS = ['中通快递', '中通快递', '中通快递', '圆通速运', '圆通速运', '圆通速运', '顺丰速运'] as const
type Carrier = (typeof CARRIERS)[number]
const COURIERS = ['周', '吴', '郑', '钱', '孙', '马', '何', '许'] as const
const SIGNED = ['签收人：本人', '签收人：家人', '签收人：前台', '放在门口，已拍照'] as const

function drawCarrier(chance: Chance): Carrier {
  return chance.pick(CARRIERS)
}

/** In the carrier's own form; 中通 prints digits only. */
function drawTrackingNumber(chance: Chance, carrier: Carrier): string {
  const digits = (count: number) => Array.from({ length: count }, () => chance.int(0, 9)).join('')
  if (carrier === '顺丰速运') return `SF14${digits(11)}`
  return carrier === '圆通速运' ? `YT88${digits(11)}` : `786${digits(11)}`
}

/** From the warehouse in Hangzhou to a person's door, or to the pick-up point beside it. */
export function planJourney(chance: Chance, time: ShopTime, person: Person, shippedAt: number): Journey {
  const carrier = drawCarrier(chance)
  const trackingNumber = drawTrackingNumber(chance, carrier)
  const steps = planSteps(chance, time, person, carrier, shippedAt)
  const deliveredAt = steps.find(({ status }) => status === 'delivered')?.at ?? shippedAt
  const etaAt = time.onDayOf(deliveredAt, 20 * 60)
  return {
    shippedAt,
    deliveredAt,
    asOf: (now) => {
      const past = steps.filter(({ at }) => at <= now)
      const status = past.at(-1)?.status ?? 'packed'
      const events = past.map(({ at, text }) => ({ at, text }))
      return { trackingNumber, carrier, status, events, ...(status !== 'delivered' && { etaAt }) }
    },
  }
}

function planSteps(chance: Chance, time: ShopTime, person: Person, carrier: Carrier, shippedAt: number): Step[] {
  const { place } = person
  const pickedUpAt = shippedAt + chance.between(40, 110) * MINUTE
  const leftAt = pickedUpAt + chance.between(2.5, 4.5) * HOUR
  const arrivedAt = leftAt + (place.days - 1) * DAY + chance.between(4, 8) * HOUR
  const leftHubAt = arrivedAt + chance.between(1, 3) * HOUR
  // Couriers set out in the morning after the parcel has come.
  const outAt = time.onDayOf(leftHubAt, chance.between(7.5 * 60, 9.5 * 60), time.minuteOf(leftHubAt) < 6 * 60 ? 0 : 1)
  const deliveredAt = outAt + chance.between(1.5, 9) * HOUR

  const station = `${person.estate}菜鸟驿站`
  const toStation = chance.happens(0.4)
  const home = toStation
    ? `快件已由${station}代收，请凭取件码 ${drawPickUpCode(chance)} 取件`
    : `已签收，${chance.pick(SIGNED)}`
  const steps: Step[] = [
    step(shippedAt, 'packed', `【杭州市】包裹已出库，等待${carrier}揽收`),
    step(pickedUpAt, 'in_transit', '【杭州市】良渚营业部已揽收'),
    ...roadSteps(place, leftAt, arrivedAt),
    step(arrivedAt, 'in_transit', `【${place.city}】已到达${place.hub}转运中心`),
    step(leftHubAt, 'in_transit', `【${place.city}】已离开${place.hub}转运中心，发往${districtOf(person)}营业部`),
    step(outAt, 'out_for_delivery', `【${place.city}】快件派送中，派送员${chance.pick(COURIERS)}师傅正在为您派送`),
    step(deliveredAt, 'delivered', `【${place.city}】${home}`),
  ]
  if (toStation) {
    const takenAt = deliveredAt + chance.between(1, 5) * HOUR
    steps.push(step(takenAt, 'delivered', `【${place.city}】快件已从${station}取出，签收人：本人`))
  }
  return steps
}

/** What is bought in Hangzhou stays there. */
function roadSteps({ hub, via }: Place, leftAt: number, arrivedAt: number): Step[] {
  if (hub === '杭州') return []

  const left = step(leftAt, 'in_transit', `【杭州市】已离开杭州转运中心，发往${via ?? hub}转运中心`)
  if (via === undefined) return [left]

  const at = leftAt + (arrivedAt - leftAt) * 0.5
  return [
    left,
    step(at, 'in_transit', `【${via}市】已到达${via}转运中心`),
    step(at + 90 * MINUTE, 'in_transit', `【${via}市】已离开${via}转运中心，发往${hub}转运中心`),
  ]
}

function step(at: number, status: ParcelStatus, text: string): Step {
  return { at: Math.floor(at), status, text }
}

function drawPickUpCode(chance: Chance): string {
  return `${chance.int(1, 9)}-${chance.int(1, 6)}-${chance.int(1000, 9999)}`
}

function districtOf({ address, place }: Person): string {
  return address.region.slice(place.region.length)
}

import { createShopConnector } from '../../src/outbound/connector/create-connector.ts'
import type { ShopConnector } from '../../src/ports/shop-connector.ts'
import { createClock } from '../support/clock.ts'
import { type ExampleShop, startExampleShop } from '../support/example-shop.ts'

export interface Given extends AsyncDisposable {
  readonly shop: ExampleShop
  readonly connector: ShopConnector
  readonly clock: ReturnType<typeof createClock>
  /** How long it waited before its retries. */
  readonly pauses: readonly number[]
}

/** The example shop, and a connector to it whose clock stands still. */
export async function given(options: { timeoutMs?: number; token?: string } = {}): Promise<Given> {
  const clock = createClock()
  const shop = await startExampleShop({ now: clock.now() })
  const pauses: number[] = []
  const { timeoutMs = 10_000, token = shop.token } = options
  const pause = async (milliseconds: number) => {
    pauses.push(milliseconds)
  }
  const connector = createShopConnector({ url: shop.url, token, timeoutMs, allowPrivate: true }, { clock, pause })
  return { shop, connector, clock, pauses, [Symbol.asyncDispose]: () => shop[Symbol.asyncDispose]() }
}

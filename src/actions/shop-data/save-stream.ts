import type { AppError } from '../../domain/errors.ts'
import type { ShopDataKind, ShopDataOf } from '../../domain/shop-data.ts'
import { saveBatch } from './save-batch.ts'
import type { ShopDataDeps } from './shop-data-deps.ts'

/** Something to save, and where it stands. */
export interface Entry<K extends ShopDataKind> {
  readonly line: number
  readonly item: ShopDataOf[K]
}

export interface StreamOptions<K extends ShopDataKind> {
  readonly kind: K
  readonly batchSize: number
  readonly onRefused: (entry: Entry<K>, error: AppError) => void
  readonly onSaved?: (count: number) => void
}

/** Saves what comes, a batch at a time, and resolves with how many were saved. One that is refused stops none of the others. */
export async function saveStream<K extends ShopDataKind>(
  deps: ShopDataDeps,
  entries: AsyncIterable<Entry<K>>,
  { kind, batchSize, onRefused, onSaved }: StreamOptions<K>,
): Promise<number> {
  let saved = 0
  const save = async (batch: readonly Entry<K>[]) => {
    const refusals = await saveBatch(deps, { kind, items: batch.map(({ item }) => item) })
    for (const { index, error } of refusals) {
      const entry = batch[index]
      if (entry) onRefused(entry, error)
    }
    saved += batch.length - refusals.length
    onSaved?.(saved)
  }

  let waiting: Entry<K>[] = []
  for await (const entry of entries) {
    waiting.push(entry)
    if (waiting.length < batchSize) continue
    await save(waiting)
    waiting = []
  }
  if (waiting.length > 0) await save(waiting)
  return saved
}

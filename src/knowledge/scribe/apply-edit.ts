import type { YamlEdit, YamlStep } from '../../ports/knowledge-editing.ts'
import { isFields, type Route } from './work.ts'

/** Plain data as an edit would have it, and the way to what it changes; undefined where there is no such place. */
export function applyEdit(data: unknown, { path, value }: YamlEdit): { data: unknown; route: Route } | undefined {
  const route: (string | number)[] = []
  const changed = put(data, path, clean(value), route)
  return changed === NOWHERE || changed === undefined ? undefined : { data: changed, route }
}

const NOWHERE = Symbol('nowhere')

function put(data: unknown, path: readonly YamlStep[], value: unknown, route: (string | number)[]): unknown {
  const [step, ...rest] = path
  if (step === undefined) return value
  if (typeof step === 'string') return putField(data, step, { rest, value, route })
  return putEntry(data, step, { rest, value, route })
}

interface Rest {
  readonly rest: readonly YamlStep[]
  readonly value: unknown
  readonly route: (string | number)[]
}

function putField(data: unknown, step: string, { rest, value, route }: Rest): unknown {
  const fields = data ?? {}
  if (!isFields(fields)) return NOWHERE
  route.push(step)
  const below = put(Object.hasOwn(fields, step) ? fields[step] : undefined, rest, value, route)
  if (below === NOWHERE) return NOWHERE
  if (below === undefined) return Object.fromEntries(Object.entries(fields).filter(([key]) => key !== step))
  return Object.fromEntries([
    ...Object.entries(fields).filter(([key]) => key !== step || Object.hasOwn(fields, key)),
    [step, below],
  ])
}

function putEntry(data: unknown, step: Exclude<YamlStep, string>, { rest, value, route }: Rest): unknown {
  const list: readonly unknown[] = Array.isArray(data) ? data : []
  if (data !== undefined && data !== null && !Array.isArray(data)) return NOWHERE
  const at = typeof step === 'number' ? step : list.findIndex((one) => isFields(one) && one['id'] === step.id)
  const adds = at === list.length && value !== undefined
  if (at < 0 || (at >= list.length && !adds)) return NOWHERE
  route.push(at)
  const below = put(list[at], rest, value, route)
  if (below === NOWHERE) return NOWHERE
  return below === undefined
    ? list.toSpliced(at, 1)
    : list.with === undefined || adds
      ? [...list, below]
      : list.with(at, below)
}

/** Without what is undefined. */
function clean(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(clean)
  if (!isFields(value)) return value
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, one]) => (one === undefined ? [] : [[key, clean(one)]])),
  )
}

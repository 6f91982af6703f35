import type { Speech } from '../../domain/facts/say.ts'
import type { SlotKind, SlotValue } from '../../domain/flow/flow.ts'
import { weightText } from '../../domain/flow/read-measure.ts'
import type { Build } from '../../domain/skills/fit.ts'

/** What the shopper has told of their body before, as a slot's value. */
export function knownMeasure(kind: SlotKind, build: Build | undefined, speech: Speech): SlotValue | undefined {
  switch (kind) {
    case 'height':
      return build?.height === undefined ? undefined : measured(build.height, `${Math.round(build.height)} cm`)
    case 'weight':
      return build?.weight === undefined ? undefined : measured(build.weight, weightText(build.weight, speech))
    case 'foot':
      return build?.foot === undefined ? undefined : measured(build.foot, `${build.foot} cm`)
    case 'size':
      return build?.usual === undefined ? undefined : { value: build.usual, text: build.usual }
    default:
      return undefined
  }
}

function measured(value: number, text: string): SlotValue {
  return { value: String(value), text }
}

import type { Option } from './wire.ts'

/** As much of a text body as tells which of its cards can be pressed. */
interface Text {
  readonly orders?: readonly { readonly number: string }[] | undefined
  readonly products?: readonly { readonly id: string }[] | undefined
  readonly quickReplies?: readonly Option[] | undefined
}

/** The quick reply that pressing this card of the message gives; none: the card only shows. */
export function findCardChoice(body: Text, kind: 'order' | 'product', id: string): Option | undefined {
  return body.quickReplies?.find(({ value }) => value === `${kind}:${id}`)
}

/** The quick replies that need a button of their own, because no card of the message can be pressed for them. */
export function listReplies(body: Text): readonly Option[] {
  const onCards = new Set([
    ...(body.orders ?? []).map(({ number }) => `order:${number}`),
    ...(body.products ?? []).map(({ id }) => `product:${id}`),
  ])
  return (body.quickReplies ?? []).filter(({ value }) => !onCards.has(value))
}

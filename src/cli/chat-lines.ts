import type { Explanation, Trace } from '../domain/explanation.ts'
import type { Message } from '../domain/message.ts'

/** What the shopper sees of a message, cards and buttons as lines. */
export function describeWords({ body }: Message): string {
  if (body.kind !== 'text' && body.kind !== 'clarify') return ''
  const options = body.kind === 'clarify' ? body.choices : (body.quickReplies ?? [])
  const cards = body.kind === 'text' ? cardLines(body) : []
  return [
    `小二: ${body.text}`,
    ...cards.map((line) => `      ${line}`),
    ...(options.length > 0 ? [`      [${options.map(({ label }) => label).join('] [')}]`] : []),
  ].join('\n')
}

function cardLines({
  products,
  orders,
  table,
  details,
}: Extract<Message['body'], { kind: 'text' }>): readonly string[] {
  return [
    ...(products ?? []).map(({ name, price }) => `▢ ${name} ${price}`),
    ...(orders ?? []).map(({ number, statusText, items, total }) => `▢ ${number} ${statusText} · ${items} · ${total}`),
    ...(table ? [`▢ ${['', ...table.columns].join(' | ')}`] : []),
    ...(table?.rows ?? []).map(({ label, cells }) => `  ${[label, ...cells].join(' | ')}`),
    ...(details ?? []).flatMap(({ title, status, lines }) => [
      `▢ ${title}${status === undefined ? '' : ` · ${status}`}`,
      ...lines.map(({ label, text }) => `  ${label}: ${text}`),
    ]),
  ]
}

export function describeExplanation({ rule, candidates, thresholds, facts }: Explanation): string {
  const weighed = candidates.slice(0, 3).map((one) => {
    const [nearest] = one.evidence
    const like = nearest ? ` ≈「${nearest.example}」${nearest.similarity.toFixed(2)}` : ''
    return `      ${one.intent} ${(one.confidence * 100).toFixed(0)} %${like}`
  })
  const used = Object.entries(facts).map(([name, value]) => `${name}=${value}`)
  return [
    `  └─ ${rule} (≥${thresholds.answer} answers, ≥${thresholds.clarify} asks)`,
    ...weighed,
    ...(used.length > 0 ? [`      ${used.join(' · ')}`] : []),
  ].join('\n')
}

/** The values that were heard, what is being talked about, the task and what it has learnt. */
export function describeTrace({ entities, topic, flow }: Trace): string {
  const about = Object.entries(topic).map(([name, value]) => `${name}=${value}`)
  const slots = Object.entries(flow?.slots ?? {}).map(([name, value]) => `${name}=${value === '' ? '-' : value}`)
  return [
    `     entities: ${entities.join(' · ') || '-'}`,
    `     topic: ${about.join(' · ') || '-'}`,
    `     flow: ${flow ? `${flow.id} → ${flow.asked ?? '-'} { ${slots.join(' · ')} }` : '-'}`,
  ].join('\n')
}

import { explainMessage, type MessageExplained } from '../app/explain-message.ts'
import type { Candidate } from '../domain/explanation.ts'
import type { Locale } from '../domain/localized-text.ts'
import type { Mood } from '../domain/understanding.ts'
import { pick } from './words.ts'

/** Prints how a message is understood, in words that an owner knows. */
export async function explain(
  request: Parameters<typeof explainMessage>[0],
  locale: Locale,
  json: boolean,
): Promise<number> {
  const explained = await explainMessage(request)
  const { understood, verdict, thresholds } = explained
  console.log(json ? JSON.stringify({ ...understood, verdict, thresholds }, undefined, 2) : describe(explained, locale))
  return 0
}

function describe(explained: MessageExplained, locale: Locale): string {
  const { understood } = explained
  return [
    toVerdictLine(explained, locale),
    ...understood.candidates.slice(0, 3).flatMap((one, at) => toCandidateLines(one, at, explained, locale)),
    ...toQuestionLines(explained, locale),
    ...toSideLines(explained, locale),
  ].join('\n')
}

function toVerdictLine({ understood, verdict, thresholds, titleOf }: MessageExplained, locale: Locale): string {
  const [best] = understood.candidates
  const risky = best && thresholds.riskyIntents.includes(best.intent)
  const needed = percent(risky ? Math.max(thresholds.answer, thresholds.risky) : thresholds.answer)
  if (!best || verdict === 'none') {
    return pick(
      locale,
      `✗ 听不懂：没有一个意图够 ${percent(thresholds.clarify)}`,
      `✗ Not understood: no intent reaches ${percent(thresholds.clarify)}`,
    )
  }
  const name = `${titleOf(best.intent)} (${best.intent}) ${percent(best.confidence)}`
  if (verdict === 'clarify')
    return pick(locale, `? 会追问：${name}，回答要 ${needed}`, `? Asks back: ${name}; an answer needs ${needed}`)
  return pick(locale, `✓ 会回答：${name}，过了 ${needed}`, `✓ Answers: ${name}, above ${needed}`)
}

function toCandidateLines(
  candidate: Candidate,
  at: number,
  { titleOf }: MessageExplained,
  locale: Locale,
): readonly string[] {
  const words = (candidate.weighed ?? []).map(({ text, weight }) => `「${text}」+${weight.toFixed(2)}`).join(' ')
  const like = candidate.evidence.slice(0, 2).map(({ example, similarity }) => `「${example}」${percent(similarity)}`)
  return [
    `  ${at + 1}. ${titleOf(candidate.intent)} (${candidate.intent}) ${percent(candidate.confidence)}`,
    ...(words === '' ? [] : [`     ${pick(locale, '关键的词', 'words')}  ${words}`]),
    ...(like.length === 0 ? [] : [`     ${pick(locale, '像的例句', 'like')}  ${like.join(' ')}`]),
  ]
}

function toQuestionLines({ understood, titleOf }: MessageExplained, locale: Locale): readonly string[] {
  if (understood.questions.length === 0) return []
  const each = understood.questions.map(
    ({ text, candidates }) => `「${text}」→ ${titleOf(candidates[0]?.intent ?? '')}`,
  )
  return [`  ${pick(locale, '问了几件事', 'asks several things')}: ${each.join(' · ')}`]
}

const MOODS: Readonly<Record<Mood, readonly [zh: string, en: string]>> = {
  calm: ['平静', 'calm'],
  worried: ['着急', 'worried'],
  angry: ['生气', 'angry'],
  abusive: ['骂人', 'abusive'],
}

function toSideLines({ understood }: MessageExplained, locale: Locale): readonly string[] {
  const { mood, entities, wantsPerson, threatensLaw, outOfScope } = understood
  const signs = [
    pick(locale, ...MOODS[mood]),
    ...(wantsPerson ? [pick(locale, '要真人', 'wants a person')] : []),
    ...(threatensLaw ? [pick(locale, '提到投诉或法律', 'speaks of law')] : []),
    `${pick(locale, '与本店无关', 'none of the shop’s business')} ${percent(outOfScope)}`,
  ]
  const found = entities.map(({ text, kind, ...value }) => `${kind}「${text}」${Object.values(value).join(' ')}`)
  return [
    `  ${signs.join(' · ')}`,
    ...(found.length === 0 ? [] : [`  ${pick(locale, '提到', 'names')}: ${found.join(' · ')}`]),
  ]
}

function percent(share: number): string {
  return `${Math.round(share * 100)} %`
}

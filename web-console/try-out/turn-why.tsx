import { ExperimentOutlined } from '@ant-design/icons'
import type { ReactNode } from 'react'
import { Link } from 'wouter'
import type { ExplanationView } from '../../src/protocol/console.ts'
import type { ContextView, HeardView, TriedTurnView } from '../../src/protocol/try-out.ts'
import { Candidates, intentPath } from '../desk/candidates.tsx'
import { ruleText } from '../desk/why-popover.tsx'
import { Blank } from '../shell/blank.tsx'
import { formatShare } from '../texts/format.ts'
import { useTexts } from '../texts/use-texts.ts'
import { FilledTemplate } from './filled-template.tsx'

/** Why the chosen message was answered as it was. */
export function TurnWhy({ turn, number }: { readonly turn: TriedTurnView | undefined; readonly number: number }) {
  const texts = useTexts()
  const { tryOut } = texts
  const explanation = turn?.replies.find((one) => one.explanation)?.explanation
  return (
    <section className="try-why" aria-label={tryOut.why}>
      <h2>{turn ? tryOut.whyOf(number) : tryOut.why}</h2>
      {turn ? (
        <>
          {explanation ? <Decision turn={turn} explanation={explanation} /> : null}
          <Block title={tryOut.heard}>
            <Read turn={turn} />
          </Block>
          {explanation ? (
            <Block title={texts.why.candidates}>
              <Candidates explanation={explanation} />
              <p className="try-thresholds">
                {tryOut.needed(formatShare(turn.needed), formatShare(explanation.thresholds.clarify))}
              </p>
            </Block>
          ) : null}
          {turn.template ? (
            <Block title={tryOut.template}>
              <FilledTemplate turn={turn} template={turn.template} />
            </Block>
          ) : null}
          <Block title={tryOut.after}>
            <After after={turn.after} />
          </Block>
          <Block title={tryOut.times}>
            <Times milliseconds={turn.milliseconds} />
          </Block>
        </>
      ) : (
        <Blank icon={<ExperimentOutlined />} title={tryOut.whyEmpty} />
      )}
    </section>
  )
}

function Block({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <div className="try-block">
      <h3>{title}</h3>
      {children}
    </div>
  )
}

function Decision({ turn, explanation }: { readonly turn: TriedTurnView; readonly explanation: ExplanationView }) {
  const texts = useTexts()
  const { template } = turn
  return (
    <p className="try-decision">
      <b>{ruleText(explanation.rule, texts)}</b>
      {template ? (
        <Link to={intentPath(template.intent, explanation)}>
          {template.title} · {texts.why.answer((explanation.answer ?? 0) + 1)}
        </Link>
      ) : null}
      <code>{explanation.rule}</code>
    </p>
  )
}

function Read({ turn }: { readonly turn: TriedTurnView }) {
  const { tryOut } = useTexts()
  const { read, heard } = turn
  if (!heard) return <p>{tryOut.pressed}</p>
  return (
    <dl className="try-facts">
      <dt>{tryOut.read}</dt>
      <dd>
        <code>{read.text}</code>
      </dd>
      {read.pieces.length > 1 ? (
        <>
          <dt>{tryOut.pieces}</dt>
          <dd>
            {read.pieces.map((piece) => (
              <code key={piece} className="try-piece">
                {piece.trim()}
              </code>
            ))}
          </dd>
        </>
      ) : null}
      {heard.questions.length > 0 ? (
        <>
          <dt>{tryOut.questions}</dt>
          <dd>
            {heard.questions.map(({ text, title, confidence }) => (
              <span key={text} className="try-line">
                {text} → {title} {formatShare(confidence)}
              </span>
            ))}
          </dd>
        </>
      ) : null}
      <dt>{tryOut.entities}</dt>
      <dd>
        {heard.entities.length === 0 ? tryOut.none : null}
        {heard.entities.map(({ kind, text, value }) => (
          <span key={`${kind} ${text}`} className="try-line">
            {tryOut.kinds[kind] ?? kind}「{text}」{value === text ? '' : ` = ${value}`}
          </span>
        ))}
      </dd>
      <dt>{tryOut.signs}</dt>
      <dd>{signsOf(heard, tryOut).join(' · ')}</dd>
    </dl>
  )
}

function signsOf(heard: HeardView, words: ReturnType<typeof useTexts>['tryOut']): readonly string[] {
  return [
    words.languages[heard.language],
    words.moods[heard.mood],
    ...(heard.wantsPerson ? [words.wantsPerson] : []),
    ...(heard.threatensLaw ? [words.threatensLaw] : []),
    words.outOfScope(formatShare(heard.outOfScope)),
  ]
}

function After({ after }: { readonly after: ContextView }) {
  const { tryOut } = useTexts()
  const { product, variant, order, intents, misses, flow, paused } = after
  const lines: readonly (readonly [name: string, value: string | undefined])[] = [
    [tryOut.context.product, product?.label],
    [tryOut.context.variant, variant],
    [tryOut.context.order, order],
    [tryOut.context.intents, intents.length > 0 ? intents.join(' ← ') : undefined],
    [tryOut.context.misses, misses > 0 ? String(misses) : undefined],
    [tryOut.context.paused, paused],
  ]
  const known = lines.filter(([, value]) => value)
  if (known.length === 0 && !flow) return <p>{tryOut.context.nothing}</p>
  return (
    <dl className="try-facts">
      {known.map(([name, value]) => (
        <FactLine key={name} name={name} value={value ?? ''} />
      ))}
      {flow ? (
        <>
          <dt>{tryOut.context.flow}</dt>
          <dd>
            <b>{flow.title}</b>
            <ul className="try-slots">
              {flow.slots.map(({ label, text, asked }) => (
                <li key={label} className={text ? 'known' : ''}>
                  {text ? '✓' : asked ? '?' : '○'} {label}
                  {text ? ` ${text}` : ''}
                  {asked && !text ? ` · ${tryOut.context.asked}` : ''}
                </li>
              ))}
            </ul>
          </dd>
        </>
      ) : null}
    </dl>
  )
}

function FactLine({ name, value }: { readonly name: string; readonly value: string }) {
  return (
    <>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </>
  )
}

function Times({ milliseconds }: { readonly milliseconds: TriedTurnView['milliseconds'] }) {
  const { tryOut } = useTexts()
  return (
    <dl className="try-times">
      {(['understand', 'decide', 'whole'] as const).map((part) => (
        <div key={part}>
          <dt>{tryOut.parts[part]}</dt>
          <dd>{milliseconds[part] < 10 ? milliseconds[part].toFixed(1) : Math.round(milliseconds[part])} ms</dd>
        </div>
      ))}
    </dl>
  )
}

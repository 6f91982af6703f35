import { Fragment } from 'react'
import type { TriedTurnView } from '../../src/protocol/try-out.ts'
import { useLocale, useTexts } from '../texts/use-texts.ts'
import { splitTemplate } from './split-template.ts'

interface FilledTemplateProps {
  readonly turn: TriedTurnView
  readonly template: NonNullable<TriedTurnView['template']>
}

/** The answer as it is written, each placeholder with what it was filled with. */
export function FilledTemplate({ turn, template }: FilledTemplateProps) {
  const { tryOut } = useTexts()
  const locale = useLocale()
  const { facts } = turn
  const language = turn.heard?.language ?? locale
  const text = template.say[language] ?? template.say.zh ?? template.say.en ?? ''
  const values = new Map(facts.map((one) => [one.name, one.value]))
  return (
    <>
      <p className="try-template">
        {splitTemplate(text).map((part) =>
          part.fact === undefined ? (
            <Fragment key={part.at}>{part.text}</Fragment>
          ) : (
            <mark key={part.at} title={part.text}>
              <code>{part.fact}</code>
              {values.has(part.fact) ? ` ${values.get(part.fact)}` : ''}
            </mark>
          ),
        )}
      </p>
      {template.when ? <p className="try-when">{tryOut.when(template.when[locale])}</p> : null}
      {template.product ? <p className="try-when">{tryOut.ofProduct(template.product.label)}</p> : null}
      {facts.length === 0 ? null : (
        <dl className="try-facts">
          {facts.map(({ name, label, value }) => (
            <Fragment key={name}>
              <dt>
                {label[locale]} {label[locale] === name ? '' : <code>{name}</code>}
              </dt>
              <dd>{value}</dd>
            </Fragment>
          ))}
        </dl>
      )}
    </>
  )
}

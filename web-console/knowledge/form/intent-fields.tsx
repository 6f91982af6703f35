import { Input, Radio, Select, Switch } from 'antd'
import { useMemo } from 'react'
import type { IntentRows } from '../../../src/protocol/editing.ts'
import { AUTONOMY_CHOICES, NEED_CHOICES } from '../../../src/protocol/editing-words.ts'
import { useLoaded } from '../../net/use-loaded.ts'
import { useTexts } from '../../texts/use-texts.ts'
import { Field } from '../field.tsx'
import { ProblemList } from '../problem-list.tsx'
import { useWords } from '../use-words.ts'
import { AnswersField } from './answers-field.tsx'
import { ExamplesField } from './examples-field.tsx'
import type { KeyedForm } from './keyed-form.ts'
import { type IntentChoice, NextField } from './next-field.tsx'
import type { UseIntentForm } from './use-intent-form.ts'

interface IntentFieldsProps {
  readonly editing: UseIntentForm
  readonly onYaml: () => void
}

/** Everything of an intent that a form can hold. */
export function IntentFields({ editing, onYaml }: IntentFieldsProps) {
  const { form: words, list } = useWords()
  const { form, base, change } = editing
  const intents = useIntentChoices(form.id)
  return (
    <div className="intent-fields">
      <ProblemList title={list.problems} problems={base.problems} kind="bad" />
      <ProblemList title={list.hints} problems={base.warnings} kind="mild" />
      <section className="intent-block" aria-label={words.about}>
        <Titles form={form} onChange={change} />
        <div className="intent-switch">
          <Switch
            checked={form.enabled}
            aria-label={list.columns.enabled}
            onChange={(enabled) => change({ enabled })}
          />
          <span>{form.enabled ? words.enabled : words.disabled}</span>
        </div>
      </section>
      <ExamplesField
        title={words.examples}
        hint={words.examplesHint}
        said={form.examples}
        onChange={(examples) => change({ examples: [...examples] })}
      />
      <ExamplesField
        title={words.not}
        hint={words.notHint}
        said={form.not}
        onChange={(not) => change({ not: [...not] })}
      />
      <AnswersField
        answers={form.answers}
        intents={intents}
        onChange={(answers) => change({ answers })}
        onYaml={onYaml}
      />
      <Conduct form={form} intents={intents} onChange={change} />
    </div>
  )
}

/** What may follow: all other intents of the draft. */
function useIntentChoices(id: string): readonly IntentChoice[] {
  const { loaded } = useLoaded<IntentRows>('/api/v1/knowledge/draft/intents')
  return useMemo(
    () =>
      loaded.kind === 'ready'
        ? loaded.value.intents.filter((one) => one.id !== id).map((one) => ({ value: one.id, label: one.title }))
        : [],
    [loaded, id],
  )
}

interface PartProps {
  readonly form: KeyedForm
  readonly onChange: (change: Partial<KeyedForm>) => void
}

function Titles({ form, onChange }: PartProps) {
  const { form: words } = useWords()
  return (
    <div className="two">
      {(['zh', 'en'] as const).map((locale) => (
        <Field key={locale} label={words.title[locale]}>
          {(id) => (
            <Input
              id={id}
              lang={locale}
              value={form.title[locale] ?? ''}
              maxLength={100}
              onChange={({ target }) => {
                const { [locale]: _, ...other } = form.title
                onChange({ title: target.value === '' ? other : { ...form.title, [locale]: target.value } })
              }}
            />
          )}
        </Field>
      ))}
    </div>
  )
}

/** How far 小二 goes, what it must know, and what it offers next. */
function Conduct({ form, intents, onChange }: PartProps & { readonly intents: readonly IntentChoice[] }) {
  const { form: words } = useWords()
  const { intentPage } = useTexts()
  return (
    <section className="intent-block" aria-label={intentPage.autonomy}>
      <fieldset className="autonomy">
        <legend>{intentPage.autonomy}</legend>
        <Radio.Group
          value={form.autonomy}
          onChange={({ target }) => onChange({ autonomy: target.value })}
          options={AUTONOMY_CHOICES.map((value) => ({
            value,
            label: (
              <>
                <b>{intentPage.autonomies[value]}</b>
                <small>{words.autonomyText[value]}</small>
              </>
            ),
          }))}
        />
      </fieldset>
      <Field label={intentPage.needs.label} hint={words.needsHint}>
        {(id) => (
          <Select
            id={id}
            value={form.needs ?? ''}
            options={[
              { value: '', label: words.needsNothing },
              ...NEED_CHOICES.map((value) => ({ value, label: intentPage.needs[value] })),
            ]}
            onChange={(needs) => onChange({ needs: NEED_CHOICES.find((one) => one === needs) })}
          />
        )}
      </Field>
      <NextField label={intentPage.next} value={form.next} intents={intents} onChange={(next) => onChange({ next })} />
    </section>
  )
}

import { Select } from 'antd'
import type { IntentSummary } from '../../../src/protocol/knowledge.ts'
import { useLoaded } from '../../net/use-loaded.ts'
import { useLocale } from '../../texts/use-texts.ts'
import { wordsIn } from './field.ts'
import type { EditorProps } from './field-editor.tsx'

/** Intents by their titles. */
export function IntentsField({ field, id, value, onChange }: EditorProps) {
  const locale = useLocale()
  const { loaded } = useLoaded<{ intents: IntentSummary[] }>('/api/v1/knowledge/intents')
  const intents = loaded.kind === 'ready' ? loaded.value.intents : []
  return (
    <Select
      id={id}
      aria-label={field.label[locale]}
      mode="multiple"
      value={wordsIn(value)}
      optionFilterProp="label"
      options={intents.map((intent) => ({ value: intent.id, label: intent.title }))}
      onChange={onChange}
    />
  )
}

import { Input } from 'antd'
import { useLocale, useTexts } from '../../texts/use-texts.ts'
import { type Field, isRecord } from './field.ts'

interface LocalizedFieldProps {
  readonly field: Pick<Field, 'label'>
  readonly id: string
  readonly value: unknown
  readonly long?: boolean
  readonly onChange: (value: unknown) => void
}

/** A text in one language or both; in Chinese alone it is written as one string. */
export function LocalizedField({ field, id, value, long = false, onChange }: LocalizedFieldProps) {
  const { shopFile } = useTexts()
  const locale = useLocale()
  const texts = isRecord(value) ? value : { zh: value }
  const zh = String(texts['zh'] ?? '')
  const en = String(texts['en'] ?? '')
  const label = field.label[locale]
  const Control = long ? Input.TextArea : Input
  const put = (next: { zh: string; en: string }) => {
    if (next.en === '') onChange(next.zh === '' ? undefined : next.zh)
    else onChange(next.zh === '' ? { en: next.en } : { zh: next.zh, en: next.en })
  }
  return (
    <div className="both">
      <Control
        id={id}
        aria-label={`${label} ${shopFile.inChinese}`}
        value={zh}
        placeholder={shopFile.inChinese}
        onChange={({ target }) => put({ zh: target.value, en })}
      />
      <Control
        aria-label={`${label} ${shopFile.inEnglish}`}
        value={en}
        placeholder={shopFile.inEnglish}
        onChange={({ target }) => put({ zh, en: target.value })}
      />
    </div>
  )
}

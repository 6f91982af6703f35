import { useLocale } from '../../texts/use-texts.ts'
import { type EditorProps, FieldEditor } from './field-editor.tsx'

const WIDE = ['weekly', 'records', 'facts', 'group', 'localized']
const UNNAMED = ['weekly', 'records', 'facts', 'group', 'color', 'shifts']

/** A value with its name and what it means. */
export function FieldRow(props: EditorProps) {
  const locale = useLocale()
  const { field, id } = props
  const label = field.label[locale]
  return (
    <div className={WIDE.includes(field.kind) ? 'field wide' : 'field'}>
      <div className="field-name">
        {UNNAMED.includes(field.kind) ? <b>{label}</b> : <label htmlFor={id}>{label}</label>}
        {field.hint ? <small>{field.hint[locale]}</small> : null}
      </div>
      <FieldEditor {...props} />
    </div>
  )
}

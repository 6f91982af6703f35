import { useEffect, useRef } from 'react'
import { useLocale } from '../../texts/use-texts.ts'
import { useWords } from '../use-words.ts'
import { createEditor, type Editor, type EditorDeps } from './create-editor.ts'
import './editor.css'

interface YamlEditorProps extends Omit<EditorDeps, 'locale' | 'label' | 'phrases'> {
  readonly label: string
  /** Changed from outside, it replaces what stands in the editor. */
  readonly text: string
  /** The text to compare with; absent: nothing is compared. */
  readonly original: string | undefined
  /** Goes there, and again for another `spot`. */
  readonly spot: { readonly line: number } | undefined
}

/** The editor of a YAML file. */
export function YamlEditor({ label, text, original, spot, ...deps }: YamlEditorProps) {
  const host = useRef<HTMLDivElement>(null)
  const editor = useRef<Editor>(undefined)
  const locale = useLocale()
  const { phrases } = useWords()
  // The editor outlives the drawings of the page: it asks for what is newest.
  const newest = useRef(deps)
  newest.current = deps
  const first = useRef({ text, label })

  useEffect(() => {
    const parent = host.current
    if (!parent) return
    const made = createEditor(parent, first.current.text, {
      label: first.current.label,
      locale,
      phrases,
      help: () => newest.current.help(),
      check: (one) => newest.current.check(one),
      onChange: (one) => newest.current.onChange(one),
      onLine: (line) => newest.current.onLine?.(line),
    })
    editor.current = made
    return () => {
      first.current = { ...first.current, text: made.text() }
      made.destroy()
    }
  }, [locale, phrases])

  useEffect(() => editor.current?.replace(text), [text])
  // biome-ignore lint/correctness/useExhaustiveDependencies: an editor that is made anew compares anew.
  useEffect(() => editor.current?.compare(original), [original, locale])
  useEffect(() => {
    if (spot) editor.current?.goTo(spot.line)
  }, [spot])

  return <div ref={host} className="yaml-editor" />
}

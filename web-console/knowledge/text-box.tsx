import type { TextareaHTMLAttributes } from 'react'

type TextBoxProps = Omit<TextareaHTMLAttributes<HTMLTextAreaElement>, 'onChange' | 'value'> & {
  readonly value?: string
  readonly onChange: (text: string) => void
}

/** A box that grows with its words; antd's measures itself with a style that the page's policy refuses. */
export function TextBox({ onChange, ...rest }: TextBoxProps) {
  return <textarea rows={2} {...rest} className="text-box" onChange={({ target }) => onChange(target.value)} />
}

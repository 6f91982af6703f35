import { App } from 'antd'
import { useMemo } from 'react'

/** Short notices at the top of the page; nothing waits for them. */
export interface Say {
  success(text: string): void
  info(text: string): void
  warning(text: string): void
  error(text: string): void
}

export function useSay(): Say {
  const { message } = App.useApp()
  return useMemo(
    () => ({
      success: (text) => void message.success(text),
      info: (text) => void message.info(text),
      warning: (text) => void message.warning(text),
      error: (text) => void message.error(text),
    }),
    [message],
  )
}

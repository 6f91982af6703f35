import { createInterface } from 'node:readline/promises'
import { ToldError } from '../domain/told-error.ts'

/** Whoever sits at the terminal. */
export interface Asker {
  readonly isTTY: boolean
  ask(question: string): Promise<string>
}

export const terminal: Asker = {
  isTTY: process.stdin.isTTY === true,
  ask: async (question) => {
    const reader = createInterface({ input: process.stdin, output: process.stdout })
    try {
      return await reader.question(question)
    } finally {
      reader.close()
    }
  },
}

/** Whether to go on; where nobody can be asked, only `--yes` says so. */
export async function confirm(
  question: string,
  { yes, asker }: { readonly yes: boolean; readonly asker: Asker },
): Promise<boolean> {
  if (yes) return true
  if (!asker.isTTY) {
    throw new ToldError({
      zh: '这里没有人可以确认：加上 --yes 再运行。',
      en: 'Nobody can be asked here: run it with --yes.',
    })
  }
  return /^(y|yes|是|好)$/i.test((await asker.ask(`${question} [y/N] `)).trim())
}

import { AppError } from '../domain/errors.ts'
import { toProblemLine } from '../domain/knowledge.ts'
import { ToldError } from '../domain/told-error.ts'

/** Does it, and says why where the knowledge in this folder could not be changed. */
export async function tellingRefusals<T>(folder: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    throw toTold(error, folder) ?? error
  }
}

function toTold(error: unknown, folder: string): ToldError | undefined {
  if (!(error instanceof AppError)) return undefined
  if (error.code === 'knowledge_broken') {
    const lines = (locale: 'zh' | 'en') =>
      (error.problems ?? []).map((one) => `✗ ${toProblemLine(one, locale)}`).join('\n')
    return new ToldError({
      zh: `这份知识有错误，线上没有变：\n${lines('zh')}`,
      en: `This knowledge has mistakes; what serves has not changed:\n${lines('en')}`,
    })
  }
  if (error.code === 'knowledge_unwritable') {
    const cause = error.cause instanceof Error ? error.cause.message : String(error.cause)
    return new ToldError({
      zh: `写不进知识文件夹 ${folder}：${cause}。线上没有变；检查权限和磁盘空间后再运行。`,
      en: `The knowledge folder ${folder} cannot be written: ${cause}. Nothing changed; look at its rights and the disk, then run it again.`,
    })
  }
  if (error.code !== 'knowledge_changed') return undefined
  return new ToldError({
    zh: `刚才有人改了 ${folder} 里的文件，没有发布。看一下再运行。`,
    en: `Somebody has saved something in ${folder} at this moment: not published. Look at it, then run this again.`,
  })
}

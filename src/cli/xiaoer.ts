#!/usr/bin/env node
import { resolve } from 'node:path'
import { Command } from 'commander'
import { issueOwnerLink } from '../app/owner-link.ts'
import { serve } from '../app/serve.ts'
import { loadConfig } from '../config/config.ts'
import { ToldError } from '../domain/told-error.ts'
import { backup, restore } from './backup.ts'
import { chat } from './chat.ts'
import { check } from './check.ts'
import { doctor } from './doctor.ts'
import { type EvaluationOptions, evaluateCommand } from './eval.ts'
import { explain } from './explain.ts'
import { figures } from './figures.ts'
import { importFile } from './import.ts'
import { importShop } from './import-shop.ts'
import { publish } from './publish.ts'
import { replay } from './replay.ts'
import { writeSchemas } from './schema.ts'
import { test } from './test.ts'
import { rollback, versions } from './versions.ts'
import { terminalLocale } from './words.ts'

const locale = terminalLocale(process.env)

/** The folder of knowledge: as given (from where one stands), else as configured. */
function folderOf(given: string | undefined): string {
  return given === undefined ? loadConfig(process.env).knowledgeDir : resolve(given)
}

async function finish(work: Promise<number>): Promise<void> {
  process.exitCode = await work
}

const program = new Command('xiaoer').description(
  '小二: the customer-service assistant that any online shop can run itself',
)

program
  .command('start')
  .description('启动服务 · start the server')
  .action(() => serve(loadConfig(process.env)))
program
  .command('check [folder]')
  .description('检查知识 · validate the knowledge')
  .action((folder?: string) => finish(check(folderOf(folder), locale)))
program
  .command('test [folder]')
  .description('跑店主写的测试 · run the owner’s tests')
  .action((folder?: string) => finish(test(folderOf(folder), locale)))
program
  .command('chat')
  .description('在终端里试聊，看判断过程 · talk with 小二 and see why it answers so')
  .option('--trace', 'also show what is talked about, and the task under way')
  .option('--as <customer>', 'talk as a customer of the demo shop: lin, chen, emma, …')
  .action((options: { trace?: boolean; as?: string }) =>
    finish(chat(loadConfig(process.env), locale, { ...options, trace: options.trace === true })),
  )
program
  .command('eval')
  .description('用标注数据评估匹配 · measure the matcher on labelled messages')
  .option('--file <tsv>', 'utterance<TAB>intent[<TAB>style]; intent none = out of scope')
  .option('--cross-validate', 'hold back a quarter of the examples in turn, instead of --file')
  .option('--train <tsv>', 'learn from this file instead of the knowledge')
  .option('--knowledge <folder>', 'the knowledge to learn from')
  .option('--errors <tsv>', 'write the wrong rows here')
  .option('--noise <kind>', 'disturb the messages: typo, homophone, traditional, punctuation, pinyin')
  .option('--risk <share>', 'the share of wrong answers that is accepted, as 0.04')
  .option('--json', 'on one line')
  .action((options: Omit<EvaluationOptions, 'knowledge'> & { knowledge?: string }) =>
    finish(evaluateCommand({ ...options, knowledge: folderOf(options.knowledge) })),
  )
program
  .command('explain <message>')
  .description('看小二为什么这样理解一句话 · see why a message is understood as it is')
  .option('--knowledge <folder>', 'the knowledge to read it by')
  .option('--json', 'all of it')
  .action((message: string, options: { knowledge?: string; json?: boolean }) => {
    const config = loadConfig(process.env)
    const folder = options.knowledge === undefined ? config.knowledgeDir : resolve(options.knowledge)
    return finish(explain({ message, folder, dataDir: config.dataDir }, locale, options.json === true))
  })
program
  .command('replay <draft>')
  .description('拿真实会话比较草稿与线上知识 · ask a draft and the live knowledge what shoppers have asked lately')
  .option('--against <folder>', 'the knowledge that the draft is held against, instead of the live one')
  .option('--last <conversations>', 'how many conversations, newest first', '500')
  .option('--all', 'list every question that differs')
  .option('--json', 'all of it, on one line')
  .action((draft: string, options: { against?: string; last: string; all?: boolean; json?: boolean }) => {
    const { all = false, json = false, ...rest } = options
    return finish(replay(loadConfig(process.env), { ...rest, draft, all, json }, locale))
  })
program
  .command('publish <draft>')
  .description('检查一个知识文件夹，发布到线上 · check a folder of knowledge and make it what serves')
  .option('--note <words>', 'what it is about', '')
  .option('--last <conversations>', 'how many conversations are replayed, newest first; 0: none', '500')
  .option('--yes', 'ask nothing; what gets worse is not published')
  .option('--worse', 'publish although something gets worse')
  .action((draft: string, options: { note: string; last: string; yes?: boolean; worse?: boolean }) => {
    const { yes = false, worse = false, ...rest } = options
    return finish(publish(loadConfig(process.env), { ...rest, draft, yes, worse }, { locale }))
  })
program
  .command('versions')
  .description('列出发布过的知识 · list what was published')
  .action(() => finish(versions(loadConfig(process.env), locale)))
program
  .command('rollback <number>')
  .description('退回到以前发布的知识 · make an earlier publication serve again')
  .option('--note <words>', 'why', '')
  .option('--yes', 'ask nothing')
  .action((number: string, { note, yes = false }: { note: string; yes?: boolean }) =>
    finish(rollback(loadConfig(process.env), { number, note, yes }, { locale })),
  )
program
  .command('import [kind] [file]')
  .description(
    '导入店铺数据（CSV 或 NDJSON），或把 SQLite 的店搬到 PostgreSQL · import customers, products, orders, parcels or coupons; or move a shop',
  )
  .option('--dry-run', 'try everything, write nothing')
  .option('--errors <ndjson>', 'write all that is wrong here')
  .option('--from <engine>', '--from sqlite <file>: move a whole shop into the empty PostgreSQL of DATABASE_URL')
  .action((kind?: string, file?: string, options: { dryRun?: boolean; errors?: string; from?: string } = {}) => {
    const { dryRun, errors, from } = options
    if (from !== undefined) return finish(importShop(loadConfig(process.env), { from, file: kind }, locale))
    const request = {
      kind: kind ?? '',
      file: file ?? '',
      dryRun: dryRun === true,
      ...(errors !== undefined && { errors }),
    }
    return finish(importFile(loadConfig(process.env), request, locale))
  })
program
  .command('backup [folder]')
  .description('备份数据，不用停服务 · back up the data, also while the server runs')
  .action((folder?: string) => {
    const target = folder === undefined ? undefined : resolve(folder)
    return finish(backup(loadConfig(process.env), target, locale))
  })
program
  .command('restore <backup>')
  .description('从备份恢复数据 · put a backup into the data folder')
  .option('--force', 'move what is there aside first')
  .action((from: string, options: { force?: boolean }) =>
    finish(restore(loadConfig(process.env), { backup: resolve(from), force: options.force === true }, locale)),
  )
program
  .command('figures <verb>')
  .description('figures rebuild：从消息重新数一遍所有指标，断了接着数 · count all figures anew from the messages')
  .action((verb: string) => finish(figures(loadConfig(process.env), verb, locale)))
program
  .command('doctor')
  .description('体检：数据、磁盘、时钟、密钥、知识、端口 · look at all that 小二 stands on')
  .option('--json', 'for programs')
  .action((options: { json?: boolean }) => finish(doctor(() => loadConfig(process.env), locale, options.json === true)))
program
  .command('owner-link')
  .description('重新生成店主一次性登录链接 · print a new one-time owner link')
  .action(async () => console.log(await issueOwnerLink(loadConfig(process.env))))
program
  .command('schema [folder]')
  .description('导出 JSON Schema · write the JSON Schemas of the knowledge files')
  .action((folder?: string) => finish(writeSchemas(resolve(folder ?? 'docs/schema'))))

try {
  await program.parseAsync()
} catch (error) {
  if (error instanceof ToldError) console.error(error.words[locale])
  else console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
}

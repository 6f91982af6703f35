import type { PackFileView } from '../../src/protocol/packs.ts'

/** The words of 行业包 in Chinese. */
export const zhPacks = {
  packs: {
    title: '行业包',
    lead: '现成的通用问答、任务和测试。装进草稿、检查发布后生效；之后随便改，升级不会盖掉您写的。',
    empty: '没有可用的行业包',
    emptyHint: '把行业包文件放进数据目录的 packs/，刷新就能看到',
    installed: '已装',
    notInstalled: '还没装',
    available: '最新',
    gone: '找不到了',
    newer: '有新版',
    current: '已是最新版',
    licence: '许可',
    install: '装进草稿',
    upgrade: '升级到草稿',
    ownersOnly: '只有店主能装',
    confirm: (version: string) => `把 ${version} 版放进草稿？`,
    confirmText:
      '您没动过的文件换成新版；两边都改过的自动合并，合不了的把两版都留在文件里等您挑。发布之前，顾客看到的不会变。',
    done: '已放进草稿，检查并发布后生效',
    would: '这次会：',
    stands: '现在：',
    states: {
      same: '一致',
      added: '新增',
      taken: '换新版',
      removed: '删除',
      merged: '自动合并',
      conflict: '有冲突',
      kept: '保留您的',
    } satisfies Record<PackFileView['state'], string> as Record<PackFileView['state'], string>,
    overridden: '店里改过',
    files: (n: number) => `看这 ${n} 个文件`,
    toDraft: '去草稿与发布',
    tab: '行业包',
  },
}

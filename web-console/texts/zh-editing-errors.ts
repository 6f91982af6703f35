/** Why an edit of the knowledge was refused, by code. */
export const zhEditingErrors = {
  knowledge_path: '文件不能放在这里，要放进知识的某个文件夹，以 .yaml 结尾',
  knowledge_file_not_found: '这个文件已经不在了',
  publication_not_found: '没有这次发布',
  knowledge_changed: '这个文件刚被别人改过，请刷新后再改一次',
  knowledge_unchanged: '没有要发布的改动',
  knowledge_unchecked: '草稿还没检查过，或检查后又改了，请先检查',
  knowledge_regressions: '有些问题会答得更差，确认后才能发布',
  knowledge_conflict: '有文件在草稿和文件夹里改得不一样，请先在文件里定下来',
  knowledge_broken: '知识有错误，不能发布；线上没有变',
  check_running: '正在检查，请等它结束，或先停下',
  knowledge_unwritable: '知识文件夹写不进去，线上没有变。请检查文件夹权限和磁盘空间',
}

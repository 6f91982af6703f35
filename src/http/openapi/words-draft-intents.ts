/** What the routes of the draft's intents do. */
export const DRAFT_INTENT_WORDS = {
  'GET /api/v1/knowledge/draft/intents': {
    zh: '草稿里的全部意图，带各自的错误和提示。主管和店主。',
    en: 'All intents of the draft, each with what is wrong or odd in it. For supervisors and owners.',
  },
  'POST /api/v1/knowledge/draft/intents': {
    zh: '新建一个意图，写在一个文件的末尾；文件可以是新的。',
    en: 'Creates an intent at the end of a file, which may be a new one.',
  },
  'GET /api/v1/knowledge/draft/intents/{id}': {
    zh: '草稿里的一个意图，表单的样子。',
    en: 'One intent of the draft as a form.',
  },
  'PUT /api/v1/knowledge/draft/intents/{id}': {
    zh: '把表单写回它的文件：只动改过的地方，注释和其余内容原样保留。',
    en: 'Writes a form back into its file: only what differs is touched; comments and all the rest stay.',
  },
  'DELETE /api/v1/knowledge/draft/intents/{id}': {
    zh: '删掉一个意图。别处还用到它时会被拒绝，并列出位置。',
    en: 'Removes an intent. Refused, with the places, while others name it.',
  },
  'POST /api/v1/knowledge/draft/preview': {
    zh: '预览一条答案：填上某件商品、某个订单的事实，没指定的用示例。什么都不保存。',
    en: 'Shows an answer with the facts of a product and an order, or with made-up ones. Stores nothing.',
  },
  'GET /api/v1/knowledge/schemas': {
    zh: '各种知识文件的 JSON Schema，供编辑器补全。',
    en: 'JSON Schemas of the kinds of knowledge file, for editors.',
  },
} as const

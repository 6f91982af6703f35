import type { Locale } from '../../domain/localized-text.ts'
import type { HTTP_ROUTES } from '../../protocol/http.ts'
import { DRAFT_INTENT_WORDS } from './words-draft-intents.ts'
import { FIGURE_WORDS } from './words-figures.ts'
import { WEBHOOK_WORDS } from './words-webhooks.ts'

export type RouteName = keyof typeof HTTP_ROUTES
type Text = Readonly<Record<Locale, string>>

/** What each route does, for whoever calls it. A new route without words does not compile. */
export const ROUTE_WORDS: Readonly<Record<RouteName, Text>> = {
  ...FIGURE_WORDS,
  ...WEBHOOK_WORDS,
  'PUT /api/v1/customers/{id}': {
    zh: '写入一位客户。id 是店铺自己的客户号；没写的字段保持原样。',
    en: "Writes one customer. The id is the shop's own; fields that are left out stay as they are.",
  },
  'PUT /api/v1/products/{id}': {
    zh: '写入一个商品：盖在知识库同名商品上，马上生效。知识库里没有的，要写全 name、price、variants。',
    en: 'Writes one product over what the owner wrote; it serves at once. One that the owner did not write needs name, price and variants.',
  },
  'PUT /api/v1/orders/{id}': {
    zh: '写入一张订单，同号覆盖。不写 parcels 时，已有的包裹保留。',
    en: 'Writes one order; the same number is replaced. Without parcels, those that are known stay.',
  },
  'PUT /api/v1/parcels/{id}': {
    zh: '写入一个包裹的物流。订单要先在。',
    en: 'Writes one parcel and its tracking. Its order must be there first.',
  },
  'PUT /api/v1/coupons/{id}': {
    zh: '写入一张优惠券。不写 customer，就是人人可用。',
    en: 'Writes one coupon. Without a customer it is for everybody.',
  },
  'POST /api/v1/customers/bulk': {
    zh: '批量写入客户，一行一个 JSON。',
    en: 'Writes many customers, one JSON object a line.',
  },
  'POST /api/v1/products/bulk': {
    zh: '批量写入商品，一行一个 JSON。',
    en: 'Writes many products, one JSON object a line.',
  },
  'POST /api/v1/orders/bulk': {
    zh: '批量写入订单，一行一个 JSON。',
    en: 'Writes many orders, one JSON object a line.',
  },
  'POST /api/v1/parcels/bulk': {
    zh: '批量写入物流，一行一个 JSON。',
    en: 'Writes many parcels, one JSON object a line.',
  },
  'POST /api/v1/coupons/bulk': {
    zh: '批量写入优惠券，一行一个 JSON。',
    en: 'Writes many coupons, one JSON object a line.',
  },
  'POST /api/v1/knowledge/try': {
    zh: '试一试：像顾客那样和小二聊一段，看每句是怎么听懂、怎么决定的。什么都不会存进店里。',
    en: 'Tries a talk with 小二 as a shopper would have it, and why each answer was given. Nothing of it is stored.',
  },
  'POST /api/v1/knowledge/try/rows': {
    zh: '一次读很多句话：各是哪个意图、几成把握、会不会回答。',
    en: 'Reads many messages: the intent of each, how sure it is, and whether it would be answered.',
  },
  'GET /api/v1/knowledge/packs': {
    zh: '行业包：装了哪一版，有没有新版，哪些文件店里改过。',
    en: 'Packs: the version that is installed, a newer one if there is one, and which files the shop has changed.',
  },
  'GET /api/v1/knowledge/packs/{id}': {
    zh: '一个行业包，和装上（或升级）它会改的内容。',
    en: 'One pack, and what taking it in would change.',
  },
  'POST /api/v1/knowledge/packs/{id}/install': {
    zh: '把行业包装进草稿，或升级到新版。店里写过的不会丢；发布后才生效。',
    en: 'Takes a pack, or its newer version, into the draft. Nothing that the shop has written is lost; it serves once published.',
  },
  'POST /api/v1/knowledge/packs/{id}/start': {
    zh: '从行业包重新开始：草稿里只留店名、营业时间和行业包，其他知识都去掉。发布后才生效。',
    en: 'Begins anew with a pack: in the draft only the name and hours of the shop and the pack remain. It serves once published.',
  },
  'POST /api/v1/knowledge/try/examples': {
    zh: '把批量测里认错的话，加进各自意图的例句（草稿）。',
    en: 'Adds messages that were taken for something else to the examples of their intents, in the draft.',
  },
  'GET /api/v1/knowledge/try/shoppers': {
    zh: '找一位客户来扮演：订单号、手机号、邮箱、客户号或称呼。',
    en: 'Finds a customer to speak as: by order number, phone, e-mail, the shop’s id or a part of the name.',
  },
  'GET /api/v1/cases': { zh: '售后单列表，可按状态、类型筛选。', en: 'Cases, by status and type.' },
  'GET /api/v1/cases/board': {
    zh: '售后看板：各状态的数量和最急的单。',
    en: 'Cases by status: how many, and the most pressing.',
  },
  'GET /api/v1/cases/{number}': { zh: '一张售后单的全部内容。', en: 'Everything about one case.' },
  'PATCH /api/v1/cases/{number}': {
    zh: '处理售后单：改状态、给顾客留言、写内部备注、接手。',
    en: 'Works on a case: its status, a note to the shopper, an internal note, taking it.',
  },
  'GET /api/v1/conversations/{id}/ratings': {
    zh: '一个会话的评价：人工的、小二的。',
    en: 'How a conversation was rated: the person, and 小二.',
  },
  'GET /api/v1/todos': {
    zh: '待办列表：到点的、以后的、已了结的，每页 50 条。',
    en: 'To-dos: due, later or ended, 50 a page.',
  },
  'GET /api/v1/todos/counts': {
    zh: '自己有多少待办到点了、多少在后面。',
    en: 'How much is due for oneself, and to come.',
  },
  'PATCH /api/v1/todos/{id}': {
    zh: '处理待办：完成、忽略、恢复、改派、改时间。',
    en: 'Works on a to-do: does it, dismisses it, takes that back, hands it on, moves it.',
  },
  'GET /api/v1/follow-ups/moments': {
    zh: '常用的提醒时间，已挪进营业时间。',
    en: 'The usual moments to follow up, moved into opening hours.',
  },
  'POST /api/v1/follow-ups': {
    zh: '安排跟进：到时间提醒自己、同事或下一班。',
    en: 'Plans a follow-up: a to-do for oneself, a colleague or whoever is on duty then.',
  },
  'GET /api/v1/missing-facts': {
    zh: '顾客问到、知识里没写的（店主、主管）。',
    en: 'What shoppers asked and nobody has written down. For owners and supervisors.',
  },
  'POST /api/v1/session': { zh: '登录，得到会话 cookie。', en: 'Signs in and sets the session cookie.' },
  'GET /api/v1/session': {
    zh: '当前登录的是谁，以及本浏览器的 csrf。',
    en: 'Who is signed in, and the csrf of this browser.',
  },
  'DELETE /api/v1/session': { zh: '退出登录。', en: 'Signs out.' },
  'POST /api/v1/invites': { zh: '生成一次性邀请链接（店主）。', en: 'Makes a one-time invite link. For owners.' },
  'GET /api/v1/invites/{token}': { zh: '邀请链接是给谁的。', en: 'What an invite link is for.' },
  'POST /api/v1/invites/{token}/accept': {
    zh: '接受邀请，建账号并登录。',
    en: 'Accepts an invite: makes the account and signs in.',
  },
  'GET /api/v1/agents': { zh: '全部客服。', en: "All the shop's people." },
  'PUT /api/v1/session/password': {
    zh: '改自己的密码。别处的登录都会退出，本浏览器换新会话。',
    en: 'Changes one’s own password. Every other browser is signed out, this one gets a new session.',
  },
  'GET /api/v1/session/second-factor': {
    zh: '自己有没有开两步验证，恢复码还剩几个。',
    en: 'Whether one has a second step of signing in, and how many recovery codes are left.',
  },
  'POST /api/v1/session/second-factor': {
    zh: '开始设置两步验证：凭密码得到给验证器的密钥。',
    en: 'Begins to set up a second step: a secret for the authenticator, for one’s password.',
  },
  'PUT /api/v1/session/second-factor': {
    zh: '用第一个验证码确认，两步验证生效，恢复码只显示这一次。',
    en: 'The first code puts it in force; the recovery codes are shown this once.',
  },
  'POST /api/v1/session/second-factor/end': {
    zh: '凭密码和验证码关闭自己的两步验证。',
    en: 'Ends one’s own second step, with the password and a code.',
  },
  'GET /api/v1/agents/access': {
    zh: '每个账号在几处登录、开没开两步验证（店主）。',
    en: 'Where everybody is signed in, and who has a second step. For owners.',
  },
  'DELETE /api/v1/agents/{id}/sessions': {
    zh: '退出一个账号的所有登录：自己的，或店主替任何人。',
    en: 'Signs an account out everywhere: one’s own, or any by an owner.',
  },
  'DELETE /api/v1/agents/{id}/second-factor': {
    zh: '替丢了手机的同事关闭两步验证（店主，不能替自己）。',
    en: 'Ends the second step of somebody who has lost their phone. For owners, not for themselves.',
  },
  'PATCH /api/v1/agents/{id}': {
    zh: '改角色，或停用、启用账号（店主）。',
    en: 'Changes a role, or shuts or opens an account. For owners.',
  },
  'GET /api/v1/desk': { zh: '工作台打开时的全部内容。', en: 'All that the desk shows when it opens.' },
  'GET /api/v1/conversations': {
    zh: '会话列表，最近的在前，每页 50 条。',
    en: 'Conversations, last touched first, 50 a page.',
  },
  'GET /api/v1/conversations/{id}': { zh: '打开一个会话。', en: 'One conversation, opened.' },
  'GET /api/v1/conversations/{id}/messages?beforeSeq={seq}': {
    zh: '某条消息之前的一百条，旧的在前。',
    en: 'The hundred messages before a seq, oldest first.',
  },
  'GET /api/v1/conversations/{id}/search': {
    zh: '在一个会话里查找一段话，新的在前。',
    en: 'Where words were said in a conversation, newest first.',
  },
  'GET /api/v1/customers/{id}': {
    zh: '一位客户的全部档案。id 是档案号。',
    en: 'Everything about one customer. The id is that of the record.',
  },
  'PATCH /api/v1/customers/{id}': {
    zh: '改客户档案，没写的保持原样。',
    en: 'Writes into the record. What is left out stays.',
  },
  'POST /api/v1/customers/{id}/phone': {
    zh: '查看完整电话，会留下记录。',
    en: 'The whole phone number; that it was asked for is kept.',
  },
  'PUT /api/v1/customers/{id}/block': {
    zh: '拉黑一位客户。客服最多 24 小时，更久或永久要主管。',
    en: 'Blocks a customer. An agent may do so for 24 hours; longer, or for ever, needs a supervisor.',
  },
  'DELETE /api/v1/customers/{id}/block': { zh: '解除拉黑。', en: 'Lifts a block.' },
  'GET /api/v1/blocks': {
    zh: '当前被拉黑的客户（主管、店主）。',
    en: 'Who is blocked now. For supervisors and owners.',
  },
  'POST /api/v1/customers/{id}/notes': { zh: '给客户加一条备注。', en: 'Adds a note to the record.' },
  'PATCH /api/v1/customer-notes/{id}': {
    zh: '改备注（自己的），或删除、恢复。',
    en: "Changes one's own note, deletes it, or puts it back.",
  },
  'GET /api/v1/reception': { zh: '现在由谁接待。', en: 'Who receives shoppers now.' },
  'PUT /api/v1/reception': {
    zh: '切换由谁接待（主管、店主）。',
    en: 'Switches who receives. For supervisors and owners.',
  },
  'GET /api/v1/status': {
    zh: '运行状态：/health 和主要指标的内容。主管和店主可看。',
    en: 'How the server is: what /health and the main metrics say. For supervisors and owners.',
  },
  'GET /api/v1/knowledge': {
    zh: '小二现在知道什么，文件有什么问题。',
    en: 'What 小二 knows, and what is wrong with the files.',
  },
  'GET /api/v1/products': { zh: '全部商品。', en: 'All products.' },
  'GET /api/v1/embed': { zh: '放到网页上的那行代码。', en: 'The line of HTML that puts the widget onto a page.' },
  'GET /api/v1/history': {
    zh: '查历史会话：全文搜索加筛选，新开始的在前，每页 30 段，用 next 翻页。',
    en: 'The history: words and filters, those begun last first, 30 a page, going on by `next`.',
  },
  'GET /api/v1/history/{id}': {
    zh: '读一段会话：某条消息前后、之前或之后的一百条。',
    en: 'A conversation to read: the hundred messages around, before or after one.',
  },
  'GET /api/v1/history-export': {
    zh: '导出筛选出的会话，CSV 或一行一个 JSON（主管、店主；会记入操作日志）。',
    en: 'Exports what the filters show, as CSV or one JSON object a line. For supervisors and owners; audited.',
  },
  'GET /api/v1/history-choices': {
    zh: '筛选历史会话时可选的意图。',
    en: 'The intents by which the history can be filtered.',
  },
  'GET /api/v1/questions': {
    zh: '未识别问题：按问法归成的组，带数量、走势、人工回复和最近的问答（主管、店主）。',
    en: 'What 小二 could not answer, in groups that ask the same, with size, trend, human replies and nearest intents. For supervisors and owners.',
  },
  'GET /api/v1/questions/count': {
    zh: '最近 30 天还有多少未识别问题（主管、店主）。',
    en: 'How many questions of the last 30 days are open. For supervisors and owners.',
  },
  'GET /api/v1/questions/clusters/{id}': {
    zh: '一组未识别问题的全部问法，id 是其中任意一条（主管、店主）。',
    en: 'All questions of one group; the id is that of any of them. For supervisors and owners.',
  },
  'POST /api/v1/questions/preview': {
    zh: '看一个处理会在知识草稿里写下什么，不写入（主管、店主）。',
    en: 'What a lesson would write into the draft; writes nothing. For supervisors and owners.',
  },
  'POST /api/v1/questions/settle': {
    zh: '处理未识别问题：加入问答、新建问答、标为不归小二管、忽略；写入知识草稿（主管、店主）。',
    en: 'Settles questions: into an intent, a new intent, out of scope, ignored. Writes into the draft. For supervisors and owners.',
  },
  'POST /api/v1/questions/reopen': {
    zh: '撤销处理，问题重新打开（主管、店主）。',
    en: 'Opens settled questions again. For supervisors and owners.',
  },
  'POST /api/v1/questions/estimate': {
    zh: '试算一个处理：训练草稿并重放最近的会话，逐行返回进度和结果（NDJSON；主管、店主）。',
    en: 'Tries a lesson: trains the draft, replays conversations, and answers progress and result line by line (NDJSON). For supervisors and owners.',
  },
  'POST /api/v1/conversations/{id}/teach': {
    zh: '教小二：把顾客的一句话交给写知识的人，可附上问答和想要的回答。',
    en: 'Points at what a shopper has said for whoever writes the knowledge, with an intent and an answer if wished.',
  },
  'GET /api/v1/labels': {
    zh: '全部会话标签，以及各用在多少段会话上。',
    en: 'All labels, and how many conversations have each.',
  },
  'POST /api/v1/labels': { zh: '新建会话标签（主管、店主）。', en: 'Makes a label. For supervisors and owners.' },
  'PATCH /api/v1/labels/{id}': {
    zh: '改标签的名字或颜色（主管、店主）。',
    en: "Changes a label's name or colour. For supervisors and owners.",
  },
  'DELETE /api/v1/labels/{id}': {
    zh: '删除标签，并从所有会话上摘下（主管、店主）。',
    en: 'Removes a label, also from every conversation. For supervisors and owners.',
  },
  'GET /api/v1/knowledge/draft': {
    zh: '知识草稿：每个文件改了没有、哪里有错。主管和店主。',
    en: 'The draft of the knowledge: what it changes, and what is wrong with it. For supervisors and owners.',
  },
  'DELETE /api/v1/knowledge/draft': { zh: '放弃整份草稿。', en: 'Takes back the whole draft.' },
  'GET /api/v1/knowledge/draft/changes': {
    zh: '草稿和知识文件夹的差别，前后全文。',
    en: 'The files in which the draft differs from the folder, with both texts.',
  },
  'GET /api/v1/knowledge/draft/files': { zh: '草稿里的一个文件。', en: 'One file as the draft has it.' },
  'PUT /api/v1/knowledge/draft/files': {
    zh: '把一个文件存进草稿；不写 text 就是删掉它。有语法错误也能存。正文上限 1.2 MB。',
    en: 'Saves a file into the draft; without a text it is to go. Mistakes are no hindrance. The body may have 1.2 MB.',
  },
  'DELETE /api/v1/knowledge/draft/files': {
    zh: '放弃草稿对一个文件的改动。',
    en: 'Takes back what the draft changes in one file.',
  },
  'POST /api/v1/knowledge/draft/check-text': {
    zh: '存之前先检查一段文字，和草稿的其余部分一起看。',
    en: 'Checks a text before it is saved, together with the rest of the draft.',
  },
  ...DRAFT_INTENT_WORDS,
  'GET /api/v1/knowledge/draft/check': {
    zh: '检查进行到哪一步，或这份草稿检查出了什么。',
    en: 'How far the check is, or what it found in the draft as it is now.',
  },
  'POST /api/v1/knowledge/draft/check': {
    zh: '开始检查草稿：训练、店主测试、相互混淆、重放最近的会话。一次一份。',
    en: 'Begins to check the draft: training, the owner’s tests, confusion, the last conversations replayed. One at a time.',
  },
  'DELETE /api/v1/knowledge/draft/check': { zh: '停止检查。', en: 'Stops the check.' },
  'POST /api/v1/knowledge/publications': {
    zh: '发布草稿：写进知识文件夹，马上生效。只有店主；要先检查过。',
    en: 'Publishes the draft, which must have been checked: it is written into the folder and serves. For owners.',
  },
  'GET /api/v1/knowledge/publications': { zh: '发布记录，新的在前。', en: 'What was published, the newest first.' },
  'GET /api/v1/knowledge/publications/{number}': {
    zh: '一次发布，和它改了什么。',
    en: 'One publication, and what it changed.',
  },
  'POST /api/v1/knowledge/publications/{number}/rollback': {
    zh: '退回到这一次发布时的知识；草稿保留。只有店主。',
    en: 'Makes the knowledge of this publication serve again; the draft stays. For owners.',
  },
  'GET /api/v1/knowledge/intents': { zh: '全部意图，供搜索。', en: 'All intents, to search in.' },
  'GET /api/v1/knowledge/intents/{id}': {
    zh: '一个意图：例句、答案、生效条件。',
    en: 'One intent: its examples, its answers and when they hold.',
  },
  'GET /api/v1/products/{id}': {
    zh: '一件商品：属性、各款式的价格库存、尺码表。',
    en: 'One product: attributes, price and stock of each variant, size table.',
  },
  'POST /api/v1/conversations/{id}/answers/{intent}': {
    zh: '这个意图的答案在这段对话里会怎么说；只生成，不发送。',
    en: "What an intent's answer says in this conversation. Nothing is sent.",
  },
  'GET /api/v1/tasks': {
    zh: '客服能为一张订单办理的事：退货、改地址、催发货……',
    en: 'What may be asked for of an order: a return, another address, a hurry-up and so on.',
  },
  'POST /api/v1/conversations/{id}/tasks/{flow}': {
    zh: '替客户提交一项申请，开出售后单，并告诉客户。',
    en: 'Asks for one of them on behalf of the customer: opens its case and tells the customer.',
  },
  'GET /api/v1/reports/assist': {
    zh: '小二给人工的帮助：覆盖率、采纳率和每条建议的去向。客服只看到自己的。',
    en: 'How much 小二 helps people: coverage, acceptance and what became of each suggestion. Agents see their own.',
  },
  'GET /api/v1/canned-replies': {
    zh: '团队的和自己的快捷短语，以及可用的变量。',
    en: "The team's canned replies and one's own, and the variables that they may name.",
  },
  'POST /api/v1/canned-replies': {
    zh: '新建一条快捷短语。团队的由主管、店主来写。',
    en: "Writes a new canned reply. The team's are for supervisors and owners to write.",
  },
  'PUT /api/v1/canned-replies/{id}': {
    zh: '整条改写。团队的由主管、店主来写。',
    en: "Writes one anew, whole. The team's are for supervisors and owners to write.",
  },
  'DELETE /api/v1/canned-replies/{id}': { zh: '删除一条快捷短语。', en: 'Deletes a canned reply.' },
  'GET /api/v1/canned-replies/{id}/rendered': {
    zh: '按一段会话填好变量，查不到的列在 gaps 里。',
    en: 'One filled in for a conversation; what is not known is listed in gaps.',
  },
  'POST /api/v1/uploads': {
    zh: '上传一张图片（不超过 5 MB）或一个文件（不超过 10 MB）。',
    en: 'Uploads a picture of at most 5 MB, or a file of at most 10 MB.',
  },
}

/** The chapters of the page, and the tags of the document. */
export const GROUP_WORDS = {
  shop: {
    title: { zh: '店铺数据', en: "The shop's data" },
    lead: {
      zh: '店铺系统推送客户、商品、订单、物流和优惠券。用 XIAOER_API_KEY 里的密钥；同一个编号再推一次就是覆盖，重复推不会出错。',
      en: "The shop's system pushes customers, products, orders, parcels and coupons with a key of XIAOER_API_KEY. The same id again replaces, so that sending twice is harmless.",
    },
  },
  console: {
    title: { zh: '工作台', en: 'The console' },
    lead: {
      zh: '工作台自己用的接口：先登录拿 cookie，改动类请求带上 csrf。',
      en: 'What the console itself calls: sign in for the cookie; whatever changes something carries the csrf.',
    },
  },
} as const satisfies Record<string, { title: Text; lead: Text }>
export type Group = keyof typeof GROUP_WORDS

/** 小二's own Chinese. */
export const CHINESE = {
  clarify: '想确认一下，您是想问哪一个呢？',
  noneOfThese: '都不是',
  notUnderstood: '抱歉，这句我没太明白。能换个说法，或者把商品、订单的情况说具体一点吗？也可以直接找人工同事～',
  here: '我在的～商品、订单、发货、售后，直接说就行。',
  file: '您的文件我收到了，不过我还打不开文件，能用文字说说您想问什么吗？也可以帮您转人工。',
  image: '图片收到了，不过我还看不懂图片。方便用文字说一下情况吗？需要的话我请人工同事来看。',
  product: (name: string) => `您在看的是「${name}」。想了解尺码、材质、库存还是发货？`,
  person: '转人工',
  handoff: '好的，我请人工同事来接待您，之前的对话同事都能看到，不用重复说。',
  sorry: '抱歉让您不愉快了，我马上请人工同事来处理，之前的对话同事都能看到。',
  nobody: '现在没有客服同事在线。您可以直接在这里留言，写下问题和联系方式，同事上班后第一时间回复您。',
  backAt: (when: string) => `同事${when}上班。`,
  stillQueued: '这个我答不好，还是请人工同事来看。您一直在排队，位置没有变，排到了马上接入～',
  goOnWaiting: '好的，继续为您排队，同事马上就来～',
  leaveMessage: '好的，不用一直等着。把问题和联系方式写在这里就行，同事会按顺序回复您，回复了会在这里提醒您。',
  withBot: '好的，我先陪您聊，排队的位置给您留着，轮到了同事会直接接入～',

  whichProduct: '您说的是哪一款呢？',
  missingFact: (product: string, title: string) =>
    `「${product}」的${title}我这边的资料里没有写，不敢乱说。我已经记下来请同事补充；着急的话可以转人工问问～`,
  proofAsk:
    '为了保护您的隐私，查订单要先核对一下：请把订单号和下单手机号的后四位发给我。已经有账号的话，登录后再来问会更快～',
  proofAskDigits: (number: string) => `好的，订单 ${number}。再麻烦发一下这单收货手机号的后四位，核对上我就帮您查。`,
  proofAskNumber: '收到后四位啦，再把订单号发给我就能查了（在下单短信或“我的订单”里能找到）。',
  proofFailed: '订单号和手机号后四位没对上。麻烦核对一下，再发我一次～',
  proofLocked: '没对上的次数有点多了，为了安全，今天先不能在这里查这单了。您可以登录账号查看，或者转人工由同事核实。',
  proofForgot: '没关系。登录下单的账号就能在“我的订单”里看到；不方便登录的话，我请同事帮您核实。',
  proofDropped: '好的，那就先不查订单了。还有别的可以随时问我～',
  signIn: '为了保护您的隐私，订单要登录后才能查。登录账号后回到这里，我就能接着帮您～',
  noOrders: '您的账号下还没有查到订单。会不会是用别的账号下的单？把订单号和收货手机号后四位发我也可以查。',
  notYourOrder: (number: string) =>
    `您的账号下没有查到订单 ${number}。如果是用别的手机号下的，请把那个手机号的后四位发我核对一下。`,
  otherOrder: (items: string) => `另一单：${items}`,
  orderChosen: (number: string, items: string) =>
    `好的，说的是订单 ${number}（${items}）。想查物流、改信息还是办售后？`,

  flowAgain: '这句我没太对上号。',
  flowResume: (title: string) => `接着刚才的「${title}」：`,
  flowCancelled: (title: string) => `好的，「${title}」就先不办了。需要时再跟我说～`,
  flowRefused: '好的，先不提交。想改哪一项，还是不办了？',
  flowChange: '想改哪一项？',
  flowPausedOffer: (title: string) => `刚才的「${title}」还没办完，要接着办吗？`,
  flowOrderUnavailable: '这单暂时选不了，换一单试试？',
  flowDropped: '好的，那一项就不办了。',
  yes: '是',
  no: '否',
  skip: '跳过',
  cancel: '不办了',
  change: '修改',
  resume: '接着办',
  drop: '不用了',
  wholeOrder: '整单',
  summary: (title: string) => `${title} · 请核对`,
  caseNumber: '服务单号',
  parcelTitle: (carrier: string, number: string) => `${carrier} ${number}`,
  couponsTitle: '您可以用的券',
  sameCase: (type: string, number: string, status: string, due: string) =>
    `这单的${type}之前已经登记过了（服务单号 ${number}，${status}），不用重复提交。我再提醒一下同事，预计 ${due} 前有结果～`,
} as const

/** The same in every language. */
export type BotTexts = {
  readonly [K in keyof typeof CHINESE]: (typeof CHINESE)[K] extends string ? string : (typeof CHINESE)[K]
}

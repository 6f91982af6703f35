/** The asked-for person, not the labour (人工费), the art (人工智能) or the photograph (真人实拍). */
const STAFF =
  '(?:人工(?!费|智能|成本|钱|湖|草|皮|合成|降解|泪|心|授粉|审|识|校|核|染|制|织|费用|手工|耳|牙|宝石|水晶)|真人(?!实?拍|秀|照|图|试|版|上身|发|穿|模|c|cs|娃)|活人|真人客服|real ?人)'

/** Said outright: 转人工, 找真人, 换个人跟我聊. */
export const PERSON: readonly RegExp[] = [
  new RegExp(
    `(?:转接?|接|换|找|要|叫|来|给我?|帮我|请|联系|呼叫|整|揾|连|进入?|想跟|要跟|想和|要和|想同|要同|跟|和|有没有|有没|切换?到?|有)(?:一?[个位下名])?(?:到|成|去|你们|你们的|俺|我)?(?:一?[个位下名])?\\s?${STAFF}`,
  ),
  new RegExp(
    `^(?:[\\s\\d,，.!！。]|请|麻烦|亲|你好|您好|在线|喂|快|0)*${STAFF}(?:客服|服务|坐席|同讲)?(?:[\\s,，.!！。?？]|吧|啊|呢|谢谢|在吗|在不在|有吗|快点|快|请|客服|人工|服务)*$`,
  ),
  /转人(?:公|功|供)|转任工|\b(?:zhuan|zhao|yao) ?ren ?gong\b|^ren ?gong$/,
  /(?<!叫|派)(?:换个?|找个)人(?=来?(?:跟|和|同|帮我|处理|聊|说(?!说话|话$)|讲|回|接|对接|沟通|解决|语音)|[\s,，.!！。]*$|[\s,，]+我?不)|(?:整|叫)个人来(?:唠|聊|说|讲|跟)|喊个客服|^要人$|叫上级/,
  /(?:不|别|懒得|不想|不要|不愿)(?:再)?(?:和|跟|让|要|用|给我)?(?:我说话)?(?:的)?(?:机器人?|ai|程序|自动回复)(?:聊|说|讲|扯|回|沟通|对话|了)?[\s,，.!！。]*(?:给我)?(?:换|找|要|叫|转|来)(?:一?个)?(?:人|真人|客服)(?!家|气)/,
  /(?:我)?(?:要|想)(?:跟|和|同)(?:你们)?(?:的)?(?:人|客服|店长|老板|经理|主管|领导|负责人|客服人员|工作人员)(?:说|讲|聊|沟通|谈|直接|对话|通话|反映)/,
  /(?:叫|让|找|喊|转)(?:你们|你|一下|下)?(?:的|家)?(?:客服)?(?:主管|经理|负责人|领导|店长|老板|客服|店主)(?:出来|来|过来|跟我|和我|接|回|处理|说话|说|讲|联系|给我|$|[\s,，.!！。]*$)/,
  /\b(?:talk|speak|chat|connect(?:ed)?|transfer(?:red)?|put|pass|escalate|switch|forward)(?: me| this| us)?(?: \w+)?(?: through| over)? ?(?:to|with) (?:(?:a|an|the|your|some|any|my|actual|real|live|human|customer|support|sales|service|care|store|shop) )*(?:person|people|human(?: being)?s?|agents?|representatives?|reps?|operators?|someone|somebody|managers?|supervisors?|advis[eo]rs?|colleague|staff|team|customer (?:service|care|support)|support|humans?)\b(?! (?:who|that|about) (?:sold|told|delivered|answered))/,
  /\b(?:get|give|find|send|need|want|prefer) (?:me )?(?:to (?:have|get) )?(?:a|an|the|some|your|any|another) ?(?:(?:real|live|actual|human|customer|support|service|proper) )*(?:person|human(?: being)?|agent|representative|rep|operator|manager|supervisor)\b(?! (?:hair|size|s\b))/,
  /^(?:\W|please|pls|hi|hello|hey|just|a|an|the|get me|give me|i want|i need)*(?:(?:real|live|human|actual|customer service|support) )*(?:human|person|agent|representative|operator|rep|real person|live agent|customer service|live chat)(?:[^\w?]|please|pls|now|asap|thanks|thank you)*$/,
  /\b(?:real|live|actual) (?:person|human|agent|representative)(?: being)? (?:please|pls|now|here)\b|\bagent please\b|\brepresentative (?:please|now)\b|\bis there (?:anyone|anybody|someone|somebody|a (?:real |live )?(?:human|person)) (?:\w+ )?(?:i can (?:talk|speak)|to (?:talk|speak)|who can (?:actually )?help|there to help)|\b(?:put|fetch me|hand me over to) (?:a |an )?(?:person|human(?: being)?|someone(?: else)?)\b|\ba (?:person|human),? please\b|\b(?:manager|supervisor|human|person|someone|somebody) i (?:can|could|may) (?:speak|talk|chat)/,
]

/** Asks what we are or when they work, or refuses: no wish. */
export const NO_PERSON: readonly RegExp[] = [
  /(?:不用|不需要|别|不要|无需|不想|不必|没必要|先不|暂时不)(?:给我|帮我|再)?(?:转|找|接|换|要|叫)?(?:接|到)?(?:人工|真人|客服)/,
  /(?:人工|真人)(?:客服)?(?:服务)?(?:是?几点|的?时间|什么时候|啥时候|上班|下班|休息|周末|节假日|工作时间|几点|电话)|(?:几点|什么时候|多久).{0,4}有人工/,
  /(?:是不是|你是|是|係咪|恁是|确定是?|还是|对面是|有没有)(?:个)?(?:真人|活人|人工|真人客服|人工客服)(?:吗|么|吧|嘛|不|还是|在|回|啊|呀|的(?:感情|图)|图|$|[\s,，?？]*$)|真人的感情|能找到真人|(?:人工|真人)还是(?:机器|ai|智能|自动)/,
  /\b(?:are|r) (?:you|u) (?:a |an |really )*(?:real |live |actual )?(?:person|human|agent|bot)\b|\bam i (?:talking|speaking|chatting) (?:to|with)\b|\bis (?:this|there) (?:a )?(?:real |live )?(?:person|human)(?: being)? (?:typing|or|behind|reading)/,
  /\b(?:dont|do not|no need to|not|never|no) (?:need |want |have )?(?:to )?(?:talk|speak|chat|transfer|connect|a human|an agent|a person|a representative)\b(?!.*\b(?:bot|robot|machine)\b)/,
  /\b(?:cleaning|travel|estate|shipping|delivery|customs|bleaching|letting|insurance|your|bonding) agent\b(?! (?:please|now))/,
  /\byou (?:speak|talk|ask) to (?:your|the) manager\b|\b(?:remote|hiring|vacanc\w+|job|salary)\b/,
]

/** Courts, authorities and lawyers as a next step. */
export const LAW: readonly RegExp[] = [
  /(?<!\d)(?:12315|12345|12358)(?!\d)|(?<!\d)12348(?!\d)|(?:打|拨|找|上|去)\s?315|(?<!\d)315(?:投诉|举报|曝光|晚会)/,
  /消协|消费者(?:权益)?(?:保护)?(?:协会|委员会)|工商(?:局|所|部门|投诉|举报)|(?:到|去|找|向|给|投诉|举报到?)工商(?!银行|银|卡)|市场?监(?:督|管)?(?:管理)?(?:局|所|部门|总局)|市监|(?:食药监|药监|质监|质检)局(?!查|.{0,4}备案)|(?:药监|质监)(?:投诉|举报)|有关部门|消委|消保(?!险)|消费者权益保护法|(?:报|找|去)公安|税务局?(?:举报|投诉)|举报.{0,6}(?:税务|工商|偷税|漏税|有关部门)/,
  /(?<!胜|被)起诉(?!书|离婚)|诉讼|(?:告|上|去|到|找)(?:上|到)?法院(?!门|旁|附近|路|那|送|上班|的?地址|对面)|法院(?:见|起诉|告)|法庭(?:见|上)|打官司|(?<!劳动)仲裁|要立案|(?:^|\s)告你们?(?:$|[\s了!])|(?:走|用|通过|采取|拿起?)(?:走)?法律|法律(?:途径|手段|武器|责任|程序)|依法维权/,
  /律师函|(?:找|请|叫|让|问|咨询|联系|委托)(?:了|过|我的?|个|一个)?律师(?!袍|服|证|朋友穿|装)|我的?律师(?:会|要|将|来|联系|已经|说)|(?:要|去|会|准备|想|就|直接)告(?:你|死你|你们|他们|店)(?!一声|诉|知|别)|告死你|告到底|(?:要|去|会|准备|就|直接|已经|只好|只能)报警(?!器|灯|声|音)|报警(?:了|处理|抓)|(?:报|找|叫)警察|(?:去|到|找|报).{0,3}派出所(?!怎么|在哪|附近)/,
  /\b(?:ill|i will|i am going to|im going to|going to|gonna|we will|well|will|could|can|might|or i|shall|(?:want|have|ready|prepared|decided|need|like|able|plan\w*) to) sue\b|\bsuing (?:you|your|the|them|this)\b|\bsue (?:你|you|your|them|this|the|for)\b|\blawsuits?\b|\blegal (?:action|steps|proceedings|advice|team)\b|\bsmall claims\b/,
  /\b(?:my|a|our|get|call|contact|hire|see) (?:\w+ )?(?:lawyers?|attorneys?|solicitors?)\b(?! (?:robe|costume|outfit|gown|friend|suit|bag|gift))|\bhear from (?:my|our) (?:lawyer|attorney|solicitor)|\b(?:take|taking|took) (?:you|u|this|it|them)(?: guys| all)? to court\b|\bsee you in court\b|\bin court\b/,
  /\bchargebacks?\b|\b(?:a|file|do|initiate|open) charge back\b|\bdisput(?:e|ing) (?:this|the|it|my) ?(?:charge|payment|transaction|with|through)|\b(?:ftc|accc?)\b|\b(?:report\w*|complain\w*|going|contact\w*|filed?|filing)\b.{0,20} bbb?\b|\bbetter business bureau\b|\btrading standards\b|\bombudsman\b|\battorney general\b|\bconsumer (?:protection|rights|affairs|association|council|court|authority|hotline|bureau)\b|\b(?:the|a|your) regulators?\b|\bsummons\b|\bcourt papers\b|\bthe court needs\b|\bto (?:the )?government\b|\b(?:call(?:ing)?|contact(?:ing)?|report\w* .{0,20}to|go to|going to|tell) the (?:police|authorities|cops)\b|\bpolice report\b/,
]

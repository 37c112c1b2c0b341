// Long because it is one catalogue, looked up by code and not read through.

import { DESK_DIAGNOSTICS, say, type Diagnostic } from './desk-diagnostics.ts'

/** Cells, sheets and files (IMPORT_*), addresses and bodies (REQUEST_*), the desk itself (DESK_*). */
export const DIAGNOSTICS = {
  IMPORT_CELL_EMPTY: say(
    422,
    '必填的格子是空的',
    '这一列必须有内容，否则无法归入台账。',
    '在表格里补上这一格，再导入一次。',
  ),
  IMPORT_DATE_UNREADABLE: say(
    422,
    '日期读不出来',
    '这一格不是能认出的日期。',
    '改成 2024-03-05 这样的写法，再导入一次。',
  ),
  IMPORT_DATE_IMPOSSIBLE: say(
    422,
    '没有这一天',
    '日历上没有这个日期。',
    '核对月份和日期，再导入一次。',
  ),
  IMPORT_DATE_NO_YEAR: say(
    422,
    '日期缺年份',
    '这一格没有年份，标题、表名和文件名里也没有。',
    '在表头上方或文件名中写明年份，再导入一次。',
  ),
  IMPORT_TIME_MISSING: say(
    422,
    '缺时刻',
    '这一列要精确到分钟，这一格只有日期。',
    '补上时刻，如 2024-03-05 09:30，再导入一次。',
  ),
  IMPORT_NUMBER_UNREADABLE: say(
    422,
    '数字读不出来',
    '这一格不是能认出的数字。',
    '只留数字（可带千分位或“万”），再导入一次。',
  ),
  IMPORT_NUMBER_NOT_WHOLE: say(
    422,
    '应为整数',
    '条数、次数、人数不能有小数。',
    '核对这一格，改成整数，再导入一次。',
  ),
  IMPORT_NUMBER_NEGATIVE: say(
    422,
    '不应为负数',
    '这一列不会出现负数。',
    '核对这一格，再导入一次。',
  ),
  IMPORT_NUMBER_TOO_LARGE: say(
    422,
    '数字太大',
    '超出了能够精确保存的范围。',
    '核对单位是否写错，再导入一次。',
  ),
  IMPORT_MONEY_UNREADABLE: say(
    422,
    '金额读不出来',
    '这一格不是能认出的金额，或不足一分。',
    '改成 12,345.67 这样的写法，并写明单位，再导入一次。',
  ),
  IMPORT_MONEY_NO_UNIT: say(
    422,
    '金额没有单位',
    '表中没有写明金额是元还是万元。',
    '在表头上方写“单位：元”或“单位：万元”，再导入一次。',
  ),
  IMPORT_DURATION_UNREADABLE: say(
    422,
    '时长读不出来',
    '这一格不是能认出的时长。',
    '改成 1分20秒 或 80秒 这样的写法，再导入一次。',
  ),
  IMPORT_WORD_UNKNOWN: say(
    422,
    '不认识这个词',
    '这一列只收固定的几个词。',
    '改用列出的词，再导入一次。',
  ),
  IMPORT_ORDER_WRONG: say(422, '先后顺序不对', '结束早于开始。', '核对两个时间，再导入一次。'),
  RECORD_RULE_BROKEN: say(
    422,
    '几项之间对不上',
    '这一项与同一条记录里的别的项不能同时成立。',
    '核对这几项，再导入一次。',
  ),
  IMPORT_SHEET_UNKNOWN: say(
    422,
    '认不出这是什么台账',
    '列名与任何一种台账都对不上。',
    '在这里指定它是哪种台账、每一列是什么，或保留台账原来的列名再导入一次。',
  ),
  IMPORT_SHEET_EMPTY: say(
    422,
    '这张表是空的',
    '没有找到表头和数据行。',
    '确认数据在这张表里；空表可以忽略。',
  ),
  IMPORT_FILE_UNREADABLE: say(
    422,
    '文件打不开',
    '文件已损坏，或不是表格文件。',
    '用 Excel 或 WPS 打开后另存为 .xlsx，再导入一次。',
  ),
  IMPORT_FILE_SLOW: say(
    422,
    '文件读了两分钟还没有读完',
    '文件可能已损坏，读到一半出不来；运行台已经停下，什么都没有入库。',
    '用 Excel 或 WPS 打开后另存为 .xlsx，再导入一次；文件很大就按月拆开。',
  ),
  IMPORT_FILE_ENCRYPTED: say(
    422,
    '文件有密码',
    '加了密码的表格无法读取。',
    '去掉密码后另存，再导入一次。',
  ),
  IMPORT_FILE_KIND: say(
    415,
    '不收这种文件',
    '只收 .csv、.xls、.xlsx 表格和填报数据 .json。',
    '另存为 .xlsx 或 .csv，再导入一次。',
  ),
  IMPORT_FILE_TOO_LARGE: say(
    413,
    '文件太大',
    '一个文件不超过 30 MB。',
    '按年或按月拆开，再导入一次。',
  ),
  IMPORT_FILES_NONE: say(400, '没有选文件', '请求里没有文件。', '把台账文件拖进来，或点选文件。'),
  IMPORT_CANCELLED: say(
    409,
    '导入已取消',
    '读取或入库途中被取消，什么也没有留下。',
    '需要时重新选择文件导入。',
  ),
  IMPORT_UNDER_WAY: say(409, '这次导入正在进行', '它正在读取或入库。', '等它完成，或先取消。'),
  IMPORT_NOT_FOUND: say(
    404,
    '找不到这次导入',
    '它可能已经确认，或已经放弃。',
    '在批次列表里查看，或重新导入文件。',
  ),
  IMPORT_NOTHING_CHOSEN: say(
    422,
    '没有可以导入的内容',
    '没有选中任何一部分，或选中的部分没有合格的行。',
    '至少勾选一个有合格行的部分。',
  ),
  REQUEST_INVALID: say(
    400,
    '请求的格式不对',
    '请求没有按接口说明书写。',
    '对照 /api/openapi.json 检查。',
  ),
  REQUEST_PERIOD_INVALID: say(
    400,
    '看不懂这个期间',
    '期间的写法不对。',
    '用 2024、2024-10、2024-Q3、2024-H1 或 2024-01-01..2024-03-15。',
  ),
  REQUEST_FILTER_INVALID: say(
    400,
    '筛选条件不对',
    '台账里没有这个字段或统计项。',
    '回到总览重新点进来。',
  ),
  REQUEST_NOT_FOUND: say(
    404,
    '没有这个地址',
    '接口里没有这个地址。',
    '对照 /api/openapi.json 检查。',
  ),
  LIST_NOT_FOUND: say(
    404,
    '没有这本名录',
    '台账不从这里取名字。',
    '回到名录页，选平台、媒体、部门、人员等名录。',
  ),
  LIST_NAME_TAKEN: say(
    409,
    '名录里已有这个名称',
    '另一条已经叫这个名称，两条会分不清。',
    '用“合并”把两条并成一条，或换一个名称。',
  ),
  LIST_NAME_IS_ALIAS: say(
    409,
    '这是另一条的又名',
    '写这个名称的记录都记在那一条名下。',
    '先在那一条里去掉这个又名，再用它作名称。',
  ),
  LIST_LEVELS_UNREADABLE: say(
    422,
    '级别沿革读不懂',
    '每次变更要写明从哪天起、什么级别。',
    '写成“2024起 省级；2025-07-01起 国家级”这样，再保存。',
  ),
  LIST_MERGE_SELF: say(422, '不能和自己合并', '选的是同一条。', '选另一条再合并。'),
  RECORD_NOT_FOUND: say(
    404,
    '找不到这条记录',
    '它可能已被删除，或所在批次已撤回。',
    '回到台账列表查看。',
  ),
  RECORD_CELLS_REFUSED: say(422, '有格子没有填对', '见各字段的说明。', '改正标出的字段后再保存。'),
  RECORD_CHANGED_MEANWHILE: say(
    409,
    '有记录刚被别人改过',
    '打开之后，这条记录又被改过或删除。',
    '先看它现在的样子，再决定要不要改。',
  ),
  RECORD_KEY_TAKEN: say(
    422,
    '已有同样的记录',
    '台账里已有同名、同日的一条，再加一条会重复计数。',
    '直接改已有的那一条；确是两条时，写上编号或改标题以便区分。',
  ),
  BIN_RECORD_ABSENT: say(
    409,
    '回收站里没有这条',
    '它已被恢复，或从未删除。',
    '刷新回收站，看看它是否已回到台账里。',
  ),
  BIN_KEY_TAKEN: say(
    409,
    '台账里已有同样的一条',
    '删除之后，同名、同日的一条又录入了；恢复会重复计数。',
    '打开台账里那一条核对；要用旧的，先删掉它再恢复。',
  ),
  MONTH_CLOSED: say(
    409,
    '这个月已经结账',
    '结账后，这个月的记录不能新增、修改、删除、恢复或随批次撤回。',
    '迟到的数据写明原因、作为补报录入；要改动已结账的内容，先到“审核与结账”重开这个月。',
  ),
  MONTH_CLOSED_ALREADY: say(
    409,
    '这个月早已结账',
    '一个月结账一次即可。',
    '刷新“审核与结账”再看。',
  ),
  MONTH_NOT_CLOSED: say(
    409,
    '这个月没有结账',
    '只有已结账的月份才能重开。',
    '刷新“审核与结账”再看。',
  ),
  FREEZE_NOT_FOUND: say(
    404,
    '没有这一稿',
    '这段时间没有这个稿次的定稿。',
    '在“汇报与定稿”里看有哪些稿。',
  ),
  FREEZE_DAMAGED: say(
    500,
    '这一稿的内容读不出来',
    '数据目录里保存的内容缺失，或者和定稿时的不一样。',
    '从备份里恢复数据目录中的 attachments 文件夹；其他稿不受影响。',
  ),
  FREEZE_HAS_ONE_VIEW: say(
    409,
    '定稿里没有这样的看法',
    '定稿只保留各页默认的看法，页内的筛选和切换当时没有算。',
    '去掉筛选再看，或者离开定稿看现在的数。',
  ),
  FREEZE_NOT_QUIET: say(
    409,
    '正在写入，没有定稿',
    '定稿时一直有人在写入，各页的数可能不是同一时刻的。',
    '等写入结束再定稿。',
  ),
  DOCUMENT_NOT_OF_PERIOD: say(
    409,
    '这种报告不按这段时间写',
    '工作报告按月、季、半年写，绩效自评按年写，舆情简报哪一段都可以。',
    '换一段时间，或者换一种报告。',
  ),
  DOCUMENT_TEXT_LOCKED: say(
    409,
    '这段文字不在这里改',
    '它记在台账里，现在看的是定稿：定稿里的内容不再改动。',
    '离开定稿再改，或者到台账里改这条记录。',
  ),
  REPORT_FOLDER_UNWRITABLE: say(
    503,
    '报告没有写进文件夹',
    '报告文件夹不能写入：磁盘满了、没有权限，或者文件夹被移走。',
    '腾出空间或改好权限；十分钟后会自己再试，也可以点“现在写”。',
  ),
  REPORT_FILE_GONE: say(
    404,
    '这份报告不在文件夹里了',
    '写过，但文件后来被移走或删除。',
    '到报告文件夹里找，或者点“现在写”再写一份。',
  ),
  MONTH_NOT_OVER: say(
    409,
    '这个月还没有过完',
    '还会有新的记录，现在结账为时过早。',
    '过完这个月再结账。',
  ),
  REASON_MISSING: say(
    422,
    '没有写原因',
    '这一步要写进记录，供以后查问。',
    '写一句原因，再试一次。',
  ),
  REVIEW_OUT_OF_TURN: say(
    409,
    '现在不能做这一步',
    '要依次提交、审核、签发；退回之后从提交重来。可能有人刚做过一步。',
    '刷新“审核与结账”，看它现在到了哪一步。',
  ),
  EVENT_STANDS: say(
    409,
    '这一步不能撤回',
    '结账、重开、审核是按先后留下的记录，不能改也不能删。',
    '到“审核与结账”再做相反的一步，写明原因。',
  ),
  EDITS_TOO_MANY: say(
    413,
    '一次改得太多',
    '一次最多改动 5000 条记录。',
    '分几次改；整张表要换时，用“导入”。',
  ),
  EDITS_NOT_UNDONE: say(
    409,
    '没有撤销',
    '这次改动之后，有记录又被改过或删除；撤销会冲掉后来的改动。',
    '打开记录看历史，需要时手工改回。',
  ),
  LEDGER_KEPT_BY_DESK: say(
    409,
    '这张表由运行台自己记',
    '附件从所属记录上加或删，不能单独填写、修改或导入。',
    '打开所属的记录，在“附件”里操作。',
  ),
  ATTACHMENT_KIND: say(
    415,
    '不收这种附件',
    '按文件内容判断，不是 PNG、JPEG、WebP 图片或 PDF。',
    '截图另存为 PNG 或 JPEG，文件另存为 PDF，再加一次；网页用“加链接”。',
  ),
  ATTACHMENT_TOO_LARGE: say(
    413,
    '附件太大',
    '超过了设置里单个附件的上限。',
    '压缩后再加，或在“设置 · 附件”里调高上限。',
  ),
  ATTACHMENT_TOO_MANY: say(
    422,
    '附件太多',
    '超过了设置里每条记录的附件数。',
    '删去不要的附件，或在“设置 · 附件”里调高上限。',
  ),
  ATTACHMENT_LINK_INVALID: say(
    422,
    '链接写得不对',
    '链接要以 http:// 或 https:// 开头。',
    '从浏览器地址栏复制完整的网址。',
  ),
  ATTACHMENT_NOT_FOUND: say(404, '找不到这个附件', '它可能已被删除。', '刷新记录再看。'),
  BATCH_NOT_FOUND: say(404, '找不到这个批次', '没有这个编号的批次。', '回到批次列表查看。'),
  BATCH_TAKEN_BACK: say(409, '这个批次已经撤回', '同一批次只能撤回一次。', '回到批次列表查看。'),
  EXAMPLE_LOADED: say(409, '示例已经载入', '同一时间只有一份示例。', '先移除示例，再重新载入。'),
  EXAMPLE_ABSENT: say(404, '没有载入示例', '没有可以移除的示例数据。', '不用再做什么。'),
  SIGN_IN_NEEDED: say(
    401,
    '请先登录',
    '还没有登录，或登录已过期。',
    '登录后接着做：没有保存的内容还在。',
  ),
  SIGN_IN_REFUSED: say(
    401,
    '用户名或密码不对',
    '没有这样的用户名和密码，或账号已停用。',
    '核对大小写后重试；忘了密码请管理员重置。',
  ),
  SIGN_IN_LOCKED: say(
    429,
    '暂时不能登录',
    '连续输错太多次。',
    '过了上面说的时间再试；急用请管理员重置密码。',
  ),
  CODE_REFUSED: say(
    401,
    '验证码不对',
    '六位验证码每 30 秒换一次；恢复码每个只能用一次。',
    '核对手机时间是否准确，再输入新的一组。',
  ),
  PASSWORD_WEAK: say(422, '密码不够好', '容易被猜到。', '换一个长些的，如几个不相干的词连在一起。'),
  PASSWORD_SAME: say(422, '和原来的密码一样', '新密码要和原来的不同。', '换一个新密码。'),
  PASSWORD_WRONG: say(403, '当前密码不对', '改动登录方式前要核对当前密码。', '重新输入当前密码。'),
  SET_UP_NEEDED: say(
    403,
    '还没有设置好',
    '运行台还没有账号。',
    '打开启动时窗口里打印的一次性链接，设第一个管理员。',
  ),
  SET_UP_LINK_INVALID: say(
    403,
    '这个链接不能用了',
    '一次性链接只能用一次，24 小时内有效，也可能抄错了。',
    '重新启动运行台，打开新打印的链接。',
  ),
  RIGHT_MISSING: say(
    403,
    '没有这个权限',
    '你的角色不含这一项。',
    '需要的话，请管理员在“账号与权限”里调整。',
  ),
  ROWS_NOT_OWN: say(
    403,
    '不是本部门的记录',
    '你的角色只能写本部门的记录。',
    '去掉别的部门的行再保存，或请总编来改。',
  ),
  ACCOUNT_TAKEN: say(409, '用户名已有人用', '每个用户名只能有一个账号。', '换一个用户名。'),
  ACCOUNT_NOT_FOUND: say(404, '找不到这个账号', '它可能刚被改过。', '刷新后再看。'),
  ACCOUNT_LAST: say(
    409,
    '这是最后一个管理员',
    '停用或改掉它，就没有人能管账号了。',
    '先让另一个账号当管理员，再改这个。',
  ),
  ROLE_FIXED: say(409, '管理员这个角色不能改', '总要有角色能管账号。', '另建一个角色再改。'),
  ROLE_USED: say(
    409,
    '还有账号在用这个角色',
    '删掉它会让这些账号失去权限。',
    '先给这些账号换角色。',
  ),
  ROLE_NOT_FOUND: say(404, '找不到这个角色', '它可能刚被删掉。', '刷新后再看。'),
  TOKEN_NOT_FOUND: say(404, '找不到这个令牌', '它可能刚被停用。', '刷新后再看。'),
  ACCOUNTS_ABSENT: say(
    409,
    '这个运行台没有账号',
    '演示不需要登录，也不保存账号。',
    '用 npm start 启动自己的运行台，再设账号。',
  ),
  ...DESK_DIAGNOSTICS,
} as const satisfies Readonly<Record<string, Diagnostic>>

export type DiagnosticCode = keyof typeof DIAGNOSTICS

export const isDiagnosticCode = (text: string): text is DiagnosticCode =>
  Object.hasOwn(DIAGNOSTICS, text)

/** An error a person can act on. `detail` says which thing, in Chinese. */
export class DeskError extends Error {
  readonly code: DiagnosticCode
  readonly detail: string
  constructor(code: DiagnosticCode, detail = '') {
    super(detail ? `${DIAGNOSTICS[code].message}：${detail}` : DIAGNOSTICS[code].message)
    this.code = code
    this.detail = detail
  }
}

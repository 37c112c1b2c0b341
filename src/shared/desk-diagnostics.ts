/** A message a person can meet: why it happened and what to do. Codes are never renamed or reused. */
export interface Diagnostic {
  /** HTTP status when the API answers with it. */
  readonly status:
    | 400
    | 401
    | 403
    | 404
    | 405
    | 408
    | 409
    | 411
    | 413
    | 415
    | 422
    | 429
    | 431
    | 500
    | 503
    | 507
  readonly message: string
  readonly why: string
  readonly fix: string
}

/** What the desk says of itself. A page holds these from the start: no answer may be there to bring them. */
export const DESK_DIAGNOSTICS = {
  DESK_FAILED: say(
    500,
    '服务出错了',
    '处理请求时出现意外。',
    '稍后再试；若反复出现，把编号告诉维护人员。',
  ),
  DESK_BUSY: say(503, '正忙', '有别的写入正在进行。', '稍等片刻再试。'),
  DESK_UNREACHABLE: say(
    503,
    '连不上服务',
    '网络中断，或服务没有运行。',
    '检查网络和服务后重试；已显示的数字是断开前的。',
  ),
} as const satisfies Readonly<Record<string, Diagnostic>>

/** One entry of the catalogue. */
export function say(
  status: Diagnostic['status'],
  message: string,
  why: string,
  fix: string,
): Diagnostic {
  return { status, message, why, fix }
}

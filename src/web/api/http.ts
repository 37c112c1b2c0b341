import axios, { isAxiosError, isCancel, type AxiosProgressEvent } from 'axios'
import * as z from 'zod/mini'
import { BYTES } from '#shared/contract/define.ts'
import { DESK_DIAGNOSTICS } from '#shared/desk-diagnostics.ts'
import { ApiError, problemSchema } from './problem.ts'

export interface HttpRequest {
  readonly method: string
  readonly base: string
  readonly url: string
  readonly body: unknown
  readonly files: readonly File[] | undefined
  /** One file as its mere bytes. */
  readonly bytes: File | undefined
  /** Told what part of it has gone. */
  readonly onSent: ((part: number) => void) | undefined
  readonly signal: AbortSignal | undefined
}

/** Sends one request and gives the body of the answer; files go as a form under `files`. Throws ApiError. */
export async function sendHttp({
  method,
  base,
  url,
  body,
  files,
  bytes,
  onSent,
  signal,
}: HttpRequest): Promise<unknown> {
  const form = files && new FormData()
  for (const file of files ?? []) form?.append('files', file)
  try {
    const request = {
      method,
      baseURL: base,
      url,
      data: bytes ?? form ?? body,
      ...(bytes && { headers: { 'content-type': BYTES } }),
      ...(onSent && { onUploadProgress: (sent: AxiosProgressEvent) => onSent(sent.progress ?? 0) }),
      ...(signal && { signal }),
    }
    return (await axios.request<unknown>(request)).data
  } catch (error) {
    throw isCancel(error) || !isAxiosError(error)
      ? error
      : problemOf(error.response?.data, Boolean(error.response))
  }
}

/** The bytes of a file whose address may be refused by what it holds. Throws ApiError. */
export async function fetchFile(address: string): Promise<Blob> {
  try {
    return (await axios.get<Blob>(address, { responseType: 'blob' })).data
  } catch (error) {
    if (!isAxiosError<Blob>(error)) throw error
    const told: unknown = await error.response?.data
      .text()
      .then(JSON.parse)
      .catch(() => null)
    throw problemOf(told, Boolean(error.response))
  }
}

function problemOf(told: unknown, isAnswered: boolean): ApiError {
  const problem = z.safeParse(problemSchema, told)
  if (problem.success) return new ApiError(problem.data)
  const code = isAnswered ? 'DESK_FAILED' : 'DESK_UNREACHABLE'
  const { message, why, fix } = DESK_DIAGNOSTICS[code]
  return new ApiError({ code, message, why, fix, requestId: '' })
}

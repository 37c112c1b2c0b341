import type { Hono } from 'hono'
import * as z from 'zod/mini'
import { BYTES, type Endpoint } from '#shared/contract/define.ts'
import { FILES } from '#shared/contract/files.ts'
import { ENDPOINTS } from '#shared/contract/index.ts'
import { serveFile } from '../serve.ts'

/** The contract as OpenAPI 3.1, made from the very schemas that parse requests and answers. */
export function openapiRoutes(app: Hono): void {
  serveFile(app, FILES.description, async () => Response.json(openapi()))
}

export function openapi(): Readonly<Record<string, unknown>> {
  const paths: Record<string, Record<string, unknown>> = {}
  for (const [name, endpoint] of Object.entries(ENDPOINTS)) {
    const path = endpoint.path.replaceAll(/:(\w+)/g, '{$1}')
    paths[path] = { ...paths[path], [endpoint.method.toLowerCase()]: operation(name, endpoint) }
  }
  return {
    openapi: '3.1.0',
    info: { title: '融媒运行台 API', version: '1' },
    servers: [{ url: '/api' }],
    paths,
  }
}

function operation(name: string, endpoint: Endpoint): Readonly<Record<string, unknown>> {
  const parameters = [
    ...parametersOf(endpoint.params, 'path'),
    ...parametersOf(endpoint.query, 'query'),
  ]
  const failure = {
    description: 'A problem a person can act on',
    content: { 'application/json': { schema: PROBLEM } },
  }
  return {
    operationId: name,
    summary: endpoint.summary,
    parameters,
    ...bodyOf(endpoint),
    responses: {
      200: {
        description: endpoint.summary,
        content: {
          'application/json': { schema: z.toJSONSchema(endpoint.output, { io: 'output' }) },
        },
      },
      default: failure,
    },
  }
}

const PROBLEM = {
  type: 'object',
  required: ['code', 'message', 'why', 'fix', 'requestId'],
  properties: Object.fromEntries(
    ['code', 'message', 'why', 'fix', 'requestId'].map((key) => [key, { type: 'string' }]),
  ),
}

function bodyOf(endpoint: Endpoint): Readonly<Record<string, unknown>> {
  if (endpoint.takes === 'bytes') return { requestBody: { content: { [BYTES]: {} } } }
  if (endpoint.takes === 'files') {
    const files = { type: 'array', items: { type: 'string', format: 'binary' } }
    const schema = { type: 'object', properties: { files }, required: ['files'] }
    return { requestBody: { content: { 'multipart/form-data': { schema } } } }
  }
  if (endpoint.method === 'GET' || endpoint.method === 'DELETE') return {}
  return {
    requestBody: { content: { 'application/json': { schema: z.toJSONSchema(endpoint.body) } } },
  }
}

function parametersOf(schema: z.ZodMiniType, place: 'path' | 'query'): readonly unknown[] {
  const { properties = {}, required = [] } = z.toJSONSchema(schema)
  return Object.entries(properties).map(([name, property]) => ({
    name,
    in: place,
    required: place === 'path' || required.includes(name),
    schema: property,
  }))
}

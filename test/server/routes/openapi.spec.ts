import { expect, it } from 'vitest'
import { ENDPOINTS } from '#shared/contract/index.ts'
import { openapi } from '#server/routes/openapi.ts'
import { testDesk } from '#test/support/memory-desk.ts'

it('describes every endpoint of the contract', () => {
  const text = JSON.stringify(openapi())
  for (const name of Object.keys(ENDPOINTS)) expect(text).toContain(`"operationId":"${name}"`)
})

it('names path and query parameters with their schemas', () => {
  expect(openapi()).toMatchObject({
    openapi: '3.1.0',
    paths: {
      '/boards/content': {
        get: {
          parameters: [
            { name: 'p', in: 'query', required: false, schema: { type: 'string' } },
            { name: 'v', in: 'query', required: false },
            { name: 'freeze', in: 'query', required: false },
            { name: 'rule', in: 'query', required: false, schema: { type: 'string' } },
          ],
        },
      },
      '/imports': { post: { requestBody: { content: { 'multipart/form-data': {} } } } },
    },
  })
})

it('is served', async () => {
  const response = await testDesk().app.request('/api/openapi.json')
  expect(response.status).toBe(200)
})

it('an unknown address is a problem with a code', async () => {
  const response = await testDesk().app.request('/api/nothing')
  expect(response.status).toBe(404)
  expect(await response.json()).toMatchObject({ code: 'REQUEST_NOT_FOUND' })
})

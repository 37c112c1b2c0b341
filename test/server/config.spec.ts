import path from 'node:path'
import { expect, it } from 'vitest'
import { ConfigError } from '#server/config-error.ts'
import { readConfig } from '#server/config.ts'

it('listens on this machine, port 4180, and keeps data beside the program', () => {
  expect(readConfig({}, [])).toEqual({
    host: '127.0.0.1',
    port: 4180,
    dataDir: path.resolve('data'),
    reportsDir: null,
    backupsDir: path.resolve('data/backups'),
    backupPassphrase: null,
    logLevel: null,
    http: { allowedHosts: [], proxies: null, tls: null },
    isDemo: false,
  })
})

it('takes port and folder from the environment', () => {
  expect(
    readConfig(
      {
        PORT: '5000',
        DATA_DIR: '/srv/desk',
        REPORTS_DIR: '/srv/reports',
        BACKUPS_DIR: '/mnt/disk',
        BACKUP_PASSPHRASE: '山高水长',
        LOG_LEVEL: 'warn',
      },
      ['--demo'],
    ),
  ).toEqual({
    host: '127.0.0.1',
    port: 5000,
    dataDir: '/srv/desk',
    reportsDir: '/srv/reports',
    backupsDir: '/mnt/disk',
    backupPassphrase: '山高水长',
    logLevel: 'warn',
    http: { allowedHosts: [], proxies: null, tls: null },
    isDemo: true,
  })
})

it('serves other machines where it is told to, but never as a demo, which has no accounts', () => {
  expect(readConfig({ HOST: '0.0.0.0' }, []).host).toBe('0.0.0.0')
  expect(() => readConfig({ HOST: '0.0.0.0' }, ['--demo'])).toThrow(ConfigError)
})

it.each(['abc', '-1', '70000', '80.5'])('refuses port %s', (port) => {
  expect(() => readConfig({ PORT: port }, [])).toThrow('端口是 0 到 65535 的整数')
})

it('refuses a level of the log it does not know', () => {
  expect(() => readConfig({ LOG_LEVEL: 'loud' }, [])).toThrow('error、warn、info')
})

it('refuses a flag it does not know', () => {
  expect(() => readConfig({}, ['--dmeo'])).toThrow('--dmeo')
})

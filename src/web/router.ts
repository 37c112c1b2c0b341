import type { Component } from 'vue'
import { createRouter, type RouteRecordRaw, type RouterHistory } from 'vue-router'
import type { Group } from '#shared/boards/define.ts'
import { BOARDS, type BoardId } from '#shared/boards/index.ts'
import type { LedgerId } from '#shared/ledgers/index.ts'
import type { Right } from '#shared/rights/right.ts'
import OverviewPage from './pages/overview.vue'
import { scrollPlace } from './scroll.ts'

declare module 'vue-router' {
  interface RouteMeta {
    title: string
    /** Which part of the menu it stands in; pages without one are reached from others. */
    group?: 'figures' | 'data' | 'desk'
    /** Offered to whoever has it, and shown to nobody else. */
    right?: Right
    /** The page fills the screen, without menu. */
    isBare?: boolean
    /** The page carries the period in its address. */
    hasPeriod?: boolean
  }
}

const boardPage = (board: BoardId, component: () => Promise<Component>): RouteRecordRaw => ({
  path: `/${board}`,
  name: board,
  component,
  meta: {
    title: BOARDS[board].label,
    group: 'figures',
    hasPeriod: true,
    right: { any: ledgersOf(board).map((see) => ({ see })) },
  },
})

/** What the parts of a page stand on. */
const ledgersOf = (board: BoardId): LedgerId[] =>
  Object.values<Group>(BOARDS[board].groups).flatMap(({ ledgers = [] }) => ledgers)

const SEES_EVERY: Right = { see: 'every' }
const SEES_SOME: Right = { see: 'some' }

/** Every page, in menu order. The menu is made from this list. */
const ROUTES: readonly RouteRecordRaw[] = [
  {
    path: '/',
    name: 'overview',
    // Not lazy: it is the page a desk opens on, and a second round of requests delays its figures.
    component: OverviewPage,
    meta: { title: BOARDS.overview.label, group: 'figures', hasPeriod: true },
  },
  boardPage('content', () => import('./pages/content.vue')),
  {
    path: '/content/columns/:column',
    name: 'column',
    component: () => import('./pages/column.vue'),
    meta: { title: '专栏' },
  },
  boardPage('adoption', () => import('./pages/adoption.vue')),
  boardPage('sentiment', () => import('./pages/sentiment.vue')),
  boardPage('safety', () => import('./pages/safety.vue')),
  boardPage('budget', () => import('./pages/budget.vue')),
  boardPage('affairs', () => import('./pages/affairs.vue')),
  {
    path: '/meeting',
    name: 'meeting',
    component: () => import('./pages/meeting.vue'),
    meta: { title: '汇报与定稿', group: 'figures', right: SEES_EVERY },
  },
  {
    path: '/meeting/documents/:kind',
    name: 'document',
    component: () => import('./pages/document.vue'),
    meta: { title: '报告', right: SEES_EVERY },
  },
  {
    path: '/meeting/deck/:template',
    name: 'deck',
    component: () => import('./pages/deck.vue'),
    meta: { title: '编排演示', right: { all: [SEES_EVERY, 'present'] } },
  },
  {
    path: '/present/:template',
    name: 'present',
    component: () => import('./pages/present.vue'),
    meta: { title: '演示', isBare: true },
  },
  {
    path: '/wall',
    name: 'wall',
    component: () => import('./pages/wall.vue'),
    meta: { title: '大屏', isBare: true },
  },
  {
    path: '/ledgers',
    name: 'ledgers',
    component: () => import('./pages/ledgers.vue'),
    meta: { title: '台账', group: 'data', right: SEES_SOME },
  },
  {
    path: '/ledgers/:ledger',
    name: 'ledger',
    component: () => import('./pages/ledger.vue'),
    meta: { title: '台账' },
  },
  {
    path: '/entry',
    name: 'entry',
    component: () => import('./pages/entry.vue'),
    meta: {
      title: BOARDS.entry.label,
      group: 'data',
      hasPeriod: true,
      right: { write: 'statedFigures' },
    },
  },
  {
    path: '/lists',
    name: 'lists',
    component: () => import('./pages/lists.vue'),
    meta: { title: '名录', group: 'data' },
  },
  {
    path: '/import',
    name: 'import',
    component: () => import('./pages/import.vue'),
    meta: { title: '导入', group: 'data', right: { write: 'some' } },
  },
  {
    path: '/reconcile',
    name: 'reconcile',
    component: () => import('./pages/reconcile.vue'),
    meta: {
      title: BOARDS.reconcile.label,
      group: 'data',
      hasPeriod: true,
      right: { see: 'statedFigures' },
    },
  },
  {
    path: '/checks',
    name: 'checks',
    component: () => import('./pages/checks.vue'),
    meta: { title: BOARDS.checks.label, group: 'data', hasPeriod: true, right: SEES_SOME },
  },
  {
    path: '/review',
    name: 'review',
    component: () => import('./pages/review.vue'),
    meta: { title: '审核与结账', group: 'data', right: SEES_SOME },
  },
  {
    path: '/history',
    name: 'history',
    component: () => import('./pages/history.vue'),
    meta: { title: '修改历史', group: 'data', right: SEES_SOME },
  },
  {
    path: '/settings',
    name: 'settings',
    component: () => import('./pages/settings.vue'),
    meta: { title: '设置', group: 'desk', right: 'settings' },
  },
  {
    path: '/accounts',
    name: 'accounts',
    component: () => import('./pages/accounts.vue'),
    meta: { title: '账号与权限', group: 'desk', right: 'accounts' },
  },
  {
    path: '/me',
    name: 'me',
    component: () => import('./pages/me.vue'),
    meta: { title: '我的账号' },
  },
  {
    path: '/set-up',
    name: 'setUp',
    component: () => import('./pages/set-up.vue'),
    meta: { title: '设置运行台', isBare: true },
  },
  {
    path: '/journal',
    name: 'journal',
    component: () => import('./pages/journal.vue'),
    meta: { title: '操作日志', group: 'desk', right: 'accounts' },
  },
  {
    path: '/status',
    name: 'status',
    component: () => import('./pages/status.vue'),
    meta: { title: '运行状况', group: 'desk', right: 'settings' },
  },
  {
    path: '/:missing(.*)*',
    name: 'missing',
    component: () => import('./pages/missing.vue'),
    meta: { title: '没有这一页' },
  },
]

export function deskRouter(history: RouterHistory) {
  const router = createRouter({
    history,
    routes: ROUTES,
    scrollBehavior: scrollPlace,
  })
  router.afterEach((to) => {
    document.title = `${to.meta.title} · 融媒运行台`
  })
  return router
}

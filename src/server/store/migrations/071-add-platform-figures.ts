import { addColumns, type Migration } from './migration.ts'

/** What platforms' own exports say of a post and of an account's day. */
export const addPlatformFigures: Migration = {
  name: '071-add-platform-figures',
  async up(db, flavour) {
    await addColumns(db, flavour, 'pieces', {
      postId: 'text',
      readers: 'whole',
      impressions: 'whole',
      delivered: 'whole',
      thumbs: 'whole',
      sharers: 'whole',
      saves: 'whole',
      interactions: 'whole',
      gained: 'whole',
      completion: 'text',
    })
    await addColumns(db, flavour, 'accountFigures', {
      readers: 'whole',
      impressions: 'whole',
      likes: 'whole',
      comments: 'whole',
      shares: 'whole',
      sharers: 'whole',
      saves: 'whole',
      savers: 'whole',
      published: 'whole',
    })
  },
}

/** The centre's zone until it says another; apart, so that a page that only tells times needs no settings. */
export const DEFAULT_ZONE = 'Asia/Shanghai'

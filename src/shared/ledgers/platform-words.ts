/** Platforms everybody names, whether or not the centre has them in its list. */
export const PLATFORM =
  /抖音|快手|视频号|微信|微博|公众号|今日头条|头条号|小红书|知乎|[Bb]站|哔哩哔哩|客户端/

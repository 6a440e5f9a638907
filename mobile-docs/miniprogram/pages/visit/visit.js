const hub = require('../../utils/hub')
const outbox = require('../../utils/outbox')

const MOST_PHOTOS = 9
/** The list visit-channel. */
const CHANNELS = [
  { code: 'ON_SITE', label: '上门走访' },
  { code: 'PHONE', label: '电话回访' },
  { code: 'WECHAT', label: '微信' },
  { code: 'QQ', label: 'QQ 联系' },
  { code: 'CENTRE', label: '中心接待' }
]

Page({
  data: { id: '', name: '', channels: CHANNELS, channel: 0, progress: '', photos: [], busy: false, message: '' },

  onLoad({ id, name }) {
    this.setData({ id, name: decodeURIComponent(name || '') })
  },

  pickChannel({ detail }) {
    this.setData({ channel: Number(detail.value) })
  },

  write({ detail }) {
    this.setData({ progress: detail.value })
  },

  async addPhotos() {
    const chosen = await new Promise((done) =>
      wx.chooseMedia({
        count: MOST_PHOTOS - this.data.photos.length,
        mediaType: ['image'],
        sizeType: ['compressed'],
        success: ({ tempFiles }) => done(tempFiles),
        fail: () => done([])
      })
    )
    for (const { tempFilePath } of chosen) {
      try {
        const photo = await outbox.keepPhoto(tempFilePath)
        this.setData({ photos: this.data.photos.concat(photo) })
      } catch (fault) {
        this.setData({ message: '照片没有存下：' + fault.message })
      }
    }
  },

  onUnload() {
    if (!this.saved) {
      this.data.photos.forEach((photo) => outbox.discard(photo.file))
    }
  },

  /** Done as soon as the phone has it; the network may take its time. */
  async save() {
    if (this.data.busy) {
      return
    }
    this.setData({ busy: true, message: '' })
    const { id, name, channel, progress, photos } = this.data
    try {
      await outbox.record(
        { project: id, channel: CHANNELS[channel].code, occurredAt: hub.instant(Date.now()), progress: progress.trim() },
        name,
        photos
      )
      this.saved = true
      wx.navigateBack()
    } catch (fault) {
      this.setData({ busy: false, message: '没有存下，请清理手机空间后再试：' + fault.message })
    }
  }
})

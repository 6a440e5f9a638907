const outbox = require('./utils/outbox')

App({
  onLaunch() {
    wx.onNetworkStatusChange(({ isConnected }) => {
      if (isConnected) {
        outbox.send()
      }
    })
  },
  onShow() {
    outbox.send()
  },
  onHide() {
    outbox.rest()
  }
})

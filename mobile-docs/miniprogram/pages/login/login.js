const hub = require('../../utils/hub')

/** What the hub says of these is for programmers. */
const SAID = {
  WECHAT_NOT_LINKED: '请填一次用户名和密码，以后用微信即可登录',
  PASSWORD_MUST_CHANGE: '首次登录请设一个新密码'
}

Page({
  data: { username: '', link: false, change: false, busy: false, message: '' },

  byWeChat() {
    return this.enter(() => hub.loginByWeChat())
  },

  byPassword({ detail: { value } }) {
    return this.enter(async () => {
      if (this.data.change) {
        await hub.changePassword(value.username, value.password, value.newPassword)
      }
      const password = this.data.change ? value.newPassword : value.password
      await hub.login(value.username, password, this.data.link && (await hub.weChatCode()))
    })
  },

  async enter(how) {
    this.setData({ busy: true, message: '' })
    try {
      await how()
      wx.reLaunch({ url: '/pages/day/day' })
    } catch (fault) {
      this.setData({
        message: SAID[fault.code] || fault.message,
        link: this.data.link || fault.code === 'WECHAT_NOT_LINKED',
        change: this.data.change || fault.code === 'PASSWORD_MUST_CHANGE'
      })
    } finally {
      this.setData({ busy: false })
    }
  }
})

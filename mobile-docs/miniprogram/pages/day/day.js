const hub = require('../../utils/hub')
const messages = require('../../utils/messages')
const outbox = require('../../utils/outbox')
const store = require('../../utils/store')

/** States of a week's visit after which nothing is to be done. */
const OVER = ['DONE', 'EXEMPT']

Page({
  data: { isoWeek: '', counters: null, rows: [], waiting: [], uncounted: [], note: '', messages: false, told: '' },

  onShow() {
    if (!hub.account()) {
      wx.reLaunch({ url: '/pages/login/login' })
      return
    }
    this.setData({ messages: messages.offered() })
    this.unwatch = outbox.watch(() => this.changed())
    const kept = store.copied(hub.account(), 'day')
    if (kept) {
      this.show(kept.data)
    }
    this.load()
    outbox.send()
  },

  onHide() {
    if (this.unwatch) {
      this.unwatch()
      this.unwatch = null
    }
  },

  onUnload() {
    this.onHide()
  },

  async onPullDownRefresh() {
    outbox.send()
    await this.load()
    wx.stopPullDownRefresh()
  },

  /** Reads again what the hub says, once a visit has got there. */
  changed() {
    const left = this.data.waiting.length
    this.show(this.day)
    if (this.data.waiting.length < left) {
      this.load()
    }
  },

  async load() {
    try {
      const { myDay } = await hub.ask('MyDay')
      store.copy(hub.account(), 'day', myDay)
      this.setData({ note: '' })
      this.show(myDay)
    } catch (fault) {
      if (fault.loggedOut) {
        wx.reLaunch({ url: '/pages/login/login' })
        return
      }
      const kept = store.copied(hub.account(), 'day')
      const since = kept ? '。以下是 ' + hub.instant(kept.at).slice(5, 16).replace('T', ' ') + ' 的内容' : ''
      this.setData({ note: fault.message + since })
      this.show(this.day)
    }
  },

  show(day) {
    this.day = day
    const recorded = outbox.list()
    const waiting = recorded.filter((entry) => entry.state === 'WAITING')
    this.setData({
      waiting,
      uncounted: recorded.filter((entry) => entry.state === 'REJECTED' || entry.state === 'REFUSED'),
      isoWeek: day ? day.isoWeek : '',
      counters: day ? day.counters : null,
      rows: day ? day.visits.map((visit) => row(visit, waiting)) : []
    })
  },

  openProject({ currentTarget: { dataset } }) {
    wx.navigateTo({ url: '/pages/project/project?id=' + dataset.id })
  },

  recordVisit({ currentTarget: { dataset } }) {
    wx.navigateTo({ url: '/pages/visit/visit?id=' + dataset.id + '&name=' + encodeURIComponent(dataset.name) })
  },

  resend({ currentTarget: { dataset } }) {
    return outbox.resend(dataset.id)
  },

  /** WeChat asks the user in a tap only, so nothing may be waited for before. */
  async remind() {
    try {
      const accepted = await messages.request()
      this.setData({ told: accepted > 0 ? '到时会在微信里提醒您一次；要多提醒几次，请多点几次' : '未同意，微信里不会提醒' })
    } catch (fault) {
      this.setData({ told: '没有设好提醒：' + fault.message })
    }
  },

  async logout() {
    this.onHide()
    await hub.logout()
    wx.reLaunch({ url: '/pages/login/login' })
  }
})

function row(visit, waiting) {
  const { project, obligation } = visit
  return {
    id: project.id,
    name: project.name,
    region: project.region ? project.region.name : '',
    state: obligation ? obligation.state.label : '',
    done: Boolean(obligation) && OVER.includes(obligation.state.code),
    waiting: waiting.some((entry) => entry.visit.project === project.id),
    reasons: visit.reasons.map((reason) => reason.label),
    suggested: visit.suggestedChannel ? visit.suggestedChannel.label : '',
    openApprovals: visit.openApprovals,
    openDifficulties: visit.openDifficulties,
    last: visit.lastVisit ? visit.lastVisit.occurredAt.slice(0, 10) : ''
  }
}

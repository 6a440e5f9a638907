const hub = require('../../utils/hub')
const store = require('../../utils/store')

Page({
  data: { project: null, owners: [], approvals: [], lots: [], note: '' },

  async onLoad({ id }) {
    const kept = store.copied(hub.account(), id)
    if (kept) {
      this.show(kept.data)
    }
    try {
      const { node } = await hub.ask('ProjectCard', { id })
      if (!node) {
        this.setData({ note: '没有此项目，或您无权查看' })
        return
      }
      store.copy(hub.account(), id, node)
      this.show(node)
    } catch (fault) {
      if (fault.loggedOut) {
        wx.reLaunch({ url: '/pages/login/login' })
        return
      }
      const since = kept ? '。以下是 ' + hub.instant(kept.at).slice(5, 16).replace('T', ' ') + ' 的内容' : ''
      this.setData({ note: fault.message + since })
    }
  },

  show(project) {
    this.setData({
      project,
      owners: project.owners.edges.map(({ role, node }) => ({
        id: node.id,
        name: node.name,
        role: role ? role.label : '',
        staff: node.staff.edges.map((edge) => ({ name: edge.node.name, phone: edge.node.phone, post: edge.post }))
      })),
      approvals: project.open.edges.map((edge) => edge.node),
      lots: [].concat(...project.tenders.edges.map((tender) => tender.node.lots.edges.map((lot) => lot.node)))
    })
  },

  call({ currentTarget: { dataset } }) {
    wx.makePhoneCall({ phoneNumber: dataset.phone })
  },

  recordVisit() {
    const { id, name } = this.data.project
    wx.navigateTo({ url: '/pages/visit/visit?id=' + id + '&name=' + encodeURIComponent(name) })
  }
})

/** Messages in WeChat while the app is closed: the user accepts each one beforehand, and the hub must be told. */
const hub = require('./hub')
const config = require('./config')

/** Whether there is anything to ask the user for. */
function offered() {
  return config.TEMPLATES.length > 0
}

/** Asks the user, which WeChat allows in a tap only; how many templates were accepted. */
async function request() {
  const answer = await new Promise((done, fail) =>
    wx.requestSubscribeMessage({
      tmplIds: config.TEMPLATES,
      success: done,
      fail: ({ errMsg }) => fail(new Error(errMsg))
    })
  )
  const templates = config.TEMPLATES.filter((id) => answer[id] === 'accept')
  if (templates.length === 0) {
    return 0
  }
  const input = { clientMutationId: await hub.uuid(), templates }
  const { acceptSubscribeMessages } = await tell(input)
  if (acceptSubscribeMessages.refusals.length > 0) {
    const { message, code } = acceptSubscribeMessages.refusals[0]
    throw new hub.HubError(message, code, 'BAD_REQUEST', 200)
  }
  return templates.length
}

/** Once more when the answer got lost: under the same id it is not counted twice. */
function tell(input) {
  return hub.ask('AcceptMessages', { input }).catch((fault) => {
    if (!fault.again) {
      throw fault
    }
    return hub.ask('AcceptMessages', { input })
  })
}

module.exports = { offered, request }

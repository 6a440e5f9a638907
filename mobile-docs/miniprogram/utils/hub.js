/** The hub over wx.request and wx.uploadFile: who is logged in, documents, photos. Everything fails as a HubError. */
const { HUB } = require('./config')
const operations = require('./operations')

const SESSION = 'session'

class HubError extends Error {
  /** @param code what the program acts on; OFFLINE when no answer came
   *  @param classification what it does with a code it does not know
   *  @param request the hub's number of the request, to be quoted when a problem is reported */
  constructor(message, code, classification, status, request) {
    super(message)
    this.code = code
    this.classification = classification
    this.status = status
    this.request = request
  }

  /** Whether the same again may do better later. */
  get again() {
    return this.code === 'OFFLINE' || this.classification === 'UNAVAILABLE' || [408, 429, 503].includes(this.status)
  }

  /** Whether only a new log-in helps. */
  get loggedOut() {
    return this.classification === 'UNAUTHENTICATED' || this.status === 401
  }
}

let refreshing = null

function session() {
  return wx.getStorageSync(SESSION) || null
}

/** Which account is logged in, or null. What is recorded on the phone belongs to it. */
function account() {
  const known = session()
  return known && known.account
}

/** Logs in by name and password; with a code of wx.login this WeChat user is linked to the account, too. */
function login(username, password, code) {
  return enter(Object.assign({ username, password }, code ? { wechat_code: code } : {}))
}

/** Logs in as the account that this WeChat user is linked to; WECHAT_NOT_LINKED when there is none. */
async function loginByWeChat() {
  return enter({ wechat_code: await weChatCode() })
}

/** Another password; it ends all sessions of the account. */
function changePassword(username, password, newPassword) {
  return call('/auth/password', { username, password, new_password: newPassword })
}

function weChatCode() {
  return new Promise((done, fail) =>
    wx.login({ success: ({ code }) => done(code), fail: ({ errMsg }) => fail(offline(errMsg)) })
  )
}

async function logout() {
  const known = session()
  wx.removeStorageSync(SESSION)
  if (known) {
    await call('/auth/logout', { refresh_token: known.refresh }).catch(() => {})
  }
}

async function enter(body) {
  keep(await call('/auth/token', Object.assign({ client: 'mini-program' }, body)))
}

function keep(tokens) {
  wx.setStorageSync(SESSION, {
    access: tokens.access_token,
    refresh: tokens.refresh_token,
    // A tenth early, so that a token does not run out on its way.
    until: Date.now() + tokens.expires_in * 900,
    account: subject(tokens.access_token)
  })
}

/** A refresh token serves once: whoever needs a new access token meanwhile waits for the same one. */
function refresh() {
  refreshing =
    refreshing ||
    renew().finally(() => {
      refreshing = null
    })
  return refreshing
}

async function renew() {
  const known = session()
  if (!known) {
    throw new HubError('请先登录', 'NOT_LOGGED_IN', 'UNAUTHENTICATED', 401)
  }
  let tokens
  try {
    tokens = await call('/auth/token', { refresh_token: known.refresh, client: 'mini-program' })
  } catch (fault) {
    if (fault.loggedOut && (session() || {}).refresh === known.refresh) {
      wx.removeStorageSync(SESSION)
    }
    throw fault
  }
  // Somebody may have logged out while the answer was on its way.
  if ((session() || {}).refresh === known.refresh) {
    keep(tokens)
  }
}

/** Does something with a good access token, once more with a new one if the hub says that it has expired. */
async function authorized(send) {
  const known = session()
  if (!known || known.until <= Date.now()) {
    await refresh()
  }
  const used = access()
  try {
    return await send(used)
  } catch (fault) {
    if (fault.code !== 'TOKEN_EXPIRED') {
      throw fault
    }
    if (access() === used) {
      await refresh()
    }
    return send(access())
  }
}

function access() {
  return (session() || {}).access
}

/** Asks one of utils/operations.js by its name; the answer's data. */
function ask(name, variables) {
  return authorized((token) =>
    call('/graphql', { query: operations[name], operationName: name, variables: variables || {} }, token)
  ).then((answer) => answer.data)
}

/** Sends a photo; the same clientId again gives the same attachment. The attachment's id. */
function upload(filePath, clientId, takenAt) {
  const send = (token) =>
    new Promise((done, fail) =>
      wx.uploadFile({
        url: HUB + '/attachments',
        name: 'file',
        filePath,
        header: { Authorization: 'Bearer ' + token, 'Accept-Language': 'zh' },
        formData: { clientId, takenAt },
        success: ({ statusCode, data, header }) => judge(statusCode, data, header, done, fail),
        fail: ({ errMsg }) => fail(offline(errMsg))
      })
    )
  return authorized(send).then((attachment) => attachment.id)
}

function call(path, data, token) {
  const header = {
    'Content-Type': 'application/json',
    Accept: 'application/graphql-response+json, application/json',
    'Accept-Language': 'zh'
  }
  if (token) {
    header.Authorization = 'Bearer ' + token
  }
  return new Promise((done, fail) =>
    wx.request({
      url: HUB + path,
      method: 'POST',
      header,
      data,
      timeout: 30000,
      success: ({ statusCode, data, header }) => judge(statusCode, data, header, done, fail),
      fail: ({ errMsg }) => fail(offline(errMsg))
    })
  )
}

/** success is called for any status, and with text where the answer was not JSON to wx. */
function judge(status, data, header, done, fail) {
  let answer = data
  let foreign = false
  if (typeof data === 'string' && data) {
    try {
      answer = JSON.parse(data)
    } catch (e) {
      // The log-in page of a public network, or a proxy's.
      foreign = true
    }
  }
  const error = answer && answer.errors && answer.errors[0]
  if (!error && !foreign && status >= 200 && status < 300) {
    done(answer)
    return
  }
  const name = Object.keys(header || {}).find((key) => key.toLowerCase() === 'lianshu-request')
  const said = (error && error.extensions) || {}
  fail(
    new HubError(
      (error && error.message) || '服务器没有正确回答（' + status + '）',
      said.code || 'NO_ANSWER',
      said.classification || (foreign || status >= 500 ? 'UNAVAILABLE' : 'INTERNAL_ERROR'),
      status,
      name && header[name]
    )
  )
}

function offline(why) {
  return new HubError('没有网络，稍后自动重试', 'OFFLINE', 'UNAVAILABLE', 0, why)
}

/** The account that an access token is for: the claim sub of its middle part. */
function subject(token) {
  const part = token.split('.')[1].replace(/-/g, '+').replace(/_/g, '/')
  const bytes = new Uint8Array(wx.base64ToArrayBuffer(part + '==='.slice((part.length + 3) % 4)))
  return JSON.parse(String.fromCharCode.apply(null, bytes)).sub
}

/** A UUID of version 4. */
function uuid() {
  return new Promise((done, fail) =>
    wx.getRandomValues({
      length: 16,
      success: ({ randomValues }) => {
        const bytes = new Uint8Array(randomValues)
        bytes[6] = (bytes[6] & 15) | 64
        bytes[8] = (bytes[8] & 63) | 128
        const hex = Array.from(bytes, (byte) => ('0' + byte.toString(16)).slice(-2)).join('')
        done([hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-'))
      },
      fail: ({ errMsg }) => fail(new Error(errMsg))
    })
  )
}

/** An instant the way the hub writes it, at the time of China, which has no summer time. */
function instant(milliseconds) {
  return new Date(milliseconds + 8 * 3600 * 1000).toISOString().slice(0, 19) + '+08:00'
}

module.exports = {
  HubError,
  account,
  login,
  loginByWeChat,
  weChatCode,
  changePassword,
  logout,
  ask,
  upload,
  uuid,
  instant
}

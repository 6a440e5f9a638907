/** What the phone keeps: 1 MB a key and 10 MB in all. Records come before copies of what the hub has. */
const COPY = 'copy/'

/** Throws when the phone has no room even without copies. */
function put(key, value) {
  try {
    wx.setStorageSync(key, value)
  } catch (full) {
    keys(COPY).forEach((copy) => wx.removeStorageSync(copy))
    wx.setStorageSync(key, value)
  }
}

function keys(prefix) {
  return wx.getStorageInfoSync().keys.filter((key) => key.startsWith(prefix))
}

/** Keeps an answer for screens without a network; going without one is no fault. */
function copy(account, name, data) {
  try {
    wx.setStorageSync(COPY + name, { account, at: Date.now(), data })
  } catch (full) {
    wx.removeStorageSync(COPY + name)
  }
}

/** The last answer, { at, data }, or null; nobody gets what another account was shown. */
function copied(account, name) {
  const kept = wx.getStorageSync(COPY + name)
  return kept && kept.account === account ? kept : null
}

module.exports = { put, keys, copy, copied }

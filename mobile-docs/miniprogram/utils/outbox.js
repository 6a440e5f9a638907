/** Visits recorded on the phone: each is kept under a key of its own until the hub has it, and sent as it was recorded. */
const hub = require('./hub')
const store = require('./store')

const KEY = 'visit/'
/** Twenty visits of 2,000 characters stay below the 256 KB of a request. */
const BATCH = 20
const KEPT = 14 * 24 * 3600 * 1000
const LONGEST_PAUSE = 60

const watchers = []
let sending = null
let more = false
let timer = null
let pause = 1

/** Keeps a visit. Photos are { file, clientId, takenAt } of files that stay, see keepPhoto. Throws when the phone is full. */
async function record(visit, projectName, photos) {
  const clientId = await hub.uuid()
  store.put(KEY + clientId, {
    account: hub.account(),
    recordedAt: Date.now(),
    projectName,
    photos,
    state: 'WAITING',
    visit: Object.assign({ clientId }, visit)
  })
  tell()
  send()
  return clientId
}

/** Moves a photo to where it outlives the app; files that wx.chooseMedia gives do not. */
async function keepPhoto(tempFilePath) {
  const clientId = await hub.uuid()
  const file = wx.env.USER_DATA_PATH + '/' + clientId + '.jpg'
  await new Promise((done, fail) =>
    wx.getFileSystemManager().saveFile({
      tempFilePath,
      filePath: file,
      success: done,
      fail: ({ errMsg }) => fail(new Error(errMsg))
    })
  )
  return { file, clientId, takenAt: hub.instant(Date.now()) }
}

/** What this account recorded, latest first. State: WAITING, DONE, REJECTED (kept by the hub, does not count), REFUSED (not taken). */
function list() {
  const account = hub.account()
  return store
    .keys(KEY)
    .map((key) => wx.getStorageSync(key))
    .filter((entry) => entry && entry.account === account)
    .sort((a, b) => b.recordedAt - a.recordedAt || (a.visit.clientId < b.visit.clientId ? 1 : -1))
}

/** Sends what waits. Never fails: what could not be sent waits on, and is tried again later or when the network is back. */
function send() {
  pause = 1
  return resume()
}

function resume() {
  more = true
  sending =
    sending ||
    rounds().finally(() => {
      sending = null
      tell()
    })
  return sending
}

async function rounds() {
  clearTimeout(timer)
  try {
    while (more && hub.account()) {
      more = false
      await round(hub.account())
    }
  } catch (fault) {
    more = false
    waiting().forEach((entry) => update(entry, { reason: fault.message }))
    if (fault.again) {
      timer = setTimeout(resume, pause * 1000)
      pause = Math.min(pause * 2, LONGEST_PAUSE)
    }
  }
}

/** Visits without photos first: they need not wait for slow ones. */
async function round(account) {
  forgetOld()
  await deliver(account)
  for (const entry of waiting()) {
    for (const photo of entry.photos.filter(isOpen)) {
      await sendPhoto(entry, photo)
    }
  }
  await deliver(account)
}

function waiting() {
  return list()
    .filter((entry) => entry.state === 'WAITING')
    .reverse()
}

function isOpen(photo) {
  return !photo.id && !photo.reason
}

/** A photo that the hub will never take keeps its reason, and the visit goes without it. */
async function sendPhoto(entry, photo) {
  try {
    wx.getFileSystemManager().accessSync(photo.file)
  } catch (gone) {
    photo.reason = '手机上已没有这张照片'
    update(entry, {})
    return
  }
  try {
    photo.id = await hub.upload(photo.file, photo.clientId, photo.takenAt)
  } catch (fault) {
    if (fault.again || ![400, 409, 413, 415].includes(fault.status)) {
      throw fault
    }
    photo.reason = fault.message
  }
  update(entry, {})
}

async function deliver(account) {
  for (let batch = nextBatch(); batch.length > 0; batch = nextBatch()) {
    if (hub.account() !== account) {
      return
    }
    // Kept before it is sent: after a lost answer the same goes out under the same id.
    const id = batch[0].batch || (await hub.uuid())
    batch.forEach((entry) => update(entry, { batch: id }))
    try {
      settle(batch, (await hub.ask('RecordVisits', request(id, batch))).recordVisits)
    } catch (fault) {
      if (!['BAD_REQUEST', 'TOO_MUCH'].includes(fault.classification)) {
        throw fault
      }
      // One that is not well formed must not hold up the others: each by itself.
      batch.forEach((entry) =>
        update(entry, batch.length > 1 ? { batch: null, alone: true } : { state: 'REFUSED', reason: fault.message })
      )
    }
  }
}

/** What was sent together before, else the oldest that are ready. */
function nextBatch() {
  const ready = waiting().filter((entry) => !entry.photos.some(isOpen))
  const sent = ready.find((entry) => entry.batch)
  if (sent) {
    return ready.filter((entry) => entry.batch === sent.batch)
  }
  const alone = ready.find((entry) => entry.alone)
  return alone ? [alone] : ready.slice(0, BATCH)
}

function request(id, batch) {
  return {
    clientIds: batch.map((entry) => entry.visit.clientId),
    input: {
      clientMutationId: id,
      visits: batch.map((entry) => {
        const attachments = entry.photos.map((photo) => photo.id).filter(Boolean)
        return attachments.length ? Object.assign({ attachments }, entry.visit) : entry.visit
      })
    }
  }
}

function settle(batch, { person, refusals }) {
  if (refusals.length > 0) {
    refuse(batch, refusals)
    return
  }
  const visits = person.visits.edges.map((edge) => edge.node)
  batch.forEach((entry) => {
    const visit = visits.find((one) => one.clientId === entry.visit.clientId)
    if (!visit) {
      update(entry, { state: 'REFUSED', reason: '服务器没有回答这次走访，请重发' })
    } else if (visit.rejection) {
      update(entry, { state: 'REJECTED', id: visit.id, code: visit.rejection.code, reason: visit.rejection.label })
    } else {
      update(entry, { state: 'DONE', id: visit.id, reason: (visit.obligation && visit.obligation.note) || '' })
      entry.photos.filter((photo) => photo.id).forEach((photo) => discard(photo.file))
    }
  })
}

/** Nothing of a refused batch is kept by the hub: the culprits stay here with their reason, the others go out anew. */
function refuse(batch, refusals) {
  const general = refusals.find(({ code, field }) => code !== 'CLIENT_MUTATION_ID_REUSED' && !culprit(batch, field))
  if (general) {
    throw new hub.HubError(general.message, general.code, 'FORBIDDEN', 200)
  }
  batch.forEach((entry) => update(entry, { batch: null }))
  refusals.forEach(({ code, field, message }) => {
    const entry = culprit(batch, field)
    if (!entry) {
      return
    }
    if (/attachments/.test(field) && !entry.photosSentAgain) {
      // A photo that waited for more than a week is gone from the hub; the phone still has it.
      entry.photos.forEach((photo) => delete photo.id)
      update(entry, { photosSentAgain: true })
      more = true
    } else {
      update(entry, { state: 'REFUSED', code, reason: message })
    }
  })
}

function culprit(batch, field) {
  const place = /^visits\[(\d+)\]/.exec(field || '')
  return place && batch[place[1]]
}

/** Tries one again that was refused, once its reason is out of the way. */
function resend(clientId) {
  const entry = wx.getStorageSync(KEY + clientId)
  update(entry, { state: 'WAITING', batch: null, alone: true, code: '', reason: '' })
  return send()
}

function update(entry, changes) {
  Object.assign(entry, changes)
  store.put(KEY + entry.visit.clientId, entry)
}

/** What the hub has counted goes after two weeks; what it did not count stays. */
function forgetOld() {
  list()
    .filter((entry) => entry.state === 'DONE' && entry.recordedAt < Date.now() - KEPT)
    .forEach((entry) => wx.removeStorageSync(KEY + entry.visit.clientId))
}

/** Removes a photo that is no longer needed. */
function discard(filePath) {
  wx.getFileSystemManager().unlink({ filePath, fail: () => {} })
}

/** In the background requests die; what waits is sent when the app comes back. */
function rest() {
  clearTimeout(timer)
}

/** Calls back whenever something here changes, until the function that it returns is called. */
function watch(changed) {
  watchers.push(changed)
  return () => watchers.splice(watchers.indexOf(changed), 1)
}

function tell() {
  watchers.slice().forEach((changed) => changed())
}

module.exports = { record, keepPhoto, discard, list, send, resend, rest, watch }

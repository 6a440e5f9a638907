/** Where the hub is. On a phone it must be https, and a domain that is entered at mp.weixin.qq.com. */
exports.HUB = 'http://localhost:8080'

/**
 * Ids of the message templates by which the hub may tell of visits due and of what is overdue: those of the settings
 * lianshu.notify.wechat. Empty: the user is not asked for messages.
 */
exports.TEMPLATES = []

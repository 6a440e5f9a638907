/** Where the hub is. On a phone it must be https, and a domain that is entered at mp.weixin.qq.com. */
exports.HUB = 'http://localhost:8080'

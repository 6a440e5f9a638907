// writes: one message that a WeChat user accepted is sent, or none may be sent any more; $user, $kind (property that counts), $all; constraint wechat_user_id
MATCH (user:WechatUser {id: $user})
// Locked before it is read, or one that is accepted at the same time would be lost.
SET user.counting = true
WITH user
SET user.counting = null
WITH user
WHERE user[$kind] > 0
SET user[$kind] = CASE WHEN $all THEN 0 ELSE user[$kind] - 1 END
